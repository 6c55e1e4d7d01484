import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Segmented } from 'antd'
import type { Known } from '../../../server/names.ts'
import { SiteForm } from './site-form.tsx'
import { VisitsForm } from './visits-form.tsx'
import type { EditKind, WantedEdits } from './wanted-edits.ts'
import { WayForm } from './way-form.tsx'

/** What each kind of change is called. */
export const editKindWords: Readonly<Record<EditKind, Words>> = {
  open: { zh: '启用场所', en: 'Open a site' },
  close: { zh: '关闭场所', en: 'Close a site' },
  move: { zh: '搬迁场所', en: 'Move a site' },
  serve: { zh: '换服务方式', en: 'Serve otherwise' },
  frequency: { zh: '改次数', en: 'How often' },
  visit: { zh: '加一次', en: 'One visit more' },
}

interface WantedFormProps {
  wanted: WantedEdits
  plan: Plan
  known: Known
  onChange: (wanted: WantedEdits) => void
}

/** Fills in one change of a plan: of a site, of how a village is served, or of its visits. */
export function WantedForm({ wanted, plan, known, onChange }: WantedFormProps) {
  const say = useSay()
  const { kind, sites, way, visits } = wanted
  const put = (some: Partial<WantedEdits>) => onChange({ ...wanted, ...some })
  const form =
    kind === 'serve' ? (
      <WayForm wanted={way} plan={plan} known={known} onChange={(next) => put({ way: next })} />
    ) : kind === 'frequency' || kind === 'visit' ? (
      <VisitsForm
        asks={kind}
        wanted={visits}
        plan={plan}
        known={known}
        onChange={(next) => put({ visits: next })}
      />
    ) : (
      <SiteForm
        change={kind}
        wanted={sites}
        plan={plan}
        known={known}
        onChange={(next) => put({ sites: next })}
      />
    )
  return (
    <>
      <Segmented<EditKind>
        style={{ alignSelf: 'start' }}
        aria-label={say({ zh: '改什么', en: 'What changes' })}
        value={kind}
        onChange={(next) => put({ kind: next })}
        options={(Object.keys(editKindWords) as EditKind[]).map((value) => ({
          value,
          label: say(editKindWords[value]),
        }))}
      />
      {form}
    </>
  )
}
