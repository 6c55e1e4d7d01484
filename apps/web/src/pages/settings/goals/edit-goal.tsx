import type { Goal, Indicator } from '@kuashan/core/catalogue/goal.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Select, Typography } from 'antd'
import { useState } from 'react'
import { useServices } from '../../../server/services.ts'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { today } from '../../../shell/today.ts'
import { useRows } from '../../../shell/use-rows.ts'
import { freeId } from '../free-id.ts'
import { possibleParents } from './goal-rows.ts'
import { IndicatorFields, Names } from './indicator-fields.tsx'

interface EditGoalProps {
  goals: readonly Goal[]
  /** Null for a new one. */
  goal: Goal | null
  busy: boolean
  error: Error | null
  onKeep: (goal: Goal) => void
  onClose: () => void
}

/** An indicator that there are records for, whatever the standards. */
const newIndicator = (): Indicator => ({
  name: { zh: '本乡镇就能办', en: 'In one’s own township' },
  figure: 'offered',
  target: 1,
  by: `${today().slice(0, 4)}-12-31` as PlainDate,
  yearly: [],
})

/** One goal: its name in both languages, what it serves, its indicators with targets, and the services that move it. */
export function EditGoal({ goals, goal, busy, error, onKeep, onClose }: EditGoalProps) {
  const say = useSay()
  const language = useLanguage()
  const { options: services } = useServices()
  const [edited, setEdited] = useState<Goal>(
    () =>
      goal ?? {
        id: freeId('G', goals),
        parent: null,
        name: { zh: '', en: '' },
        indicators: [newIndicator()],
        services: [],
      },
  )
  const put = (some: Partial<Goal>) => setEdited({ ...edited, ...some })
  const { name, indicators } = edited
  const { edited: rows, add } = useRows(indicators, (next) => put({ indicators: next }))
  const isWhole = [name, ...indicators.map((one) => one.name)].every(({ zh }) => zh.trim() !== '')
  return (
    <SaveDialog
      width={860}
      title={
        goal
          ? say({ zh: '改目标', en: 'Edit a goal' })
          : say({ zh: '加一个目标', en: 'Add a goal' })
      }
      isWhole={isWhole}
      isSaving={busy}
      error={error}
      onSave={() => onKeep(edited)}
      onClose={onClose}
    >
      <Names
        of={{ zh: '名称', en: 'Name in Chinese' }}
        name={name}
        onChange={(next) => put({ name: next })}
      />
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
                label: language === 'en' && one.name.en ? one.name.en : one.name.zh,
              })),
            ]}
          />
        )}
      </Field>
      <Field label={say({ zh: '由哪些服务去实现', en: 'Services that move it' })}>
        {(id) => (
          <SearchSelect
            id={id}
            mode="multiple"
            style={{ width: '100%' }}
            value={edited.services}
            onChange={(next) => put({ services: next })}
            options={services}
          />
        )}
      </Field>
      <Typography.Text strong>{say({ zh: '指标', en: 'Indicators' })}</Typography.Text>
      {rows.map(({ key, row, onChange, onRemove }) => (
        <IndicatorFields key={key} indicator={row} onChange={onChange} onRemove={onRemove} />
      ))}
      <Button style={{ alignSelf: 'start' }} onClick={() => add(newIndicator())}>
        {say({ zh: '加一个指标', en: 'Add an indicator' })}
      </Button>
    </SaveDialog>
  )
}
