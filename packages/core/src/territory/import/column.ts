import type { Weekday } from '../../kernel/calendar.ts'
import type { FindingCode } from '../../kernel/finding.ts'

/** Tables of a county folder, in the order in which they are read. */
export const tableNames = [
  'divisions',
  'settlements',
  'needs',
  'facilities',
  'conversions',
  'vehicles',
  'funds',
  'staff',
  'buses',
  'minutes',
  'rotas',
  'timetable',
  'opening',
  'spending',
] as const
export type TableName = (typeof tableNames)[number]

/** What a cell becomes. */
export interface ValueOfType {
  text: string
  /** Digits kept as text. */
  code: string
  number: number
  flag: boolean
  date: string
  /** Seconds after midnight, from `08:30`. */
  clock: number
  list: string[]
  /** `MED-01=1200; MED-02=300` */
  pairs: Record<string, number>
  weekday: Weekday
  weekdays: Weekday[]
  choice: string
}
export type CellType = keyof ValueOfType

/** What may be referred to by id. */
export type Referred = 'settlements' | 'facilities' | 'vehicles' | 'staff' | 'funds' | 'services'

/** One column: its names, what it holds, and what happens when it is missing. The key in `Columns` is its English heading. */
export interface Column {
  type: CellType
  zh: string
  aliases?: readonly string[]
  /** Every row needs a value, so the table needs the column. */
  needed?: boolean
  /** What is taken where the source has nothing; marked as assumed. In units of the model. */
  assumed?: number
  /** Model units in one unit of the file: 100 for yuan → fen, 3600 for hours → seconds. */
  scale?: number
  /** The model's value is whole: rounded after scaling. */
  round?: boolean
  /** The file's value has to be whole. */
  whole?: boolean
  /** Limits of the file's value. Without `low`, nothing below zero. */
  low?: number
  high?: number
  /** Known values with the other words for each; the first word is the Chinese one. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** The finding for a value that is not among the choices. */
  unknown?: FindingCode
  /** Its ids have to exist there; several: in any of them. */
  refers?: readonly Referred[]
}

export type Columns = Readonly<Record<string, Column>>

export type RowValues<C extends Columns> = {
  [K in keyof C]: ValueOfType[C[K]['type']] | null
}
