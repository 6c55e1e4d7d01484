import type { DataRow, RowChange } from '@kuashan/contract/corrections.ts'
import { FacilityState } from '@kuashan/core/resources/facility.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { facilityStateWords } from '../places/place-words.ts'

type Json = RowChange['after']
type RowValue = DataRow['value']

/** One value that can be corrected in place: how it is typed, and how it goes in and out of the row. */
export interface EditField {
  /** Field of the row that is written whole. */
  field: string
  label: Words
  /** How it is entered: text, a number of at least 0, a day, yes or no, one of some, a facility, or `longitude, latitude`. */
  as: 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'facility' | 'place'
  choices?: readonly { value: string; label: Words }[]
  /** What stands in the form; '' for nothing. */
  shown: (row: RowValue) => string
  /** What is sent; undefined where the entry cannot be read. */
  read: (entered: string, row: RowValue) => Json | undefined
}

const textOf = (value: Json | undefined): string =>
  value === null || value === undefined ? '' : String(value)

const numberIn = (entered: string): number | null | undefined => {
  const typed = entered.trim().replaceAll(',', '')
  if (typed === '') return null
  const value = Number(typed)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

export const text = (field: string, label: Words): EditField => ({
  field,
  label,
  as: 'text',
  shown: (row) => textOf(row[field]),
  read: (entered) => entered.trim() || undefined,
})

export const number = (field: string, label: Words): EditField => ({
  field,
  label,
  as: 'number',
  shown: (row) => textOf(row[field]),
  read: numberIn,
})

const yesNo = (field: string, label: Words): EditField => ({
  field,
  label,
  as: 'yes-no',
  shown: (row) => textOf(row[field]),
  read: (entered) => entered === 'true',
})

/** Two numbers with a comma between, longitude first; a Chinese comma and blanks do as well. Nothing takes the place away. */
export function placeIn(entered: string): [number, number] | null | undefined {
  if (entered.trim() === '') return null
  const [lng, lat, ...more] = entered
    .trim()
    .split(/[\s,，]+/)
    .map(Number)
  if (lng === undefined || lat === undefined || more.length > 0) return undefined
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : undefined
}

const place: EditField = {
  field: 'at',
  label: { zh: '坐标（经度, 纬度）', en: 'Coordinates (longitude, latitude)' },
  as: 'place',
  shown: ({ at }) => (Array.isArray(at) ? at.join(', ') : ''),
  read: placeIn,
}

const residents: EditField = {
  field: 'permanent',
  label: { zh: '常住人口', en: 'Residents' },
  as: 'number',
  shown: ({ permanent }) => textOf((permanent as Record<string, Json> | undefined)?.total),
  read: (entered, { permanent }) => {
    const total = numberIn(entered)
    return total === null || total === undefined
      ? undefined
      : { ...(permanent as Record<string, Json>), total }
  },
}

/** A number that no row can do without, typed in a unit of `whole` of those that stand in the row. */
export const inUnits = (field: string, label: Words, whole: number): EditField => ({
  field,
  label,
  as: 'number',
  shown: (row) => textOf(Number(row[field] ?? 0) / whole),
  read: (entered) => {
    const entry = numberIn(entered)
    return entry === null || entry === undefined ? undefined : Math.round(entry * whole)
  },
})

/** Money: yuan in the form, fen in the row. */
export const yuan = (field: string, label: Words): EditField => inUnits(field, label, 100)

/** A number that no row can do without. */
export const needed = (field: EditField): EditField => ({
  ...field,
  read: (entered, row) => field.read(entered, row) ?? undefined,
})

export const date = (field: string, label: Words): EditField => ({
  field,
  label,
  as: 'date',
  shown: (row) => textOf(row[field]),
  read: (entered) => entered || null,
})

export const choice = (
  field: string,
  label: Words,
  choices: NonNullable<EditField['choices']>,
): EditField => ({
  field,
  label,
  as: 'choice',
  choices,
  shown: (row) => textOf(row[field]),
  read: (entered) => entered,
})

/** A facility of the county; `isNeeded`: a row cannot be without. */
export const facility = (field: string, label: Words, isNeeded: boolean): EditField => ({
  field,
  label,
  as: 'facility',
  shown: (row) => textOf(row[field]),
  read: (entered) => entered || (isNeeded ? undefined : null),
})

/** The values of a table’s rows that are corrected most; the others are imported anew. */
export const editFields: Readonly<Record<'settlements' | 'facilities', readonly EditField[]>> = {
  settlements: [
    text('name', { zh: '名称', en: 'Name' }),
    residents,
    number('registered', { zh: '户籍人口', en: 'Registered' }),
    number('households', { zh: '户数', en: 'Households' }),
    place,
    number('elevationM', { zh: '海拔（米）', en: 'Height (m)' }),
    yesNo('canStop', { zh: '流动车能停靠', en: 'Vehicles can stop here' }),
    yesNo('signal', { zh: '有手机信号', en: 'Has a mobile signal' }),
  ],
  facilities: [
    text('name', { zh: '名称', en: 'Name' }),
    choice(
      'state',
      { zh: '状态', en: 'State' },
      FacilityState.options.map((value) => ({ value, label: facilityStateWords[value] })),
    ),
    place,
    number('beds', { zh: '床位', en: 'Beds' }),
    yuan('yearCostFen', { zh: '年费用（元）', en: 'Cost a year (yuan)' }),
  ],
}

const plainWords: Words = { zh: '无', en: 'none' }

/** A value of the history as people read it. */
export function valueText(
  field: EditField | undefined,
  name: string,
  value: Json,
  language: Language,
  facilityName: (id: string) => string = (id) => id,
): string {
  if (value === null) return plainWords[language]
  const said = field ? field.shown({ [name]: value }) : JSON.stringify(value)
  const chosen = field?.choices?.find((one) => one.value === said)
  if (chosen) return chosen.label[language]
  if (field?.as === 'facility') return facilityName(said)
  if (field?.as !== 'yes-no') return said
  return { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }[said]?.[language] ?? said
}
