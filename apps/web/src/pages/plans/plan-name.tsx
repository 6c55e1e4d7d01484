import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Input, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

interface PlanNameProps {
  line: Pick<PlanLine, 'id' | 'name'>
  version: string
}

/** The name of a plan; whoever may changes it in place. It is saved on leaving it, and can be set back. */
export function PlanName({ line: { id, name }, version }: PlanNameProps) {
  const say = useSay()
  const county = useCounty()
  const mayRename = useMay(routes.plans.rename)
  const rename = useChange(routes.plans.rename, ['plans'])
  const [typing, setTyping] = useState(false)
  const [before, setBefore] = useState<string | null>(null)
  const save = (next: string, undone: boolean) => {
    setTyping(false)
    if (next.trim() === '' || next.trim() === name) return
    rename.mutate(
      { params: { county, plan: id }, version, body: { name: next.trim() } },
      { onSuccess: () => setBefore(undone ? null : name) },
    )
  }
  if (typing)
    return (
      <Input
        autoFocus
        style={{ width: 320 }}
        maxLength={200}
        defaultValue={name}
        aria-label={say({ zh: '方案名称', en: 'Name of the plan' })}
        onBlur={(event) => save(event.target.value, false)}
        onPressEnter={(event) => event.currentTarget.blur()}
        onKeyDown={(event) => event.key === 'Escape' && setTyping(false)}
      />
    )
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {name}
      </Typography.Title>
      {mayRename && (
        <Button
          className="no-print"
          size="small"
          loading={rename.isPending}
          onClick={() => setTyping(true)}
        >
          {say({ zh: '改名', en: 'Rename' })}
        </Button>
      )}
      {before !== null && (
        <Button size="small" onClick={() => save(before, true)}>
          {say({ zh: '改回“{name}”', en: 'Back to “{name}”' }, { name: before })}
        </Button>
      )}
      {rename.error && <Trouble error={rename.error} />}
    </>
  )
}
