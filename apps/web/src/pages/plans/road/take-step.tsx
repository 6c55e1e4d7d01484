import type { PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { useDraft } from '../../../shell/draft.ts'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { isBack, noteWords, turnWords } from './road-steps.ts'

interface TakeStepProps {
  plan: string
  turn: PlanRoad['next'][number]
  version: string
}

/** One step that may follow: what it still needs, in words, or the button that takes it. */
export function TakeStep({ plan, turn: { to, missing }, version }: TakeStepProps) {
  const say = useSay()
  const county = useCounty()
  const step = useChange(routes.plans.step, ['plans'])
  const [asking, setAsking] = useState(false)
  const [note, setNote, clear] = useDraft(`${plan} ${to}`, '')
  const needsNote = noteWords[to]
  const take = () =>
    step
      .mutateAsync({ params: { county, plan }, body: { to, note }, version })
      .then(() => {
        clear()
        setAsking(false)
      })
      .catch(() => undefined)
  return (
    <Card size="small" style={{ width: 300 }} title={say(turnWords[to])}>
      <Flex vertical gap={8} align="start">
        {missing.map((f) => (
          <div key={f.code}>
            <strong>{say(f.what)}</strong>
            <br />
            <Typography.Text type="secondary">{say(f.remedy)}</Typography.Text>
          </div>
        ))}
        {missing.length === 0 && (
          <Button type={isBack(to) ? 'default' : 'primary'} onClick={() => setAsking(true)}>
            {say(turnWords[to])}
          </Button>
        )}
      </Flex>
      {asking && (
        <SaveDialog
          title={say(turnWords[to])}
          ok={{ zh: '确定', en: 'Do it' }}
          isWhole={needsNote === undefined || note.trim() !== ''}
          isSaving={step.isPending}
          error={step.error}
          onSave={take}
          onClose={() => setAsking(false)}
        >
          <Field label={say(needsNote ?? { zh: '说明（可不写）', en: 'Note (may be left empty)' })}>
            {(field) => (
              <Input.TextArea
                id={field}
                rows={4}
                maxLength={4000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </SaveDialog>
      )}
    </Card>
  )
}
