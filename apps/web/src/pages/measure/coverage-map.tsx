import type { MeasurementView } from '@kuashan/contract/measures.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { Button, Card, Flex, Segmented, Select, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { modeWords } from '../../parts/figures/figure-words.ts'
import { useCells } from '../../parts/figures/use-cells.ts'
import { useRoads } from '../../parts/places/roads.ts'
import { useServices } from '../../server/services.ts'
import { useCounty } from '../../shell/county.tsx'
import { ownName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'
import { Trouble } from '../../shell/trouble.tsx'
import type { CellFilter } from './cell-filter.ts'
import { type CellView, cellPlaces, colourOfKey, keyOfCell, signOfKey } from './cell-places.ts'

const keyWords: Readonly<Record<string, Words>> = {
  ...modeWords,
  met: { zh: '达标', en: 'Met' },
  missed: { zh: '没达标', en: 'Not met' },
  none: { zh: '够不到', en: 'Not reached' },
  nobody: { zh: '没有应享的人', en: 'Nobody entitled' },
}

interface CoverageMapProps {
  measurement: MeasurementView
  territory: Territory
  onDrill: (filter: CellFilter) => void
}

/** One service at every settlement: met or missed, or by what it is reached; the same in a list at its side. */
export default function CoverageMap({ measurement, territory, onDrill }: CoverageMapProps) {
  const say = useSay()
  const language = useLanguage()
  const roads = useRoads(useCounty()).data ?? null
  const { name } = useServices()
  const services = measurement.coverage.services.map(({ key }) => key)
  const [service, setService] = useState(services[0] ?? '')
  const [view, setView] = useState<CellView>('met')
  const { cells, error } = useCells(measurement.id, { service })
  const { places, legend } = useMemo(
    () => cellPlaces(territory.settlements, cells, view, language),
    [territory, cells, view, language],
  )
  const names = new Map(territory.settlements.map((s) => [s.id, ownName(s, language)]))
  const open = (settlement: string | null) => settlement && onDrill({ service, settlement })
  if (error) return <Trouble error={error} />
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} wrap align="center">
        <Select
          style={{ width: 320 }}
          aria-label={say({ zh: '服务', en: 'Service' })}
          value={service}
          onChange={setService}
          options={services.map((value) => ({ value, label: name(value) }))}
        />
        <Segmented
          aria-label={say({ zh: '地图上看什么', en: 'What the map shows' })}
          value={view}
          onChange={setView}
          options={[
            { value: 'met' as const, label: say({ zh: '达标没有', en: 'Met or not' }) },
            { value: 'mode' as const, label: say({ zh: '怎么够到', en: 'How reached' }) },
          ]}
        />
        {legend.map(({ key, colour, settlements }) => (
          <Tag key={key}>
            <span style={{ color: colour }} aria-hidden>
              {signOfKey(key)}
            </span>{' '}
            {say(keyWords[key] ?? { zh: key, en: key })} {formatNumber(settlements)}
          </Tag>
        ))}
      </Flex>
      <Flex gap={16} style={{ height: 'calc(100vh - 370px)', minHeight: 420 }}>
        <Card styles={{ body: { padding: 0, height: '100%' } }} style={{ flex: 3, minWidth: 0 }}>
          <CountyMap
            label={say({
              zh: '各居民点的服务情况，名单在右边',
              en: 'The service at each settlement; the list is at the right',
            })}
            places={places}
            roads={roads}
            selected={null}
            onSelect={open}
          />
        </Card>
        <div style={{ flex: 2, minWidth: 320, overflow: 'auto' }}>
          <Table
            size="small"
            rowKey="settlement"
            dataSource={[...cells].sort(
              (a, b) => Number(a.met) - Number(b.met) || b.people - a.people,
            )}
            pagination={paged(15)}
            columns={[
              {
                title: say({ zh: '居民点', en: 'Settlement' }),
                render: (_, { settlement }) => (
                  <Button
                    type="link"
                    size="small"
                    style={{ padding: 0 }}
                    onClick={() => open(settlement)}
                  >
                    {names.get(settlement) ?? settlement}
                  </Button>
                ),
              },
              {
                title: say({ zh: '人', en: 'People' }),
                align: 'right',
                render: (_, { people }) => formatNumber(people, 1),
              },
              {
                title: say({ zh: '情况', en: 'State' }),
                render: (_, cell) => {
                  const key = keyOfCell(cell, view)
                  return (
                    <>
                      <span style={{ color: colourOfKey(key) }} aria-hidden>
                        {signOfKey(key)}
                      </span>{' '}
                      {say(keyWords[key] ?? { zh: key, en: key })}
                    </>
                  )
                },
              },
            ]}
          />
        </div>
      </Flex>
    </Flex>
  )
}
