import type { Change } from '@kuashan/core/plan/change.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, InputNumber, Select, Spin, Typography } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Known } from '../../server/names.ts'
import { useCounty } from '../../shell/county.tsx'
import { DayInput } from '../../shell/day-field.tsx'
import { Field } from '../../shell/field.tsx'
import { SearchSelect } from '../../shell/search-select.tsx'
import { useRoads } from '../places/roads.ts'
import {
  type ChangeField,
  type ChangeForm,
  changeOf,
  missingFields,
  type Values,
} from './change-kinds.ts'
import { optionsOf } from './field-options.ts'

const RoadMap = lazy(() => import('./road-map.tsx'))

interface AddChangeProps {
  forms: readonly ChangeForm[]
  known: Known
  busy?: boolean
  /** Roads that are closed already; shown on the map. */
  closed?: readonly string[]
  onAdd: (change: Change) => void
}

const none: readonly string[] = []

/** Puts a change together: first its kind, then what it needs. What is still missing is said. */
export function AddChange({ forms, known, busy = false, closed = none, onAdd }: AddChangeProps) {
  const say = useSay()
  const [form, setForm] = useState<ChangeForm>(forms[0]!)
  const [values, setValues] = useState<Values>({})
  const change = changeOf(form, values)
  const missing = missingFields(form, values)
  const road = form.fields.find(({ kind }) => kind === 'road')
  const add = () => {
    if (!change) return
    onAdd(change)
    setValues({})
  }
  return (
    <Card size="small" title={say({ zh: '加一项改动', en: 'Add a change' })}>
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '改什么', en: 'What changes' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 190 }}
              value={form.do}
              onChange={(kind) => {
                setForm(forms.find((f) => f.do === kind)!)
                setValues({})
              }}
              options={forms.map((f) => ({ value: f.do, label: say(f.name) }))}
            />
          )}
        </Field>
        {form.fields.map((field) => (
          <ValueField
            key={`${form.do} ${field.key}`}
            field={field}
            known={known}
            value={values[field.key]}
            onChange={(value) => setValues({ ...values, [field.key]: value })}
          />
        ))}
        <Button type="primary" loading={busy} disabled={change === null} onClick={add}>
          {say({ zh: '加上', en: 'Add' })}
        </Button>
      </Flex>
      {road && (
        <Suspense fallback={<Spin />}>
          <RoadMap
            known={known}
            chosen={values[road.key] ? String(values[road.key]) : null}
            closed={closed}
            onChoose={(way) => setValues({ ...values, [road.key]: way })}
          />
        </Suspense>
      )}
      {change === null && (
        <Typography.Text type="secondary">
          {missing.length > 0
            ? say(
                { zh: '还要填：{fields}', en: 'Still needed: {fields}' },
                { fields: missing.map((f) => say(f.label)).join(say({ zh: '、', en: ', ' })) },
              )
            : say({
                zh: '这些数值不能用，请检查',
                en: 'These values cannot be used; please check them',
              })}
        </Typography.Text>
      )}
    </Card>
  )
}

interface ValueFieldProps {
  field: ChangeField
  known: Known
  value: Values[string]
  onChange: (value: string | number | null) => void
}

function ValueField({ field, known, value, onChange }: ValueFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const roads = useRoads(useCounty())
  const options = useMemo(
    () => optionsOf(field.kind, known, roads.data ?? null, language),
    [field.kind, known, roads.data, language],
  )
  return (
    <Field label={say(field.label)}>
      {(id) =>
        options ? (
          <SearchSelect
            id={id}
            style={{ width: field.kind === 'floor' || field.kind === 'road' ? 380 : 220 }}
            value={value ?? null}
            onChange={(next) => onChange(next === null ? null : String(next))}
            options={options}
          />
        ) : field.kind === 'date' ? (
          <DayInput
            id={id}
            value={value === undefined || value === null ? null : String(value)}
            onChange={onChange}
          />
        ) : (
          <InputNumber
            id={id}
            min={0}
            style={{ width: 140 }}
            value={value === undefined || value === null ? null : Number(value)}
            onChange={onChange}
          />
        )
      }
    </Field>
  )
}
