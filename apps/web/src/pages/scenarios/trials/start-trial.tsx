import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useServices } from '../../../server/services.ts'
import { useCounty } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'

interface StartTrialProps {
  known: Known
  onClose: () => void
}

const empty = { nameZh: '', nameEn: '', wayZh: '', wayEn: '' }

/** Registers a trial: what, where, from when to when, in which sandbox, forecast by which plan. */
export function StartTrial({ known, onClose }: StartTrialProps) {
  const say = useSay()
  const county = useCounty()
  const { options: allServices } = useServices()
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const scenarios = useAnswer(routes.scenarios.list, { params: { county } })
  const start = useChange(routes.trials.start, ['trials'])
  const [words, setWords] = useState(empty)
  const [services, setServices] = useState<string[]>([])
  const [where, setWhere] = useState<string[]>([])
  const [from, setFrom] = useState<PlainDate>(today())
  const [to, setTo] = useState<PlainDate>(today())
  const [plan, setPlan] = useState<string | null>(null)
  // Only plans made under a scenario have a sandbox.
  const made = (plans.data?.data ?? []).filter((line) => line.scenario !== null)
  const scenario = made.find(({ id }) => id === plan)?.scenario ?? null
  const sandbox = (id: string | null) =>
    scenarios.data?.data.find((one) => one.id === id)?.name ?? ''
  const isWhole =
    Object.values(words).every((text) => text.trim() !== '') &&
    services.length > 0 &&
    where.length > 0 &&
    scenario !== null
  const keep = () =>
    start
      .mutateAsync({
        params: { county },
        body: {
          ...words,
          services,
          where,
          range: { from, to },
          scenario: scenario!,
          plan: plan!,
          recorded: [],
        },
      })
      .then(onClose)
      .catch(() => undefined)
  const text = (key: keyof typeof empty, label: string) => (
    <TextField
      label={label}
      width={320}
      most={200}
      value={words[key]}
      onChange={(typed) => setWords({ ...words, [key]: typed })}
    />
  )
  const many = (
    label: string,
    value: string[],
    onChange: (value: string[]) => void,
    options: { value: string; label: string }[],
  ) => (
    <Field label={label}>
      {(id) => (
        <SearchSelect
          id={id}
          mode="multiple"
          style={{ width: '100%' }}
          value={value}
          onChange={onChange}
          options={options}
        />
      )}
    </Field>
  )
  return (
    <SaveDialog
      width={760}
      title={say({ zh: '登记试点', en: 'Register a trial' })}
      ok={{ zh: '开始', en: 'Start' }}
      isWhole={isWhole}
      isSaving={start.isPending}
      error={start.error}
      onSave={keep}
      onClose={onClose}
    >
      <Flex gap={12} wrap>
        {text('nameZh', say({ zh: '中文名称', en: 'Name in Chinese' }))}
        {text('nameEn', say({ zh: '英文名称', en: 'Name in English' }))}
        {text('wayZh', say({ zh: '新办法（中文）', en: 'The new way, in Chinese' }))}
        {text('wayEn', say({ zh: '新办法（英文）', en: 'The new way, in English' }))}
      </Flex>
      {many(say({ zh: '哪些服务', en: 'Services' }), services, setServices, allServices)}
      {many(
        say({ zh: '在哪些居民点试', en: 'Settlements where it is tried' }),
        where,
        setWhere,
        known.territory.settlements.map(({ id }) => ({
          value: id,
          label: known.names.settlement(id),
        })),
      )}
      <Flex gap={12} wrap>
        <DayField
          label={say({ zh: '从哪天', en: 'From' })}
          value={from}
          onChange={(day) => day && setFrom(day)}
        />
        <DayField
          label={say({ zh: '到哪天', en: 'To' })}
          value={to}
          onChange={(day) => day && setTo(day)}
        />
      </Flex>
      <Field
        label={say({
          zh: '由哪个方案预计（在情景下做的方案）',
          en: 'Plan that forecasts it (made under a scenario)',
        })}
      >
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            value={plan}
            onChange={setPlan}
            options={made.map((one) => ({
              value: one.id,
              label: `${one.name} · ${sandbox(one.scenario)}`,
            }))}
            notFoundContent={say({
              zh: '还没有在情景下做的方案',
              en: 'No plan has been made under a scenario yet',
            })}
          />
        )}
      </Field>
      <Typography.Text type="secondary">
        {say({
          zh: '开始以后，试什么、在哪里试、由谁预计都不能再改。',
          en: 'Once it has begun, what is tried where and the plan that forecasts it stay.',
        })}
      </Typography.Text>
    </SaveDialog>
  )
}
