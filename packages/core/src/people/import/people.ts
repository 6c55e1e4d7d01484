import type { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { isInArea } from '../../territory/area.ts'
import type { Division } from '../../territory/division.ts'
import type { Columns } from '../../territory/import/column.ts'
import { divisionIndex, divisionOfCell } from '../../territory/import/division-code.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { type ReadRow, readTable } from '../../territory/import/read-table.ts'
import { uniqueRows } from '../../territory/import/unique-rows.ts'
import type { Settlement } from '../../territory/settlement.ts'
import { Care, careWords } from '../care.ts'
import { identityNumber, maskedIdentity } from '../identity-number.ts'
import type { RegisterRow } from '../register-row.ts'

export const peopleColumns = {
  id: { type: 'code', zh: '编号', aliases: ['code', '人员编号', '居民编号'], needed: true },
  name: { type: 'text', zh: '姓名', aliases: ['full_name'], needed: true },
  identityNumber: {
    type: 'code',
    zh: '身份证号',
    aliases: ['identity_number', '公民身份号码', '证件号码', '身份证号码'],
  },
  birthDate: { type: 'date', zh: '出生日期', aliases: ['birth_date', 'birthday'] },
  age: { type: 'number', zh: '年龄', whole: true, high: 130 },
  division: { type: 'text', zh: '村', aliases: ['行政村', '村代码', 'village'] },
  settlement: { type: 'code', zh: '居民点编号', aliases: ['settlement_id', '自然村编号'] },
  telephone: { type: 'code', zh: '电话', aliases: ['phone', '联系电话', '手机'] },
  care: { type: 'list', zh: '关爱标记', aliases: ['care_flags', '人群标签'] },
} as const satisfies Columns

/** What a people table is read against. */
export interface PeopleContext {
  /** Bounds the days of birth, and turns ages into years. */
  today: PlainDate
  divisions: readonly Division[]
  settlements: readonly Settlement[]
  /** The importer's area (territory/area.ts): nobody registers people elsewhere. */
  area: string
}

type Row = ReadRow<typeof peopleColumns>

const careByWord = new Map(
  Care.options.flatMap((care) => [
    [care.toLowerCase(), care],
    [careWords[care].zh, care],
    [careWords[care].en, care],
  ]),
)

function careOf(row: Row, findings: Finding[]): Care[] {
  const found = (row.values.care ?? []).map((word) => {
    const care = careByWord.get(word.toLowerCase())
    if (!care) findings.push(finding('care-unknown', row.at('care'), { value: word.slice(0, 60) }))
    return care
  })
  return [...new Set(found.filter((care) => care !== undefined))].sort()
}

const yearsAt = (born: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (born.slice(5) > today.slice(5) ? 1 : 0)

/** Day and year of birth from the identity number, the date and the age; findings where they contradict each other. */
function birthOf(row: Row, fromNumber: string | null, today: PlainDate, findings: Finding[]) {
  const { birthDate, age } = row.values
  if (birthDate && fromNumber && birthDate !== fromNumber)
    findings.push(finding('birth-date-differs', row.at('birthDate')))
  if (birthDate && birthDate > today)
    findings.push(finding('cell-not-a-date', row.at('birthDate'), { value: birthDate }))
  const born = (fromNumber ?? birthDate) as PlainDate | null
  if (born && age !== null && Math.abs(yearsAt(born, today) - age) > 1)
    findings.push(finding('age-differs', row.at('age'), { age, years: yearsAt(born, today) }))
  const year = born
    ? Number(born.slice(0, 4))
    : age === null
      ? null
      : Number(today.slice(0, 4)) - age
  return { birthDate: born, birthYear: year }
}

/** Finds village and settlement: the settlement says the village where the row does not. */
function placeReader({ divisions, settlements, area }: PeopleContext) {
  const index = divisionIndex(divisions)
  const byId = new Map(settlements.map((s) => [s.id, s]))
  return (row: Row, findings: Finding[]): { division: string; settlement: string | null } => {
    const { settlement: id, division: said } = row.values
    const settlement = id === null ? undefined : byId.get(id)
    if (id !== null && !settlement)
      findings.push(finding('person-settlement-unknown', row.at('settlement'), { value: id }))
    const read = divisionOfCell(said, index, 'village', row.at('division'))
    findings.push(...read.findings)
    const division = read.code || settlement?.division || ''
    if (division === '' && read.findings.length === 0)
      findings.push(finding('person-place-missing', row.at('division')))
    if (division !== '' && settlement && settlement.division !== division)
      findings.push(finding('person-place-differs', row.at('settlement'), { value: id! }))
    if (division !== '' && !isInArea(division, area))
      findings.push(finding('person-outside-area', row.at('division'), { value: division }))
    return { division, settlement: settlement ? id : null }
  }
}

/** Says of a number that stands twice only its ends. */
function numbersTwice(rows: readonly (RegisterRow & { at: Row['at'] })[]): Finding[] {
  const first = new Set<string>()
  return rows.flatMap(({ identityNumber: number, at }) => {
    if (number === null || !first.has(number)) {
      if (number !== null) first.add(number)
      return []
    }
    return [
      finding('identity-number-twice', at('identityNumber'), { number: maskedIdentity(number) }),
    ]
  })
}

/**
 * People of one table of the register, in the order of the file. Identity numbers are checked (GB 11643); where somebody
 * lives comes from village and settlement only. Findings carry no identity number and no name.
 */
export function importPeople(
  table: RawTable,
  context: PeopleContext,
): { people: RegisterRow[]; findings: Finding[] } {
  const read = readTable(table, peopleColumns)
  const findings = read.findings
  const placeOf = placeReader(context)
  const kept = uniqueRows(
    read.rows.filter((row) => !row.bad),
    (row) => row.values.id,
    'id',
    findings,
  )
  const people = kept.map((row) => {
    const { id, name, identityNumber: typed, telephone } = row.values
    const number = typed === null ? null : identityNumber(typed, context.today)
    if (number && 'finding' in number)
      findings.push({ ...number.finding, at: row.at('identityNumber') })
    const known = number && !('finding' in number) ? number : null
    return {
      registerId: id!.slice(0, 100),
      name: name!.slice(0, 100),
      identityNumber: known?.number ?? null,
      ...birthOf(row, known?.birthDate ?? null, context.today, findings),
      ...placeOf(row, findings),
      telephone,
      care: careOf(row, findings),
      at: row.at,
    }
  })
  findings.push(...numbersTwice(people))
  return { people: people.map(({ at: _, ...person }) => person), findings }
}
