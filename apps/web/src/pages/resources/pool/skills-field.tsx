import { Select } from 'antd'
import { Field } from '../../../shell/field.tsx'

interface SkillsFieldProps {
  label: string
  width: number | string
  value: string[]
  onChange: (skills: string[]) => void
}

/** Skills and kit, each typed in and ended by Enter. */
export const SkillsField = ({ label, width, value, onChange }: SkillsFieldProps) => (
  <Field label={label}>
    {(id) => (
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        style={{ width }}
        value={value}
        onChange={onChange}
      />
    )}
  </Field>
)
