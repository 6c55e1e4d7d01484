import { routes } from '@kuashan/contract/routes.ts'
import type { Plan, SiteDecision } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import type { Edited } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { useMay } from '../../../shell/county.tsx'
import { Decisions } from '../decisions.tsx'
import { EditDecision, type FirstEdit } from './edit-decision.tsx'

interface EditableDecisionsProps {
  edited: Edited
  plan: Plan
  isDraft: boolean
  known: Known
}

/** Sites, doorstep and rides; of a draft, sites are opened, closed and moved in it, and villages served otherwise. */
export function EditableDecisions({ edited, plan, isDraft, known }: EditableDecisionsProps) {
  const say = useSay()
  const mayEdit = useMay(routes.planEdits.edit) && isDraft
  const [open, setOpen] = useState<FirstEdit | null>(null)
  if (!mayEdit) return <Decisions plan={plan} names={known.names} />
  return (
    <Flex vertical gap={16}>
      <Flex gap={8}>
        <Button onClick={() => setOpen({ kind: 'open' })}>
          {say({ zh: '改场所…', en: 'Change a site…' })}
        </Button>
        <Button onClick={() => setOpen({ kind: 'serve' })}>
          {say({ zh: '给一个村换服务方式…', en: 'Serve a village otherwise…' })}
        </Button>
      </Flex>
      <Decisions
        plan={plan}
        names={known.names}
        siteActions={(site) => (
          <Button
            size="small"
            aria-label={say(
              { zh: '改动：{name}', en: 'Change: {name}' },
              { name: known.names.facility(site.facility) },
            )}
            onClick={() => setOpen(changeOf(site))}
          >
            {say({ zh: '改动…', en: 'Change…' })}
          </Button>
        )}
      />
      {open && (
        <EditDecision
          edited={edited}
          plan={plan}
          known={known}
          first={open}
          onClose={() => setOpen(null)}
        />
      )}
    </Flex>
  )
}

/** What a site is most likely changed to: the other way round. */
const changeOf = ({ facility, action }: SiteDecision): FirstEdit => ({
  kind: action === 'close' ? 'open' : 'close',
  facility,
})
