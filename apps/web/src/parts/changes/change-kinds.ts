import { Change, type ChangeKind } from '@kuashan/core/plan/change.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** What a field is chosen from, or the kind of value it takes. */
export type FieldKind =
  | 'road'
  | 'vehicle'
  | 'staff'
  | 'settlement'
  | 'service'
  | 'floor'
  | 'price'
  | 'number'
  | 'date'

export interface ChangeField {
  key: string
  label: Words
  kind: FieldKind
  optional?: true
}

export type Values = Readonly<Record<string, string | number | null | undefined>>

/** One kind of change as a form: what is asked, and the change that the answers make. */
export interface ChangeForm {
  do: ChangeKind
  name: Words
  fields: readonly ChangeField[]
  make: (values: Values) => Record<string, unknown>
}

const from: ChangeField = { key: 'from', label: { zh: '从哪天', en: 'From' }, kind: 'date' }
const to: ChangeField = { key: 'to', label: { zh: '到哪天', en: 'Until' }, kind: 'date' }
const vehicle: ChangeField = {
  key: 'vehicle',
  label: { zh: '车辆', en: 'Vehicle' },
  kind: 'vehicle',
}
const days = ({ from, to }: Values) => ({ from: from ?? undefined, to: to ?? undefined })

export const closeRoad: ChangeForm = {
  do: 'close-road',
  name: { zh: '道路中断', en: 'Close a road' },
  fields: [
    { key: 'way', label: { zh: '道路', en: 'Road' }, kind: 'road' },
    { ...from, label: { zh: '从哪天（可不填）', en: 'From (may stay empty)' }, optional: true },
    { ...to, label: { zh: '到哪天（可不填）', en: 'Until (may stay empty)' }, optional: true },
  ],
  make: (v) => ({ way: v.way, ...days(v) }),
}

const vehicleDown: ChangeForm = {
  do: 'vehicle-down',
  name: { zh: '车辆停用', en: 'A vehicle is down' },
  fields: [vehicle, from, to],
  make: (v) => ({ vehicle: v.vehicle, ...days(v) }),
}

const staffAway: ChangeForm = {
  do: 'staff-away',
  name: { zh: '人员不在岗', en: 'Somebody is away' },
  fields: [{ key: 'staff', label: { zh: '岗位', en: 'Post' }, kind: 'staff' }, from, to],
  make: (v) => ({ staff: v.staff, ...days(v) }),
}

const callVillage: ChangeForm = {
  do: 'call-village',
  name: { zh: '村里来电，要求来一次', en: 'A village calls for a visit' },
  fields: [
    { key: 'settlement', label: { zh: '居民点', en: 'Settlement' }, kind: 'settlement' },
    { key: 'service', label: { zh: '服务', en: 'Service' }, kind: 'service' },
    from,
    to,
  ],
  make: (v) => ({
    settlement: v.settlement,
    service: v.service,
    within: { from: v.from, to: v.to },
  }),
}

const addVehicles: ChangeForm = {
  do: 'add-vehicles-like',
  name: { zh: '增加车辆', en: 'Add vehicles' },
  fields: [
    { key: 'likeOf', label: { zh: '和哪辆车一样', en: 'Like which vehicle' }, kind: 'vehicle' },
    { key: 'count', label: { zh: '几辆', en: 'How many' }, kind: 'number' },
  ],
  make: (v) => ({ likeOf: v.likeOf, count: v.count }),
}

const movePeople: ChangeForm = {
  do: 'move-people',
  name: { zh: '居民搬迁', en: 'Move people' },
  fields: [
    { key: 'from', label: { zh: '从哪里', en: 'From' }, kind: 'settlement' },
    { key: 'to', label: { zh: '搬到哪里', en: 'To' }, kind: 'settlement' },
    {
      key: 'people',
      label: { zh: '多少人（不写为全部）', en: 'How many (all, if left empty)' },
      kind: 'number',
      optional: true,
    },
  ],
  make: (v) => ({ from: v.from, to: v.to, ...(v.people ? { people: v.people } : { share: 1 }) }),
}

const setStandard: ChangeForm = {
  do: 'set-standard',
  name: { zh: '修改标准', en: 'Change a standard' },
  fields: [
    { key: 'floor', label: { zh: '哪条底线', en: 'Which floor' }, kind: 'floor' },
    { key: 'value', label: { zh: '新的数值', en: 'New value' }, kind: 'number' },
  ],
  make: (v) => {
    const [service, metric] = String(v.floor ?? '').split(' ')
    return { service, metric, value: v.value }
  },
}

const setPrice: ChangeForm = {
  do: 'set-price',
  name: { zh: '修改价格', en: 'Change a price' },
  fields: [
    { key: 'price', label: { zh: '什么价格', en: 'Which price' }, kind: 'price' },
    { key: 'yuan', label: { zh: '元', en: 'Yuan' }, kind: 'number' },
  ],
  make: (v) => ({ price: v.price, value: Math.round(Number(v.yuan) * 100) }),
}

/** What a scenario may be made of here; other kinds come in by file and are kept. */
export const scenarioForms: readonly ChangeForm[] = [
  closeRoad,
  addVehicles,
  movePeople,
  setStandard,
  setPrice,
  vehicleDown,
  staffAway,
]

/** What happens in the middle of a year. */
export const eventForms: readonly ChangeForm[] = [closeRoad, vehicleDown, staffAway, callVillage]

/** Names of fields that still need an answer. */
export const missingFields = ({ fields }: ChangeForm, values: Values): ChangeField[] =>
  fields.filter(({ key, optional }) => {
    const value = values[key]
    return !optional && (value === undefined || value === null || value === '')
  })

/** The change that the answers make; null where they make none. */
export function changeOf(form: ChangeForm, values: Values): Change | null {
  if (missingFields(form, values).length > 0) return null
  return Change.safeParse({ do: form.do, ...form.make(values) }).data ?? null
}

export const priceWords = {
  fuelPerKmFen: { zh: '车辆里程（每公里）', en: 'Driving (a km)' },
  staffHourFen: { zh: '人员工时（每小时）', en: 'Staff (an hour)' },
  residentHourFen: { zh: '居民的时间（每小时）', en: 'Residents’ time (an hour)' },
  busPerKmFen: { zh: '班车（每公里）', en: 'Bus (a km)' },
} as const satisfies Record<string, Words>
