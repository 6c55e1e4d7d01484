import { useOptionSearch } from '@kuashan/ui/search/use-find.ts'
import { Select, type SelectProps } from 'antd'

/** A list to choose from that is searched by name, pinyin and initials. Labels of its options are texts. */
export function SearchSelect<V>(props: Omit<SelectProps<V>, 'showSearch'>) {
  const search = useOptionSearch()
  return <Select<V> {...props} showSearch={search} />
}
