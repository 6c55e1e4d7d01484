import { FleetEntry, type FleetLine } from '@kuashan/contract/fleet.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Input, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { Fittings } from './fittings.tsx'
import { paperWords, stateWords } from './paper-words.ts'

interface EditEntryProps {
  /** Null for a new one. */
  line: FleetLine | null
  /** Vehicles of the data that are entered already. */
  taken: readonly string[]
  known: Known
  onClose: () => void
}

const empty: FleetEntry = {
  vehicle: null,
  plate: '',
  kind: '',
  owner: '',
  licenceUntil: null,
  inspectionUntil: null,
  insuranceUntil: null,
  fitOut: {},
  state: 'in-service',
  seats: null,
  coldBox: false,
  driver: '',
  home: '',
  hours: [],
}

/** A vehicle of the register: what it is, whose it is, and the last day on which each paper and check holds. */
export function EditEntry({ line, taken, known, onClose }: EditEntryProps) {
  const say = useSay()
  const county = useCounty()
  const topics = ['fleet', 'territory']
  const enter = useChange(routes.fleet.enter, topics)
  const save = useChange(routes.fleet.save, topics)
  const [entry, setEntry] = useState<FleetEntry>(() => {
    if (!line) return empty
    const { id: _, version: __, blockedBy: ___, ...kept } = line
    return kept
  })
  const [item, setItem] = useState('')
  const put = (some: Partial<FleetEntry>) => setEntry({ ...entry, ...some })
  const pick = (id: string) => {
    const vehicle = known.resources.vehicles.find((v) => v.id === id)
    put(
      vehicle
        ? {
            vehicle: id,
            kind: entry.kind || say(vehicleKindWords[vehicle.kind]),
            owner: entry.owner || known.names.facility(vehicle.depot),
            inspectionUntil: entry.inspectionUntil ?? vehicle.inspectionUntil ?? null,
            seats: entry.seats ?? vehicle.seats,
            home: entry.home || vehicle.depot,
          }
        : { vehicle: null },
    )
  }
  const keep = () =>
    line
      ? save.mutate(
          { params: { county, vehicle: line.id }, body: entry, version: String(line.version) },
          { onSuccess: onClose },
        )
      : enter.mutate({ params: { county }, body: entry }, { onSuccess: onClose })
  const error = enter.error ?? save.error
  return (
    <Modal
      open
      width={760}
      title={
        line
          ? say({ zh: '改登记：{plate}', en: 'Edit {plate}' }, { plate: line.plate })
          : say({ zh: '登记一辆车', en: 'Enter a vehicle' })
      }
      okText={say({ zh: '保存', en: 'Save' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: !FleetEntry.safeParse(entry).success }}
      confirmLoading={enter.isPending || save.isPending}
      onOk={keep}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <Field label={say({ zh: '方案里的哪辆车', en: 'Which vehicle of the plans' })}>
          {(id) => (
            <SearchSelect
              id={id}
              style={{ width: '100%' }}
              value={entry.vehicle ?? ''}
              onChange={pick}
              options={[
                { value: '', label: say({ zh: '（方案里没有）', en: '(none of them)' }) },
                ...known.resources.vehicles
                  .filter(({ id }) => id === entry.vehicle || !taken.includes(id))
                  .map(({ id }) => ({ value: id, label: known.names.vehicle(id) })),
              ]}
            />
          )}
        </Field>
        <Flex gap={12} wrap>
          <Text
            label={say({ zh: '车牌', en: 'Plate' })}
            most={20}
            value={entry.plate}
            onChange={(plate) => put({ plate })}
          />
          <Text
            label={say({ zh: '类别', en: 'Kind' })}
            most={100}
            value={entry.kind}
            onChange={(kind) => put({ kind })}
          />
          <Text
            label={say({ zh: '所有单位', en: 'Owner' })}
            most={200}
            value={entry.owner}
            onChange={(owner) => put({ owner })}
          />
        </Flex>
        <Fittings entry={entry} known={known} onChange={put} />
        <Typography.Text strong>
          {say({ zh: '有效到哪天（空着是没有）', en: 'Holds until (empty: there is none)' })}
        </Typography.Text>
        <Flex gap={12} wrap>
          {(['licence', 'inspection', 'insurance'] as const).map((paper) => (
            <Day
              key={paper}
              label={say(paperWords[paper])}
              value={entry[`${paper}Until`]}
              onChange={(day) => put({ [`${paper}Until`]: day })}
            />
          ))}
        </Flex>
        <Flex gap={12} wrap align="end">
          {Object.entries(entry.fitOut).map(([name, until]) => (
            <Day
              key={name}
              label={name}
              value={until}
              onChange={(day) => {
                const { [name]: _, ...others } = entry.fitOut
                put({ fitOut: day ? { ...others, [name]: day } : others })
              }}
            />
          ))}
          <Text
            label={say({ zh: '再加一项改装或设备检验', en: 'One more fit-out or device check' })}
            most={100}
            value={item}
            onChange={setItem}
          />
          <Day
            label={say({ zh: '它有效到哪天', en: 'It holds until' })}
            value={null}
            disabled={item.trim() === ''}
            onChange={(day) => {
              if (!day) return
              put({ fitOut: { ...entry.fitOut, [item.trim()]: day } })
              setItem('')
            }}
          />
        </Flex>
        <Field label={say({ zh: '状态', en: 'State' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 200 }}
              value={entry.state}
              onChange={(state) => put({ state })}
              options={Object.entries(stateWords).map(([value, words]) => ({
                value: value as FleetEntry['state'],
                label: say(words),
              }))}
            />
          )}
        </Field>
        {error && <Trouble error={error} />}
      </Flex>
    </Modal>
  )
}

interface TextProps {
  label: string
  most: number
  value: string
  onChange: (text: string) => void
}

const Text = ({ label, most, value, onChange }: TextProps) => (
  <Field label={label}>
    {(id) => (
      <Input
        id={id}
        style={{ width: 220 }}
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)

interface DayProps {
  label: string
  value: string | null
  disabled?: boolean
  onChange: (day: string | null) => void
}

const Day = ({ label, value, disabled = false, onChange }: DayProps) => (
  <Field label={label}>
    {(id) => (
      <Input
        id={id}
        type="date"
        style={{ width: 160 }}
        disabled={disabled}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || null)}
      />
    )}
  </Field>
)
