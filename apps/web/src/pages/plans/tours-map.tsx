import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { Card, Empty, Flex, Select, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { Edited } from '../../parts/edits/use-edit-trial.ts'
import { mapPlaces } from '../../parts/places/map-places.ts'
import { useRoads } from '../../parts/places/roads.ts'
import type { Known } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { DayList } from './day-list.tsx'
import { PointedPlace } from './edit/pointed-place.tsx'
import {
  chosenTours,
  legsWithoutRoad,
  type TourChoice,
  tourLines,
  vehicleColours,
} from './tour-lines.ts'

const nowhere: ReadonlySet<string> = new Set()

interface ToursMapProps {
  edited: Edited
  /** Version of the plan’s document. */
  document: number
  plan: Plan
  isDraft: boolean
  known: Known
}

/** Tours of a day or of a vehicle as lines along the roads, and the same as a list beside the map; of a draft, what was clicked can be changed. */
export default function ToursMap({ edited, document, plan, isDraft, known }: ToursMapProps) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const mayEdit = useMay(routes.planEdits.edit) && isDraft
  const roads = useRoads(county)
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
  const driven = useAnswer(routes.plans.tourRoads, {
    params: { county, plan: edited.plan },
    query: {
      version: document,
      ...(choice.date === null ? {} : { date: choice.date }),
      ...(choice.vehicle === null ? {} : { vehicle: choice.vehicle }),
    },
  }).data?.data
  const lines = useMemo(
    () => tourLines(tours, plan, known.territory, depots, colours, driven),
    [tours, plan, known, depots, colours, driven],
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
            { zh: '{n} 趟，{km} 公里', en: '{n} {n|tour|tours}, {km} km' },
            { n: tours.length, km: formatNumber(tours.reduce((m, t) => m + t.metres, 0) / 1000) },
          )}
          {driven &&
            legsWithoutRoad(driven) > 0 &&
            say(
              {
                zh: '；{n} 段没有路可画，直线表示',
                en: '; {n} {n|leg|legs} without a known road are straight',
              },
              { n: legsWithoutRoad(driven) },
            )}
        </Typography.Text>
        {mayEdit && selected && (
          <PointedPlace key={selected} edited={edited} plan={plan} known={known} place={selected} />
        )}
        {mayEdit && !selected && (
          <Typography.Text type="secondary">
            {say({
              zh: '点地图上的场所或停靠点，可以手工改',
              en: 'Click a site or a stop on the map to change it by hand',
            })}
          </Typography.Text>
        )}
        <DayList plan={plan} tours={tours} known={known} colours={colours} onSelect={setSelected} />
      </Flex>
    </Flex>
  )
}
