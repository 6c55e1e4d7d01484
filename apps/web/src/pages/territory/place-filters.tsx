import type { Territory } from '@kuashan/contract/territory.ts'
import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, Input, Select } from 'antd'
import { useOwnName } from '../../shell/own-name.ts'
import { SearchSelect } from '../../shell/search-select.tsx'
import type { PlaceFilter } from './place-filter.ts'

interface PlaceFiltersProps {
  territory: Territory
  filter: PlaceFilter
  onFilter: (filter: PlaceFilter) => void
  /** What is searched for. */
  onTyped: (typed: string) => void
}

/** Narrows the lists and the map: by name, place, kind, and what needs a second look. */
export function PlaceFilters({ territory, filter, onFilter, onTyped }: PlaceFiltersProps) {
  const say = useSay()
  const own = useOwnName()
  const local = territory.divisions.filter((d) => d.level === 'township' || d.level === 'village')
  const kinds = [...new Set(territory.facilities.map((f) => f.kind))].sort()
  return (
    <Flex gap={8} wrap align="center">
      <Input
        allowClear
        style={{ width: 250 }}
        placeholder={say({ zh: '名称、拼音或首字母', en: 'Name, pinyin or initials' })}
        aria-label={say({ zh: '在名单里找', en: 'Find in the lists' })}
        onChange={(event) => onTyped(event.target.value)}
      />
      <SearchSelect
        allowClear
        style={{ width: 160 }}
        placeholder={say({ zh: '全部乡镇和村', en: 'All townships' })}
        aria-label={say({ zh: '乡镇或村', en: 'Township or village' })}
        value={filter.division}
        options={local.map((d) => ({
          value: d.code,
          label: d.level === 'village' ? `　${own(d)}` : own(d),
        }))}
        onChange={(division?: string) => onFilter({ ...filter, division: division ?? null })}
      />
      <Select
        allowClear
        style={{ width: 200 }}
        placeholder={say({ zh: '全部设施类别', en: 'All kinds of facility' })}
        aria-label={say({ zh: '设施类别', en: 'Kind of facility' })}
        value={filter.kind}
        options={kinds.map((kind) => ({ value: kind, label: say(facilityKindWords[kind]) }))}
        onChange={(kind?: string) => onFilter({ ...filter, kind: kind ?? null })}
      />
      <Checkbox
        checked={filter.remoteOnly}
        onChange={(event) => onFilter({ ...filter, remoteOnly: event.target.checked })}
      >
        {say({ zh: '只看偏远', en: 'Remote only' })}
      </Checkbox>
      <Checkbox
        checked={filter.unlocatedOnly}
        onChange={(event) => onFilter({ ...filter, unlocatedOnly: event.target.checked })}
      >
        {say({ zh: '只看无坐标', en: 'Not located only' })}
      </Checkbox>
    </Flex>
  )
}
