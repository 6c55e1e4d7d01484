import type { CalendarLine } from '@kuashan/contract/calendar.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { JointEvent } from '@kuashan/core/plan/department-event.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Input, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { useVisitText } from './visit-text.ts'

interface EventNoteProps {
  offer: JointEvent<CalendarLine>
  known: Known
  onClose: () => void
}

/** A note to the department on its own event: both come together. It stands in the shared calendar. */
export function EventNote({ offer: { event, visit, days }, known, onClose }: EventNoteProps) {
  const say = useSay()
  const county = useCounty()
  const save = useChange(routes.calendar.save, ['calendar'])
  const visitText = useVisitText(known)
  const [note, setNote] = useState(() =>
    say(
      days === 0
        ? { zh: '同一天合并到访：{visit}。', en: 'One visit on this day together with: {visit}.' }
        : { zh: '请改到这一次的同一天：{visit}。', en: 'Please come on the day of: {visit}.' },
      { visit: visitText(visit) },
    ),
  )
  const { id: key, version, ...entry } = event
  const keep = () =>
    save.mutate(
      {
        params: { county, event: key },
        version: String(version),
        body: { ...entry, state: 'joint', note },
      },
      { onSuccess: onClose },
    )
  return (
    <SaveDialog
      title={say({ zh: '给部门的话', en: 'A note to the department' })}
      ok={{ zh: '记到日历里', en: 'Keep it in the calendar' }}
      isWhole={note.trim() !== ''}
      isSaving={save.isPending}
      error={save.error}
      onSave={keep}
      onClose={onClose}
    >
      <Typography.Text lang="zh">{event.purpose}</Typography.Text>
      <Field label={say({ zh: '写什么', en: 'What to say' })}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </SaveDialog>
  )
}
