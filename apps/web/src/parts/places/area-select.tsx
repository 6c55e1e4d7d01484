import { codeAt, townshipOf } from '@kuashan/core/territory/division.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useDivisions } from '../../server/divisions.ts'
import { SearchSelect } from '../../shell/search-select.tsx'

export const wholeCounty: Words = { zh: '全县', en: 'the whole county' }

/** An area by its name: a township, a village, or the whole county. */
export function useAreaName(): (area: string) => string {
  const say = useSay()
  const { name } = useDivisions()
  return (area) => (area === '' ? say(wholeCounty) : name(area.padEnd(12, '0')))
}

interface AreaSelectProps {
  id: string
  /** Digits of the township or village; '' for the whole county. */
  value: string
  onChange: (area: string) => void
}

/** Chooses an area by its name, pinyin or initials. */
export function AreaSelect({ id, value, onChange }: AreaSelectProps) {
  const nameOf = useAreaName()
  const { all, name } = useDivisions()
  const areas = all.flatMap(({ code, level }) => {
    if (level === 'township') return [{ value: townshipOf(code), label: name(code) }]
    if (level !== 'village') return []
    return [{ value: code, label: `${name(code)} · ${name(codeAt(code, 'township'))}` }]
  })
  const options = [{ value: '', label: nameOf('') }, ...areas]
  // Before the names are there, and where a place is gone, what is chosen still shows.
  if (!options.some((one) => one.value === value)) options.push({ value, label: nameOf(value) })
  return (
    <SearchSelect<string>
      id={id}
      style={{ width: 280 }}
      value={value}
      options={options}
      onChange={onChange}
    />
  )
}
