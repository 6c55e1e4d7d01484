import type { Plan, Tour } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Typography } from 'antd'
import { postWords } from '../../parts/rows/post-words.ts'
import type { Known } from '../../server/names.ts'
import { crewOf } from './crew.ts'

interface CrewLineProps {
  tour: Tour
  plan: Pick<Plan, 'experts' | 'stops'>
  known: Known
}

/** One day out of one vehicle: when it leaves and is back, and who goes, as far as the data say it. */
export function CrewLine({ tour, plan, known: { names, resources } }: CrewLineProps) {
  const say = useSay()
  const crew = crewOf(tour, plan, resources.vehicles, resources.staff)
  const comma = say({ zh: '、', en: ', ' })
  const who = ({ id, post }: { id: string; post: keyof typeof postWords | null }) =>
    post === null ? id : `${say(postWords[post])} ${id}`
  const settlementOf = new Map(plan.stops.map((stop) => [stop.id, stop.settlement]))
  return (
    <div>
      <div>
        {say(
          {
            zh: '{out} 出发，{home} 回来，{km} 公里',
            en: 'out {out}, back {home}, {km} km',
          },
          {
            out: formatClock(tour.depart),
            home: formatClock(tour.finish),
            km: formatNumber(tour.metres / 1000),
          },
        )}
        {crew.size !== null &&
          say({ zh: '；车组 {n} 人', en: '; a crew of {n}' }, { n: formatNumber(crew.size) })}
      </div>
      {crew.experts.map(({ staff, post, stops }) => (
        <div key={staff}>
          {say(
            { zh: '专家：{who}（{where}）', en: 'Specialist: {who} ({where})' },
            {
              who: who({ id: staff, post }),
              where: stops.map((s) => names.settlement(settlementOf.get(s) ?? s)).join(comma),
            },
          )}
        </div>
      ))}
      {crew.depot !== null && (
        <Typography.Text type="secondary">
          {crew.onDuty.length === 0
            ? say(
                {
                  zh: '{depot}那天没有登记在岗的人',
                  en: 'nobody on file is on duty at {depot} that day',
                },
                { depot: names.facility(crew.depot) },
              )
            : say(
                { zh: '从{depot}在岗的人中派：{who}', en: 'from those on duty at {depot}: {who}' },
                { depot: names.facility(crew.depot), who: crew.onDuty.map(who).join(comma) },
              )}
        </Typography.Text>
      )}
    </div>
  )
}
