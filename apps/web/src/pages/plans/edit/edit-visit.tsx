import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { formatClock, formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { EditDialog } from '../../../parts/edits/edit-dialog.tsx'
import { useEditTrial } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import type { VisitRow } from '../timetable.ts'
import { dropOf, moveOf, type WantedPlace } from './visit-edits.ts'

interface EditVisitProps {
  plan: string
  version: string
  row: VisitRow
  /** Day to begin with, where the visit was dropped on one. */
  date: PlainDate
  known: Known
  onClose: () => void
}

/** Moves or drops a visit: each choice is tried at once, and the checker answers before anything is saved. */
export function EditVisit({ plan, version, row, date, known, onClose }: EditVisitProps) {
  const say = useSay()
  const language = useLanguage()
  const [place, setPlace] = useState<WantedPlace>({ date, vehicle: row.vehicle })
  const [edit, setEdit] = useState<PlanEdit | null>(moveOf(row, place))
  const trial = useEditTrial({ plan, version }, edit && [edit], onClose)
  const move = (next: WantedPlace) => {
    setPlace(next)
    setEdit(moveOf(row, next))
  }
  return (
    <EditDialog
      title={say(
        { zh: '{place}，{day} {time} 的这一次', en: 'The visit to {place} on {day} at {time}' },
        {
          place: known.names.settlement(row.settlement),
          day: `${formatDay(row.date, language)} ${formatWeekday(row.date, language)}`,
          time: formatClock(row.arrive),
        },
      )}
      trial={trial}
      known={known}
      onClose={onClose}
    >
      {row.locked ? (
        <Typography.Text type="warning">
          {say({
            zh: '这一次已锁定，先解锁才能改。',
            en: 'This visit is locked; unlock it first.',
          })}
        </Typography.Text>
      ) : (
        <Flex gap={12} align="end" wrap>
          <DayField
            label={say({ zh: '改到哪天', en: 'Move to the day' })}
            value={place.date}
            onChange={(day) => day && move({ ...place, date: day })}
          />
          <Field label={say({ zh: '哪辆车', en: 'Vehicle' })}>
            {(id) => (
              <Select
                id={id}
                style={{ width: 220 }}
                value={place.vehicle}
                onChange={(vehicle) => move({ ...place, vehicle })}
                options={known.resources.vehicles.map((v) => ({
                  value: v.id,
                  label: known.names.vehicle(v.id),
                }))}
              />
            )}
          </Field>
          <Button danger onClick={() => setEdit(dropOf(row))}>
            {say({ zh: '试试去掉这一次', en: 'Try without this visit' })}
          </Button>
        </Flex>
      )}
    </EditDialog>
  )
}
