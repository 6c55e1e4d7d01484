import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { reachWords } from '@kuashan/ui/plan-words.ts'
import { Flex, InputNumber, Segmented, Typography } from 'antd'
import { useMemo } from 'react'
import type { Known } from '../../../server/names.ts'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { ChooseOne } from './choose-one.tsx'
import { goesOutFor, openIn, type WantedWay } from './decision-edits.ts'
import { useStopOptions } from './stop-options.ts'

interface WayFormProps {
  wanted: WantedWay
  plan: Plan
  known: Known
  onChange: (wanted: WantedWay) => void
}

/** How one village is served by one service from now on: by sites, at stops of vehicles, or at home. */
export function WayForm({ wanted, plan, known, onChange }: WayFormProps) {
  const say = useSay()
  const { names, territory, catalogue } = known
  const stopOptions = useStopOptions(known)
  const put = (some: Partial<WantedWay>) => onChange({ ...wanted, ...some })
  const now = plan.assignments.filter(
    (a) => a.settlement === wanted.settlement && a.service === wanted.service && a.chosen !== true,
  )
  const dueHere = useMemo(() => {
    const at = [...plan.assignments, ...plan.shortages].filter(
      (line) => line.settlement === wanted.settlement,
    )
    return [...new Set(at.map((line) => line.service))].sort()
  }, [plan, wanted.settlement])
  const service = catalogue.services.find(({ id }) => id === wanted.service)
  const bases = service
    ? openIn(plan, territory.facilities).filter((f) => goesOutFor(service, f.kind))
    : []
  return (
    <Flex vertical gap={12}>
      <ChooseOne
        label={say({ zh: '哪个居民点', en: 'Which settlement' })}
        value={wanted.settlement}
        options={territory.settlements.map(({ id }) => ({
          value: id,
          label: names.settlementInVillage(id),
        }))}
        onChange={(settlement) => put({ settlement, service: null })}
      />
      {wanted.settlement && (
        <ChooseOne
          label={say({ zh: '哪项服务', en: 'Which service' })}
          value={wanted.service}
          options={dueHere.map((id) => ({ value: id, label: names.service(id) }))}
          onChange={(chosen) => put({ service: chosen, facility: null })}
        />
      )}
      {wanted.service && (
        <Typography.Text type="secondary">
          {now.length === 0
            ? say({ zh: '现在：没有人服务', en: 'Now: nobody' })
            : say(
                { zh: '现在：{how}', en: 'Now: {how}' },
                {
                  how: now.map((a) => say(reachWords[a.mode])).join(say({ zh: '、', en: ', ' })),
                },
              )}
        </Typography.Text>
      )}
      <Segmented<WantedWay['mode']>
        style={{ alignSelf: 'start' }}
        aria-label={say({ zh: '改为', en: 'From now on' })}
        value={wanted.mode}
        onChange={(mode) => put({ mode })}
        options={(['fixed', 'vehicle', 'doorstep'] as const).map((value) => ({
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
      {wanted.mode === 'doorstep' && (
        <>
          <ChooseOne
            label={say({ zh: '谁去', en: 'Who goes' })}
            value={wanted.facility}
            options={bases.map(({ id }) => ({ value: id, label: names.facility(id) }))}
            onChange={(facility) => put({ facility })}
          />
          <Field label={say({ zh: '方案期内上门几次', en: 'Calls in the horizon' })}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={366}
                value={wanted.calls}
                onChange={(calls) => put({ calls })}
              />
            )}
          </Field>
        </>
      )}
    </Flex>
  )
}
