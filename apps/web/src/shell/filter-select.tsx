import { useSay } from '@kuashan/ui/language/language.tsx'
import { SearchSelect } from './search-select.tsx'

interface FilterSelectProps<V extends string> {
  /** What is filtered by; read out, and shown while nothing is chosen. */
  label: string
  value: V | null
  options: { value: V; label: string }[]
  onChange: (value: V | null) => void
}

/** Chooses one value to filter by, or none. */
export function FilterSelect<V extends string>(props: FilterSelectProps<V>) {
  const say = useSay()
  const { label, value, options, onChange } = props
  return (
    <SearchSelect<V>
      allowClear
      style={{ width: 220 }}
      placeholder={say({ zh: '{label}：全部', en: '{label}: all' }, { label })}
      aria-label={label}
      value={value}
      options={options}
      onChange={(chosen?: V) => onChange(chosen ?? null)}
    />
  )
}
