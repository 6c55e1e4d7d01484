import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { Input, type InputProps } from 'antd'
import { Field } from './field.tsx'

interface DayInputProps extends Pick<InputProps, 'id' | 'disabled' | 'min' | 'max' | 'aria-label'> {
  value: string | null
  /** Null when it was emptied. */
  onChange: (day: PlainDate | null) => void
}

/** A day of the calendar. */
export const DayInput = ({ value, onChange, ...rest }: DayInputProps) => (
  <Input
    {...rest}
    type="date"
    style={{ width: 160 }}
    value={value ?? ''}
    onChange={({ target }) => onChange((target.value || null) as PlainDate | null)}
  />
)

/** A day under its label. */
export const DayField = ({ label, ...day }: DayInputProps & { label: string }) => (
  <Field label={label}>{(id) => <DayInput id={id} {...day} />}</Field>
)
