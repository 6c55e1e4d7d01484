import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'

interface ChooseOneProps {
  label: string
  value: string | null
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One of many, found by typing, under its label. */
export function ChooseOne({ label, value, options, onChange }: ChooseOneProps) {
  return (
    <Field label={label}>
      {(id) => (
        <SearchSelect
          id={id}
          style={{ width: '100%' }}
          value={value}
          onChange={onChange}
          options={options}
        />
      )}
    </Field>
  )
}
