import { useSay } from '@kuashan/ui/language/language.tsx'
import { Input } from 'antd'

interface SearchBoxProps {
  /** What is searched; read out. */
  label: string
  typed: string
  onTyped: (typed: string) => void
}

/** Where one types what a table is searched for. */
export function SearchBox({ label, typed, onTyped }: SearchBoxProps) {
  const say = useSay()
  return (
    <Input
      allowClear
      style={{ width: 240 }}
      placeholder={say({ zh: '名称、拼音或首字母', en: 'Name, pinyin or initials' })}
      aria-label={label}
      value={typed}
      onChange={({ target }) => onTyped(target.value)}
    />
  )
}
