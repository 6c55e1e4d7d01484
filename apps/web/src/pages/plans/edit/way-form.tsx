import { type Plan, ReachMode } from '@kuashan/core/plan/plan.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { reachWords } from '@kuashan/ui/plan-words.ts'
import { Flex, Segmented } from 'antd'
import { useMemo } from 'react'
import type { Known } from '../../../server/names.ts'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { ChooseOne } from './choose-one.tsx'
import { RideForm } from './ride-form.tsx'
import { useStopOptions } from './stop-options.ts'
import { TimesField } from './times-field.tsx'
import { givenFrom, isGivenBy, type WantedWay } from './way-edits.ts'
import { NoneGives, ServedNow } from './way-said.tsx'

/** What the building of a way is asked for as; sites and stops need none. */
const whereFrom: Readonly<Partial<Record<ReachMode, Words>>> = {
  doorstep: { zh: '谁去', en: 'Who goes' },
  remote: { zh: '由哪里远程服务', en: 'Served remotely from' },
  agent: { zh: '由哪里代办', en: 'Arranged through' },
}

interface WayFormProps {
  wanted: WantedWay
  plan: Plan
  known: Known
  onChange: (wanted: WantedWay) => void
}

/** How one village is served by one service from now on: each way in which the service is given. */
export function WayForm({ wanted, plan, known, onChange }: WayFormProps) {
  const say = useSay()
  const { names, territory, catalogue } = known
  const stopOptions = useStopOptions(known)
  const put = (some: Partial<WantedWay>) => onChange({ ...wanted, ...some })
  const dueHere = useMemo(() => {
    const at = [...plan.assignments, ...plan.shortages].filter(
      (line) => line.settlement === wanted.settlement,
    )
    return [...new Set(at.map((line) => line.service))].sort()
  }, [plan, wanted.settlement])
  const service = catalogue.services.find(({ id }) => id === wanted.service)
  const from = service ? givenFrom(service, wanted.mode, plan, territory.facilities) : []
  const offered = ReachMode.options.filter((mode) => !service || isGivenBy(service, mode))
  const fromWords = whereFrom[wanted.mode]
  const isNone = service && (fromWords || wanted.mode === 'ride') && from.length === 0
  const chooseService = (id: string) => {
    const chosen = catalogue.services.find((s) => s.id === id)!
    const first = ReachMode.options.find((mode) => isGivenBy(chosen, mode))
    const mode = isGivenBy(chosen, wanted.mode) ? wanted.mode : (first ?? 'fixed')
    put({ service: id, facility: null, mode })
  }
  return (
    <Flex vertical gap={12}>
      <ChooseOne
        label={say({ zh: '哪个居民点', en: 'Which settlement' })}
        value={wanted.settlement}
        options={territory.settlements.map(({ id }) => ({
          value: id,
          label: names.settlementInVillage(id),
        }))}
        onChange={(settlement) => put({ settlement, service: null, facility: null, pickup: null })}
      />
      {wanted.settlement && (
        <ChooseOne
          label={say({ zh: '哪项服务', en: 'Which service' })}
          value={wanted.service}
          options={dueHere.map((id) => ({ value: id, label: names.service(id) }))}
          onChange={chooseService}
        />
      )}
      {wanted.settlement && wanted.service && (
        <ServedNow
          plan={plan}
          settlement={wanted.settlement}
          service={wanted.service}
          names={names}
        />
      )}
      <Segmented<WantedWay['mode']>
        style={{ alignSelf: 'start' }}
        aria-label={say({ zh: '改为', en: 'From now on' })}
        value={wanted.mode}
        onChange={(mode) => put({ mode, facility: null })}
        options={offered.map((value) => ({
          value,
          label: say(reachWords[value]),
        }))}
      />
      {wanted.mode === 'vehicle' && (
        <Field label={say({ zh: '在哪些停靠点', en: 'At which stops' })}>
          {(id) => (
            <SearchSelect
              id={id}
              mode="multiple"
              style={{ width: '100%' }}
              value={wanted.stops}
              onChange={(stops) => put({ stops })}
              options={stopOptions(plan)}
            />
          )}
        </Field>
      )}
      {isNone && <NoneGives service={names.service(service.id)} />}
      {wanted.mode === 'ride' && !isNone && (
        <RideForm wanted={wanted} plan={plan} known={known} sites={from} put={put} />
      )}
      {fromWords && service && !isNone && (
        <ChooseOne
          label={say(fromWords)}
          value={wanted.facility}
          options={from.map(({ id }) => ({ value: id, label: names.facility(id) }))}
          onChange={(facility) => put({ facility })}
        />
      )}
      {wanted.mode === 'doorstep' && (
        <TimesField
          label={say({ zh: '方案期内上门几次', en: 'Calls in the horizon' })}
          value={wanted.times}
          onChange={(times) => put({ times })}
        />
      )}
    </Flex>
  )
}
