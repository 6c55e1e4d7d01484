import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button } from 'antd'
import { useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'

/** Takes the last edits by hand back. */
export function UndoEdits({ plan, version }: { plan: string; version: string }) {
  const say = useSay()
  const county = useCounty()
  const mayEdit = useMay(routes.planEdits.undo)
  const undo = useChange(routes.planEdits.undo, ['plans', 'planEdits'])
  if (!mayEdit) return null
  return (
    <>
      <Button
        loading={undo.isPending}
        onClick={() => undo.mutate({ params: { county, plan }, version })}
      >
        {say({ zh: '撤销上一次改动', en: 'Undo the last change' })}
      </Button>
      {undo.error && <Trouble error={undo.error} />}
    </>
  )
}
