import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useCounty } from '../../shell/county.tsx'

const systems = ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const
type System = (typeof systems)[number]

/** The start package with the county’s code and name in it, for the year and coordinate system that are chosen. */
export function TakeTemplate() {
  const say = useSay()
  const county = useCounty()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [coordinates, setCoordinates] = useState<System | null>(null)
  const take = (form: 'csv' | 'xlsx') =>
    addressOf(routes.counties.template, {
      params: { county },
      query: { form, year, ...(coordinates ? { coordinates } : {}) },
    })
  return (
    <Flex vertical gap={12}>
      <span>
        {say({
          zh: '一套空表，每张都带示例；里面的“README.zh.md”写着每张表向哪个部门要。',
          en: 'Empty tables, each with an example; README.en.md in it says which office has each of them.',
        })}
      </span>
      <Flex gap={16} wrap align="end">
        <Flex vertical>
          <label htmlFor="year">{say({ zh: '规划哪一年', en: 'Year to plan' })}</label>
          <InputNumber
            id="year"
            min={1990}
            max={2100}
            value={year}
            onChange={(chosen) => setYear(chosen ?? year)}
          />
        </Flex>
        <Flex vertical>
          <label htmlFor="coordinates">
            {say({ zh: '坐标系（问测绘部门，不能猜）', en: 'Coordinates (ask the surveyors)' })}
          </label>
          <Select
            id="coordinates"
            style={{ width: 260 }}
            allowClear
            placeholder={say({ zh: '以后再填', en: 'to be filled in later' })}
            value={coordinates}
            onChange={(system: System | undefined) => setCoordinates(system ?? null)}
            options={systems.map((system) => ({ value: system, label: system }))}
          />
        </Flex>
        <Button type="primary" href={take('xlsx')}>
          {say({ zh: '下载（Excel）', en: 'Download (Excel)' })}
        </Button>
        <Button href={take('csv')}>{say({ zh: '下载（CSV）', en: 'Download (CSV)' })}</Button>
      </Flex>
    </Flex>
  )
}
