import { InputNumber } from 'antd'
import { Field } from '../../../shell/field.tsx'

interface TimesFieldProps {
  label: string
  value: number | null
  onChange: (times: number | null) => void
}

/** How many times in the horizon something is done. */
export function TimesField({ label, value, onChange }: TimesFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <InputNumber<number>
          id={id}
          min={1}
          max={366}
          precision={0}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
