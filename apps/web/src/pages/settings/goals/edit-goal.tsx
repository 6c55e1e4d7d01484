import type { Goal, Indicator } from '@kuashan/core/catalogue/goal.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, InputNumber, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { useServices } from '../../../server/services.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { Field } from '../../plans/field.tsx'
import { today } from '../../resources/today.ts'
import { possibleParents } from './goal-rows.ts'

interface EditGoalProps {
  goals: readonly Goal[]
  /** Null for a new one. */
  goal: Goal | null
  busy: boolean
  error: Error | null
  onKeep: (goal: Goal) => void
  onClose: () => void
}

/** The first number that no goal has. */
const freeId = (goals: readonly Goal[]): string => {
  for (let k = goals.length + 1; ; k++) if (goals.every(({ id }) => id !== `G${k}`)) return `G${k}`
}

const newIndicator = (): Indicator => ({
  name: { zh: '', en: '' },
  figure: 'coverage',
  target: 1,
  by: `${today().slice(0, 4)}-12-31` as PlainDate,
})

/** One goal: its name in both languages, what it serves, its indicators with targets, and the services that move it. */
export function EditGoal({ goals, goal, busy, error, onKeep, onClose }: EditGoalProps) {
  const say = useSay()
  const { catalogue, name: serviceName } = useServices()
  const [edited, setEdited] = useState<Goal>(
    () =>
      goal ?? {
        id: freeId(goals),
        parent: null,
        name: { zh: '', en: '' },
        indicators: [],
        services: [],
      },
  )
  const put = (some: Partial<Goal>) => setEdited({ ...edited, ...some })
  const { name, indicators } = edited
  const services = (catalogue?.services ?? []).map(({ id }) => ({
    value: id,
    label: serviceName(id),
  }))
  const isWhole = [name, ...indicators.map((one) => one.name)].every(({ zh }) => zh.trim() !== '')
  return (
    <Modal
      open
      width={860}
      title={
        goal
          ? say({ zh: '改目标', en: 'Edit a goal' })
          : say({ zh: '加一个目标', en: 'Add a goal' })
      }
      okText={say({ zh: '保存', en: 'Save' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={busy}
      onOk={() => onKeep(edited)}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <Names name={name} onChange={(next) => put({ name: next })} />
        <Field label={say({ zh: '服务于哪个目标', en: 'Which goal it serves' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={edited.parent ?? ''}
              onChange={(parent) => put({ parent: parent || null })}
              options={[
                { value: '', label: say({ zh: '（最上层）', en: '(at the top)' }) },
                ...possibleParents(goals, edited.id).map((one) => ({
                  value: one.id,
                  label: one.name.zh,
                })),
              ]}
            />
          )}
        </Field>
        <Field label={say({ zh: '由哪些服务去实现', en: 'Services that move it' })}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              value={edited.services}
              onChange={(next) => put({ services: next })}
              options={services}
            />
          )}
        </Field>
        <Typography.Text strong>{say({ zh: '指标', en: 'Indicators' })}</Typography.Text>
        {indicators.map((one, at) => (
          <IndicatorFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
            key={at}
            indicator={one}
            services={services}
            onChange={(next) =>
              put({ indicators: indicators.map((old, k) => (k === at ? next : old)) })
            }
            onRemove={() => put({ indicators: indicators.filter((_, k) => k !== at) })}
          />
        ))}
        <Button
          style={{ alignSelf: 'start' }}
          onClick={() => put({ indicators: [...indicators, newIndicator()] })}
        >
          {say({ zh: '加一个指标', en: 'Add an indicator' })}
        </Button>
        {error && <Trouble error={error} />}
      </Flex>
    </Modal>
  )
}

interface NamesProps {
  name: Goal['name']
  onChange: (name: Goal['name']) => void
}

function Names({ name, onChange }: NamesProps) {
  const say = useSay()
  return (
    <Flex gap={12} wrap>
      <Field label={say({ zh: '名称', en: 'Name in Chinese' })}>
        {(id) => (
          <Input
            id={id}
            style={{ width: 320 }}
            maxLength={200}
            value={name.zh}
            onChange={({ target }) => onChange({ ...name, zh: target.value })}
          />
        )}
      </Field>
      <Field label={say({ zh: '英文名称（可不填）', en: 'Name in English (may stay empty)' })}>
        {(id) => (
          <Input
            id={id}
            style={{ width: 320 }}
            maxLength={200}
            value={name.en}
            onChange={({ target }) => onChange({ ...name, en: target.value })}
          />
        )}
      </Field>
    </Flex>
  )
}

interface IndicatorFieldsProps {
  indicator: Indicator
  services: { value: string; label: string }[]
  onChange: (indicator: Indicator) => void
  onRemove: () => void
}

function IndicatorFields({ indicator, services, onChange, onRemove }: IndicatorFieldsProps) {
  const say = useSay()
  const put = (some: Partial<Indicator>) => onChange({ ...indicator, ...some })
  return (
    <Flex vertical gap={8} style={{ paddingInlineStart: 16 }}>
      <Names name={indicator.name} onChange={(name) => put({ name })} />
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '看哪个数', en: 'Figure' })}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: 320 }}
              value={indicator.figure}
              onChange={(figure) => put({ figure })}
              options={[
                {
                  value: 'coverage',
                  label: say({ zh: '全部服务的达标率', en: 'Coverage of all services' }),
                },
                ...services.map(({ value, label }) => ({
                  value: `coverage.${value}`,
                  label: say({ zh: '{name}的达标率', en: 'Coverage of {name}' }, { name: label }),
                })),
              ]}
            />
          )}
        </Field>
        <Field label={say({ zh: '目标（%）', en: 'Target (%)' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={100}
              style={{ width: 110 }}
              value={Math.round(indicator.target * 1000) / 10}
              onChange={(percent) => put({ target: Number(percent ?? 0) / 100 })}
            />
          )}
        </Field>
        <Field label={say({ zh: '到哪天', en: 'By' })}>
          {(id) => (
            <Input
              id={id}
              type="date"
              style={{ width: 160 }}
              value={indicator.by}
              onChange={({ target }) => target.value && put({ by: target.value as PlainDate })}
            />
          )}
        </Field>
        <Button onClick={onRemove}>{say({ zh: '去掉', en: 'Take away' })}</Button>
      </Flex>
    </Flex>
  )
}
