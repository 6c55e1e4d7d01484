import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Typography } from 'antd'
import { useState } from 'react'
import { EditDialog } from '../../../parts/edits/edit-dialog.tsx'
import { type Edited, useEditTrial } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { type EditKind, editsOf, nothingWanted, type WantedEdits } from './wanted-edits.ts'
import { WantedForm } from './wanted-form.tsx'

/** What to begin with: a building or a stop that was pointed at, or nothing chosen yet. */
export interface FirstEdit {
  kind: EditKind
  facility?: string
  stop?: string
}

interface EditDecisionProps {
  edited: Edited
  plan: Plan
  known: Known
  first: FirstEdit
  onClose: () => void
}

const wantedAtFirst = ({ kind, facility, stop }: FirstEdit): WantedEdits => ({
  ...nothingWanted,
  kind,
  sites: {
    ...nothingWanted.sites,
    closes: (kind === 'close' && facility) || null,
    opens: (kind === 'open' && facility) || null,
  },
  visits: { ...nothingWanted.visits, stop: stop ?? null },
})

/** Changes a site, how a village is served, or its visits; tried at once, and the checker answers before it is saved. */
export function EditDecision({ edited, plan, known, first, onClose }: EditDecisionProps) {
  const say = useSay()
  const [wanted, setWanted] = useState(() => wantedAtFirst(first))
  const edits = editsOf(wanted, plan, known.territory.facilities)
  const trial = useEditTrial(edited, edits, onClose)
  return (
    <EditDialog
      title={say({ zh: '手工改方案', en: 'Change the plan by hand' })}
      trial={trial}
      known={known}
      onClose={onClose}
    >
      <WantedForm wanted={wanted} plan={plan} known={known} onChange={setWanted} />
      {edits === null && (
        <Typography.Text type="secondary">
          {say({
            zh: '选好后立刻试算：花多少钱、谁得谁失、检查是否通过。保存前方案不变。',
            en: 'Once all is chosen it is tried: what it costs, who wins and loses, what the checker says. The plan stays as it is until you save.',
          })}
        </Typography.Text>
      )}
    </EditDialog>
  )
}
