import type { Plan, Tour } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { Known } from '../../server/names.ts'

interface DayListProps {
  plan: Pick<Plan, 'stops'>
  tours: readonly Tour[]
  known: Known
  colours: ReadonlyMap<string, string>
  onSelect: (settlement: string) => void
}

const step = 20

/** Each tour as its crew drives it: out, stop after stop, home. A click shows a stop on the map. */
export function DayList({ plan, tours, known, colours, onSelect }: DayListProps) {
  const say = useSay()
  const language = useLanguage()
  const [shown, setShown] = useState(step)
  const settlementOf = useMemo(
    () => new Map(plan.stops.map((s) => [s.id, s.settlement])),
    [plan.stops],
  )
  return (
    <Flex vertical gap={8}>
      {tours.slice(0, shown).map((tour) => (
        <Card
          key={tour.id}
          size="small"
          style={{ borderInlineStart: `4px solid ${colours.get(tour.vehicle)}` }}
        >
          <Typography.Text strong>{known.names.vehicle(tour.vehicle)}</Typography.Text>
          {' · '}
          {formatDay(tour.date, language)} {formatWeekday(tour.date, language)}
          {' · '}
          {say(
            { zh: '{out} 出发，{home} 回来，{km} 公里', en: 'out {out}, back {home}, {km} km' },
            {
              out: formatClock(tour.depart),
              home: formatClock(tour.finish),
              km: formatNumber(tour.metres / 1000),
            },
          )}
          <ol style={{ margin: 0, paddingInlineStart: 22 }}>
            {tour.visits.map((visit) => {
              const settlement = settlementOf.get(visit.stop) ?? visit.stop
              return (
                <li key={visit.id}>
                  <Button
                    type="link"
                    size="small"
                    style={{ paddingInline: 4 }}
                    onClick={() => onSelect(settlement)}
                  >
                    {known.names.settlement(settlement)}
                  </Button>
                  {formatClock(visit.arrive)}–{formatClock(visit.leave)}{' '}
                  <Typography.Text type="secondary">
                    {visit.services
                      .map((s) => known.names.service(s))
                      .join(say({ zh: '、', en: ', ' }))}
                  </Typography.Text>
                </li>
              )
            })}
          </ol>
        </Card>
      ))}
      {tours.length > shown && (
        <Button onClick={() => setShown(shown + step)}>
          {say(
            { zh: '再显示 {n} 趟', en: 'Show {n} more' },
            { n: Math.min(step, tours.length - shown) },
          )}
        </Button>
      )}
    </Flex>
  )
}
