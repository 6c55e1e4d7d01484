import type { FleetEntry } from '@kuashan/contract/fleet.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useOptionSearch } from '@kuashan/ui/search/use-find.ts'
import { AutoComplete, Checkbox, Flex, InputNumber } from 'antd'
import type { Known } from '../../../server/names.ts'
import { Field } from '../../../shell/field.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { WeekHoursField } from '../week-hours-field.tsx'

interface FittingsProps {
  entry: FleetEntry
  known: Known
  onChange: (some: Partial<FleetEntry>) => void
}

/** Seats, cold box, who drives, where the vehicle lives and when it runs. */
export function Fittings({ entry, known, onChange }: FittingsProps) {
  const say = useSay()
  const search = useOptionSearch()
  const facilities = known.territory.facilities.map(({ id }) => ({
    value: known.names.facility(id),
    label: known.names.facility(id),
    id,
  }))
  return (
    <>
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '座位', en: 'Seats' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={100}
              precision={0}
              value={entry.seats}
              onChange={(seats) => onChange({ seats })}
            />
          )}
        </Field>
        <Checkbox
          checked={entry.coldBox}
          onChange={({ target }) => onChange({ coldBox: target.checked })}
        >
          {say({ zh: '有冷藏箱', en: 'Has a cold box' })}
        </Checkbox>
        <TextField
          label={say({ zh: '司机', en: 'Driver' })}
          width={180}
          most={100}
          value={entry.driver}
          onChange={(driver) => onChange({ driver })}
        />
        <Field label={say({ zh: '停放点', en: 'Home base' })}>
          {(id) => (
            <AutoComplete
              id={id}
              style={{ width: 240 }}
              value={entry.home && known.names.facility(entry.home)}
              options={facilities}
              showSearch={search}
              onChange={(typed) =>
                onChange({ home: facilities.find(({ value }) => value === typed)?.id ?? typed })
              }
            />
          )}
        </Field>
      </Flex>
      <WeekHoursField
        label={say({ zh: '每周什么时候出车', en: 'When it runs in a week' })}
        value={entry.hours}
        onChange={(hours) => onChange({ hours })}
      />
    </>
  )
}
