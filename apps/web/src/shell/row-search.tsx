import { useSay } from '@kuashan/ui/language/language.tsx'
import { type FindRows, useFindRows } from '@kuashan/ui/search/use-find.ts'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'

interface RowSearch {
  /** Where one types what a table is searched for. */
  box: ReactNode
  /** The rows that fit what stands in it. */
  findRows: FindRows
}

/** The search of a table by name, pinyin and initials; `label` says what is searched and is read out. */
export function useRowSearch(label: string): RowSearch {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const findRows = useFindRows(typed)
  const box = (
    <Input
      allowClear
      style={{ width: 240 }}
      placeholder={say({ zh: '名称、拼音或首字母', en: 'Name, pinyin or initials' })}
      aria-label={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
  return { box, findRows }
}
