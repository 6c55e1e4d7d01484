import type { PlanLine } from '@kuashan/contract/plans.ts'
import { allFigures } from '@kuashan/core/figures/definitions/all-figures.ts'
import { dimensionsOf } from '@kuashan/core/figures/evaluate-figure.ts'
import { Dimension, type FigureTime } from '@kuashan/core/figures/figure.ts'
import { dimensionWords } from '@kuashan/core/figures/figure-words.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, Select } from 'antd'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import type { ReportDraft } from './report-draft.ts'

interface ReportFormProps {
  draft: ReportDraft
  plans: readonly PlanLine[]
  /** How many measurements there are to look back on. */
  measurements: number
  onChange: (draft: ReportDraft) => void
}

const timeWords: Readonly<Record<FigureTime, Words>> = {
  stock: { zh: '时点数', en: 'As of a day' },
  flow: { zh: '期间数', en: 'Over a period' },
  yearly: { zh: '每年', en: 'A year' },
}

/** Which figures, divided by what, for when, and of what. */
export function ReportForm({ draft, plans, measurements, onChange }: ReportFormProps) {
  const say = useSay()
  const language = useLanguage()
  const set = (change: Partial<ReportDraft>) => onChange({ ...draft, ...change })
  const chosen = allFigures.filter(({ id }) => draft.figures.includes(id))
  const dimensions = Dimension.options.filter((dimension) =>
    chosen.some((figure) => dimensionsOf(figure).includes(dimension)),
  )
  const planOptions = plans.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Flex vertical gap={12}>
      <Field label={say({ zh: '指标', en: 'Figures' })}>
        {(id) => (
          <SearchSelect
            id={id}
            mode="multiple"
            style={{ width: '100%' }}
            value={[...draft.figures]}
            options={(['stock', 'flow', 'yearly'] as const).map((time) => ({
              label: say(timeWords[time]),
              title: time,
              options: allFigures
                .filter((figure) => figure.time === time)
                .map((figure) => ({ value: figure.id, label: figure.name[language] })),
            }))}
            onChange={(figures) => set({ figures })}
          />
        )}
      </Field>
      <Flex gap={16} wrap align="end">
        <Field label={say({ zh: '按什么分', en: 'Divided by' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 170 }}
              value={draft.by ?? ''}
              options={[
                { value: '', label: say({ zh: '不分', en: 'Not divided' }) },
                ...dimensions.map((value) => ({ value, label: say(dimensionWords[value]) })),
              ]}
              onChange={(by: Dimension | '') => set({ by: by === '' ? null : by })}
            />
          )}
        </Field>
        <Field label={say({ zh: '看哪个方案', en: 'Plan' })}>
          {(id) => (
            <Select
              id={id}
              disabled={draft.trend}
              style={{ width: 200 }}
              value={draft.plan ?? ''}
              options={[
                { value: '', label: say({ zh: '只看今天', en: 'Today alone' }) },
                ...planOptions,
              ]}
              onChange={(plan) => set({ plan: plan === '' ? null : plan })}
            />
          )}
        </Field>
        <Field label={say({ zh: '和什么比', en: 'Baseline' })}>
          {(id) => (
            <Select
              id={id}
              disabled={draft.trend}
              style={{ width: 200 }}
              value={draft.baseline ?? ''}
              options={[
                { value: 'today', label: say({ zh: '今天', en: 'Today' }) },
                { value: '', label: say({ zh: '不比', en: 'None' }) },
                ...planOptions,
              ]}
              onChange={(baseline) => set({ baseline: baseline === '' ? null : baseline })}
            />
          )}
        </Field>
        <Checkbox
          checked={draft.trend}
          disabled={measurements === 0}
          onChange={(event) => set({ trend: event.target.checked })}
        >
          {say({ zh: '改看历次测算', en: 'Past measurements instead' })}
        </Checkbox>
      </Flex>
      <Flex gap={16} wrap align="end">
        {(
          [
            ['asOf', { zh: '时点数截至', en: 'Stocks as of' }],
            ['from', { zh: '期间数从', en: 'Flows from' }],
            ['to', { zh: '到', en: 'to' }],
          ] as const
        ).map(([key, label]) => (
          <DayField
            key={key}
            label={say(label)}
            value={draft[key]}
            onChange={(day) => set({ [key]: day ?? '' })}
          />
        ))}
        {draft.by === 'month' && (
          <Checkbox
            checked={draft.cumulative}
            onChange={(event) => set({ cumulative: event.target.checked })}
          >
            {say({ zh: '逐月累计', en: 'Cumulative month by month' })}
          </Checkbox>
        )}
      </Flex>
    </Flex>
  )
}
