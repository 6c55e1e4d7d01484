import { FleetEntry, type FleetLine } from '@kuashan/contract/fleet.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { useEntry } from '../use-entry.ts'
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

const entryOf = ({ id: _, version: __, blockedBy: ___, ...entry }: FleetLine): FleetEntry => entry

/** A vehicle of the register: what it is, whose it is, and the last day on which each paper and check holds. */
export function EditEntry({ line, taken, known, onClose }: EditEntryProps) {
  const say = useSay()
  const county = useCounty()
  const topics = ['fleet', 'territory']
  const enter = useChange(routes.fleet.enter, topics)
  const save = useChange(routes.fleet.save, topics)
  const { entry, put, saving } = useEntry<FleetEntry>(
    line ? entryOf(line) : empty,
    (body) =>
      line
        ? save.mutateAsync({
            params: { county, vehicle: line.id },
            body,
            version: String(line.version),
          })
        : enter.mutateAsync({ params: { county }, body }),
    onClose,
  )
  const [item, setItem] = useState('')
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
  return (
    <SaveDialog
      width={760}
      title={
        line
          ? say({ zh: '改登记：{plate}', en: 'Edit {plate}' }, { plate: line.plate })
          : say({ zh: '登记一辆车', en: 'Enter a vehicle' })
      }
      isWhole={FleetEntry.safeParse(entry).success}
      {...saving}
      onClose={onClose}
    >
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
        <TextField
          label={say({ zh: '车牌', en: 'Plate' })}
          width={220}
          most={20}
          value={entry.plate}
          onChange={(plate) => put({ plate })}
        />
        <TextField
          label={say({ zh: '类别', en: 'Kind' })}
          width={220}
          most={100}
          value={entry.kind}
          onChange={(kind) => put({ kind })}
        />
        <TextField
          label={say({ zh: '所有单位', en: 'Owner' })}
          width={220}
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
          <DayField
            key={paper}
            label={say(paperWords[paper])}
            value={entry[`${paper}Until`]}
            onChange={(day) => put({ [`${paper}Until`]: day })}
          />
        ))}
      </Flex>
      <Flex gap={12} wrap align="end">
        {Object.entries(entry.fitOut).map(([name, until]) => (
          <DayField
            key={name}
            label={name}
            value={until}
            onChange={(day) => {
              const { [name]: _, ...others } = entry.fitOut
              put({ fitOut: day ? { ...others, [name]: day } : others })
            }}
          />
        ))}
        <TextField
          label={say({ zh: '再加一项改装或设备检验', en: 'One more fit-out or device check' })}
          width={220}
          most={100}
          value={item}
          onChange={setItem}
        />
        <DayField
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
    </SaveDialog>
  )
}
