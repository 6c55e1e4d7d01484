import {
  dayRuns,
  readWeekHours,
  type WeekHours,
  weekHoursText,
} from '@kuashan/core/resources/week-hours.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../shell/field.tsx'

const days: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** Hours of a week as they are read: days with the same hours together, `周一至周五 08:00-17:00`. */
export function weekHoursSaid(hours: WeekHours, language: Language): string {
  const name = (weekday: number) => days[language][weekday - 1]!
  const join = language === 'zh' ? '至' : '–'
  return dayRuns(hours)
    .map(({ first, last, text }) =>
      first === last ? `${name(first)} ${text}` : `${name(first)}${join}${name(last)} ${text}`,
    )
    .join(language === 'zh' ? '，' : ', ')
}

interface WeekHoursFieldProps {
  label: string
  value: WeekHours
  onChange: (hours: WeekHours) => void
}

/** Hours of a week, typed in one line. */
export function WeekHoursField({ label, value, onChange }: WeekHoursFieldProps) {
  const say = useSay()
  const [typed, setTyped] = useState(() => weekHoursText(value))
  return (
    <Field
      label={`${label}${say({ zh: '（如 1-5 08:00-17:00，1 是周一）', en: ' (like 1-5 08:00-17:00; 1 is Monday)' })}`}
    >
      {(id) => (
        <Input
          id={id}
          style={{ width: 360 }}
          value={typed}
          status={readWeekHours(typed) === null ? 'error' : ''}
          onChange={({ target }) => {
            setTyped(target.value)
            const hours = readWeekHours(target.value)
            if (hours !== null) onChange(hours)
          }}
        />
      )}
    </Field>
  )
}
