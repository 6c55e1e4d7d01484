import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Segmented, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import {
  changeOfMode,
  editsOfSites,
  openableIn,
  type SiteChange,
  type WantedSites,
  type WantedWay,
} from './decision-edits.ts'
import { EditDialog } from './edit-dialog.tsx'
import { SiteForm } from './site-form.tsx'
import { type Edited, useEditTrial } from './use-edit-trial.ts'
import { WayForm } from './way-form.tsx'

export type DecisionKind = SiteChange | 'serve'

interface EditDecisionProps {
  edited: Edited
  plan: Plan
  known: Known
  /** What to begin with: a building of the list, or nothing chosen yet. */
  first: { kind: DecisionKind; facility: string | null }
  onClose: () => void
}

/** Opens, closes or moves a site, or serves a village otherwise; tried at once, and the checker answers before it is saved. */
export function EditDecision({ edited, plan, known, first, onClose }: EditDecisionProps) {
  const say = useSay()
  const [kind, setKind] = useState(first.kind)
  const [sites, setSites] = useState<WantedSites>({
    closes: first.kind === 'close' ? first.facility : null,
    opens: first.kind === 'open' ? first.facility : null,
    toKind: null,
  })
  const [way, setWay] = useState<WantedWay>({
    settlement: null,
    service: null,
    mode: 'vehicle',
    stops: [],
    facility: null,
    calls: 12,
  })
  const change = kind === 'serve' ? changeOfMode(way) : null
  const edits =
    kind === 'serve'
      ? change && [change]
      : editsOfSites(kind, sites, openableIn(plan, known.territory.facilities))
  const trial = useEditTrial(edited, edits, onClose)
  return (
    <EditDialog
      title={say({ zh: '手工改方案', en: 'Change the plan by hand' })}
      trial={trial}
      known={known}
      onClose={onClose}
    >
      <Segmented<DecisionKind>
        style={{ alignSelf: 'start' }}
        aria-label={say({ zh: '改什么', en: 'What changes' })}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'open', label: say({ zh: '启用场所', en: 'Open a site' }) },
          { value: 'close', label: say({ zh: '关闭场所', en: 'Close a site' }) },
          { value: 'move', label: say({ zh: '搬迁场所', en: 'Move a site' }) },
          { value: 'serve', label: say({ zh: '换服务方式', en: 'Serve otherwise' }) },
        ]}
      />
      {kind === 'serve' ? (
        <WayForm wanted={way} plan={plan} known={known} onChange={setWay} />
      ) : (
        <SiteForm change={kind} wanted={sites} plan={plan} known={known} onChange={setSites} />
      )}
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
