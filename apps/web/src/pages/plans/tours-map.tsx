import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { Card, Empty, Flex, Select, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { Known } from '../../server/names.ts'
import { useCounty } from '../../shell/county.tsx'
import { mapPlaces } from '../territory/map-places.ts'
import { useRoads } from '../territory/roads.ts'
import { DayList } from './day-list.tsx'
import { chosenTours, type TourChoice, tourLines, vehicleColours } from './tour-lines.ts'

const nowhere: ReadonlySet<string> = new Set()

/** Tours of a day or of a vehicle as lines over the county, and the same as a list beside the map. */
export function ToursMap({ plan, known }: { plan: Plan; known: Known }) {
  const say = useSay()
  const language = useLanguage()
  const roads = useRoads(useCounty())
  const dates = useMemo(() => [...new Set(plan.tours.map((t) => t.date))].sort(), [plan])
  const [choice, setChoice] = useState<TourChoice>({ date: dates[0] ?? null, vehicle: null })
  const [selected, setSelected] = useState<string | null>(null)
  const colours = useMemo(() => vehicleColours(plan), [plan])
  const places = useMemo(() => mapPlaces(known.territory, nowhere, language), [known, language])
  const depots = useMemo(
    () => new Map(known.resources.vehicles.map((v) => [v.id, v.depot])),
    [known],
  )
  const tours = useMemo(() => chosenTours(plan.tours, choice), [plan, choice])
  const lines = useMemo(
    () => tourLines(tours, plan, known.territory, depots, colours),
    [tours, plan, known, depots, colours],
  )
  if (plan.tours.length === 0)
    return <Empty description={say({ zh: '这个方案没有巡回', en: 'This plan has no tours' })} />
  return (
    <Flex gap={16} style={{ height: 'calc(100vh - 240px)', minHeight: 440 }}>
      <Card styles={{ body: { padding: 0, height: '100%' } }} style={{ flex: 3, minWidth: 0 }}>
        <CountyMap
          label={say({ zh: '巡回线路地图', en: 'Map of tours' })}
          places={places}
          roads={roads.data ?? null}
          lines={lines}
          selected={selected}
          onSelect={setSelected}
        />
      </Card>
      <Flex vertical gap={12} style={{ flex: 2, minWidth: 380, overflow: 'auto' }}>
        <Flex gap={8}>
          <Select<PlainDate | ''>
            style={{ flex: 1 }}
            aria-label={say({ zh: '日期', en: 'Day' })}
            value={choice.date ?? ''}
            onChange={(date) => setChoice({ ...choice, date: date || null })}
            options={[
              { value: '', label: say({ zh: '每一天', en: 'Every day' }) },
              ...dates.map((date) => ({
                value: date,
                label: `${formatDay(date, language)} ${formatWeekday(date, language)}`,
              })),
            ]}
          />
          <Select
            style={{ flex: 1 }}
            aria-label={say({ zh: '车辆', en: 'Vehicle' })}
            value={choice.vehicle ?? ''}
            onChange={(vehicle) => setChoice({ ...choice, vehicle: vehicle || null })}
            options={[
              { value: '', label: say({ zh: '所有车辆', en: 'All vehicles' }) },
              ...[...colours.keys()].map((id) => ({ value: id, label: known.names.vehicle(id) })),
            ]}
          />
        </Flex>
        <Typography.Text type="secondary">
          {say(
            {
              zh: '{n} 趟，{km} 公里；线从停靠点到停靠点直画',
              en: '{n} tours, {km} km; lines run straight from stop to stop',
            },
            { n: tours.length, km: formatNumber(tours.reduce((m, t) => m + t.metres, 0) / 1000) },
          )}
        </Typography.Text>
        <DayList plan={plan} tours={tours} known={known} colours={colours} onSelect={setSelected} />
      </Flex>
    </Flex>
  )
}
