import type { Plan } from '@kuashan/core/plan/plan.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Typography } from 'antd'
import type { Known } from '../../../server/names.ts'
import { DayField } from '../../../shell/day-field.tsx'
import { ChooseOne } from './choose-one.tsx'
import { useStopOptions } from './stop-options.ts'
import { TimesField } from './times-field.tsx'
import { visitsNow, type WantedVisits } from './wanted-edits.ts'

interface VisitsFormProps {
  /** How often a stop is visited, or one visit more. */
  asks: 'frequency' | 'visit'
  wanted: WantedVisits
  plan: Plan
  known: Known
  onChange: (wanted: WantedVisits) => void
}

/** A stop visited more or less often, or once more on a day of one’s own choice. */
export function VisitsForm({ asks, wanted, plan, known, onChange }: VisitsFormProps) {
  const say = useSay()
  const put = (some: Partial<WantedVisits>) => onChange({ ...wanted, ...some })
  const stopOptions = useStopOptions(known)
  const stop = plan.stops.find(({ id }) => id === wanted.stop)
  const vehicles = known.resources.vehicles.filter(
    (v) => stop === undefined || v.kind === stop.kind,
  )
  return (
    <Flex vertical gap={12}>
      <ChooseOne
        label={say({ zh: '哪个停靠点', en: 'Which stop' })}
        value={wanted.stop}
        options={stopOptions(plan)}
        onChange={(chosen) => put({ stop: chosen, vehicle: null })}
      />
      {stop && (
        <Typography.Text type="secondary">
          {say(
            { zh: '现在：方案期内 {n} 次', en: 'Now: {n} {n|visit|visits} in the horizon' },
            { n: formatNumber(visitsNow(plan, stop.id)) },
          )}
        </Typography.Text>
      )}
      {asks === 'frequency' ? (
        <TimesField
          label={say({ zh: '改成方案期内几次', en: 'Visits in the horizon from now on' })}
          value={wanted.visits}
          onChange={(visits) => put({ visits })}
        />
      ) : (
        <>
          <DayField
            label={say({ zh: '哪天', en: 'Day' })}
            value={wanted.date}
            onChange={(date) => put({ date })}
          />
          <ChooseOne
            label={say({ zh: '哪辆车', en: 'Vehicle' })}
            value={wanted.vehicle}
            options={vehicles.map((v) => ({ value: v.id, label: known.names.vehicle(v.id) }))}
            onChange={(vehicle) => put({ vehicle })}
          />
        </>
      )}
    </Flex>
  )
}
