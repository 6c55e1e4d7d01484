import { Input } from 'antd'
import { Field } from './field.tsx'

interface TextFieldProps {
  label: string
  width: number | string
  /** How many characters it may have. */
  most: number
  value: string
  onChange: (text: string) => void
}

/** A line of text under its label. */
export const TextField = ({ label, width, most, value, onChange }: TextFieldProps) => (
  <Field label={label}>
    {(id) => (
      <Input
        id={id}
        style={{ width, maxWidth: '100%' }}
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)
