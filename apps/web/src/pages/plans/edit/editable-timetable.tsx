import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Tag } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import type { VisitRow } from '../timetable.ts'
import { TimetableView } from '../timetable-view.tsx'
import { EditDecision, type FirstEdit } from './edit-decision.tsx'
import { EditVisit } from './edit-visit.tsx'
import { lockOf } from './visit-edits.ts'

interface EditableTimetableProps {
  id: string
  version: string
  plan: Plan
  isDraft: boolean
  known: Known
}

/** The timetable; of a draft, visits can be moved, dropped and locked in it. */
export function EditableTimetable({ id, version, plan, isDraft, known }: EditableTimetableProps) {
  const say = useSay()
  const county = useCounty()
  const mayEdit = useMay(routes.planEdits.edit) && isDraft
  const edit = useChange(routes.planEdits.edit, ['plans', 'planEdits'])
  const [open, setOpen] = useState<{ row: VisitRow; date: PlainDate } | null>(null)
  const [change, setChange] = useState<FirstEdit | null>(null)
  const lock = (row: VisitRow) =>
    edit.mutate({ params: { county, plan: id }, version, body: { edits: [lockOf(row)], note: '' } })
  const isLocked = (plan.locked ?? []).length > 0
  if (!mayEdit)
    return (
      <TimetableView
        plan={plan}
        known={known}
        actions={
          isLocked
            ? (row) => row.locked && <Tag>{say({ zh: '已锁定', en: 'locked' })}</Tag>
            : undefined
        }
      />
    )
  return (
    <>
      {edit.error && <Trouble error={edit.error} />}
      <Flex gap={8} className="no-print" style={{ marginBottom: 12 }}>
        <Button onClick={() => setChange({ kind: 'visit' })}>
          {say({ zh: '加一次…', en: 'Add a visit…' })}
        </Button>
        <Button onClick={() => setChange({ kind: 'frequency' })}>
          {say({ zh: '改一个点的次数…', en: 'Visit a stop more or less often…' })}
        </Button>
      </Flex>
      <TimetableView
        plan={plan}
        known={known}
        onDrop={(row, date) => setOpen({ row, date })}
        actions={(row) => (
          <Flex gap={8} wrap>
            <Button size="small" onClick={() => setOpen({ row, date: row.date })}>
              {say({ zh: '改动…', en: 'Change…' })}
            </Button>
            <Button size="small" onClick={() => setChange({ kind: 'frequency', stop: row.stop })}>
              {say({ zh: '次数…', en: 'How often…' })}
            </Button>
            <Button size="small" onClick={() => lock(row)}>
              {row.locked ? say({ zh: '解锁', en: 'Unlock' }) : say({ zh: '锁定', en: 'Lock' })}
            </Button>
          </Flex>
        )}
      />
      {change && (
        <EditDecision
          edited={{ plan: id, version }}
          plan={plan}
          known={known}
          first={change}
          onClose={() => setChange(null)}
        />
      )}
      {open && (
        <EditVisit
          plan={id}
          version={version}
          row={open.row}
          date={open.date}
          known={known}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
