import type { Goal, Indicator } from '@kuashan/core/catalogue/goal.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, InputNumber } from 'antd'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { useFigureOptions } from './figure-options.ts'

interface NamesProps {
  of: Words
  name: Goal['name']
  onChange: (name: Goal['name']) => void
}

/** A name in both languages. */
export function Names({ of, name, onChange }: NamesProps) {
  const say = useSay()
  return (
    <Flex gap={12} wrap>
      <TextField
        label={say(of)}
        width={320}
        most={200}
        value={name.zh}
        onChange={(zh) => onChange({ ...name, zh })}
      />
      <TextField
        label={say({ zh: '英文名称（可不填）', en: 'Name in English (may stay empty)' })}
        width={320}
        most={200}
        value={name.en}
        onChange={(en) => onChange({ ...name, en })}
      />
    </Flex>
  )
}

interface IndicatorFieldsProps {
  indicator: Indicator
  onChange: (indicator: Indicator) => void
  onRemove: () => void
}

/** One indicator of a goal: its name, the figure it reads, its last target and those of the years before. */
export function IndicatorFields({ indicator, onChange, onRemove }: IndicatorFieldsProps) {
  const say = useSay()
  const options = useFigureOptions()
  const put = (some: Partial<Indicator>) => onChange({ ...indicator, ...some })
  return (
    <Flex vertical gap={8} style={{ paddingInlineStart: 16 }}>
      <Names
        of={{ zh: '指标名称', en: 'Name of the indicator in Chinese' }}
        name={indicator.name}
        onChange={(name) => put({ name })}
      />
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '看哪个数', en: 'Figure' })}>
          {(id) => (
            <SearchSelect
              id={id}
              style={{ width: 320 }}
              value={indicator.figure}
              onChange={(figure) => put({ figure })}
              options={options}
            />
          )}
        </Field>
        <Field label={say({ zh: '最终目标（%）', en: 'Target in the end (%)' })}>
          {(id) => (
            <Percent id={id} share={indicator.target} onChange={(target) => put({ target })} />
          )}
        </Field>
        <DayField
          label={say({ zh: '到哪天', en: 'By' })}
          value={indicator.by}
          onChange={(day) => day && put({ by: day })}
        />
        <Button onClick={onRemove}>{say({ zh: '去掉', en: 'Take away' })}</Button>
      </Flex>
      <Years indicator={indicator} onChange={(yearly) => put({ yearly })} />
    </Flex>
  )
}

interface PercentProps {
  id: string
  share: number
  onChange: (share: number) => void
}

function Percent({ id, share, onChange }: PercentProps) {
  return (
    <InputNumber
      id={id}
      min={0}
      max={100}
      style={{ width: 110 }}
      value={Math.round(share * 1000) / 10}
      onChange={(percent) => onChange(Number(percent ?? 0) / 100)}
    />
  )
}

interface YearsProps {
  indicator: Indicator
  onChange: (yearly: Indicator['yearly']) => void
}

/** Targets year by year, up to the year of the last one. */
function Years({ indicator: { yearly, target, by }, onChange }: YearsProps) {
  const say = useSay()
  const last = Number(by.slice(0, 4))
  const next = yearly.length > 0 ? Math.max(...yearly.map(({ year }) => year)) + 1 : last
  return (
    <Flex gap={12} wrap align="end">
      {yearly.map((one, at) => (
        <Field
          key={one.year}
          label={say({ zh: '{year} 年要到（%）', en: 'By the end of {year} (%)' }, one)}
        >
          {(id) => (
            <Percent
              id={id}
              share={one.target}
              onChange={(share) =>
                onChange(yearly.map((old, k) => (k === at ? { ...old, target: share } : old)))
              }
            />
          )}
        </Field>
      ))}
      <Button
        size="small"
        disabled={yearly.length >= 30}
        onClick={() => onChange([...yearly, { year: next, target }])}
      >
        {say({ zh: '加 {year} 年的目标', en: 'Add a target for {year}' }, { year: String(next) })}
      </Button>
      {yearly.length > 0 && (
        <Button size="small" onClick={() => onChange(yearly.slice(0, -1))}>
          {say({ zh: '去掉最后一年', en: 'Take the last year away' })}
        </Button>
      )}
    </Flex>
  )
}
