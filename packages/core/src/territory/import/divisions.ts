import type { PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { codeAt, type Division } from '../division.ts'
import type { Columns } from './column.ts'
import { levelOfCode, padCode, parentOfCode } from './division-code.ts'
import type { RawTable } from './raw-table.ts'
import { type ReadOptions, type ReadRow, readTable } from './read-table.ts'
import { uniqueRows } from './unique-rows.ts'

export const divisionColumns = {
  code: {
    type: 'code',
    zh: '区划代码',
    aliases: ['代码', '统计用区划代码', 'division_code', 'id'],
    needed: true,
  },
  name: { type: 'text', zh: '名称', aliases: ['区划名称', 'name_zh'], needed: true },
  nameEn: { type: 'text', zh: '英文名', aliases: ['name_en', 'english_name'] },
  validFrom: { type: 'date', zh: '启用日期', aliases: ['valid_from'] },
  validUntil: { type: 'date', zh: '停用日期', aliases: ['valid_until'] },
  successors: { type: 'list', zh: '后继代码', aliases: ['并入'] },
  oldNames: { type: 'list', zh: '曾用名', aliases: ['former_names'] },
  urbanRural: { type: 'code', zh: '城乡分类代码', aliases: ['urban_rural', '城乡分类'] },
} as const satisfies Columns

type Row = ReadRow<typeof divisionColumns>

function toDivision(row: Row): { division: Division | null; findings: Finding[] } {
  const {
    code: stated,
    name,
    nameEn,
    validFrom,
    validUntil,
    successors,
    oldNames,
    urbanRural,
  } = row.values
  const code = padCode(stated ?? '')
  const malformed = [stated ?? '', ...(successors ?? [])].filter((c) => padCode(c) === null)
  if (code === null || malformed.length > 0)
    return {
      division: null,
      findings: malformed.map((value) =>
        finding('division-code-malformed', row.at('code'), { value }),
      ),
    }
  const division: Division = {
    code,
    name: name!,
    level: levelOfCode(code),
    parent: parentOfCode(code),
    successors: (successors ?? []).map((c) => padCode(c)!),
    oldNames: oldNames ?? [],
    ...(nameEn === null ? {} : { nameEn }),
    ...(validFrom === null ? {} : { validFrom: validFrom as PlainDate }),
    ...(validUntil === null ? {} : { validUntil: validUntil as PlainDate }),
    ...(urbanRural === null ? {} : { urbanRural }),
  }
  return { division, findings: [] }
}

/** A name with 居 or 社区, or without 村, is a community; the rest are villages. (The counting rule of the code list.) */
const isCommunity = (name: string): boolean => /居|社区/.test(name) || !name.includes('村')

/**
 * Parents by code. A list may start at any level: its topmost divisions have no parent. One whose parent
 * should be in the list and is not keeps its code, with a finding.
 */
function withParents(
  divisions: readonly Division[],
  rows: ReadonlyMap<string, Row>,
): { divisions: Division[]; findings: Finding[] } {
  const known = new Set(divisions.map((d) => d.code))
  const levels = new Set(divisions.map((d) => d.level))
  const listed = (parent: string | null): boolean =>
    parent !== null && levels.has(levelOfCode(parent))
  const orphans = divisions.filter((d) => listed(d.parent) && !known.has(d.parent!))
  return {
    divisions: divisions.map((d) => (listed(d.parent) ? d : { ...d, parent: null })),
    findings: orphans.map((d) => {
      const facts = { name: d.name, value: d.code, parent: d.parent! }
      return finding('division-parent-missing', rows.get(d.code)!.at('code'), facts)
    }),
  }
}

function counts(divisions: readonly Division[], file: string): Finding[] {
  const villages = divisions.filter((d) => d.level === 'village')
  const parents = [...new Set(villages.map((d) => codeAt(d.code, 'county')))].sort()
  return parents.map((county) => {
    const own = villages.filter((d) => codeAt(d.code, 'county') === county)
    const communities = own.filter((d) => isCommunity(d.name)).length
    const name = divisions.find((d) => d.code === county)?.name ?? county
    const facts = { name, villages: own.length - communities, communities }
    return finding('division-counts', { file }, facts)
  })
}

/** Divisions from one or several tables (counties, townships and villages may come apart). Sorted by code. */
export function importDivisions(tables: readonly { table: RawTable; options?: ReadOptions }[]): {
  divisions: Division[]
  findings: Finding[]
} {
  const findings: Finding[] = []
  const rows = new Map<string, Row>()
  const divisions: Division[] = []
  for (const { table, options } of tables) {
    const read = readTable(table, divisionColumns, options)
    findings.push(...read.findings)
    const padded = new Map<number, number>()
    const key = (row: Row): string | null => padCode(row.values.code ?? '')
    for (const row of uniqueRows(read.rows, key, 'code', findings)) {
      if (row.bad) continue
      const made = toDivision(row)
      findings.push(...made.findings)
      if (!made.division) continue
      const before = rows.get(made.division.code)
      if (before) {
        // The same code in two files: within one, `uniqueRows` has named it.
        const facts = { id: made.division.code, first: `${before.at().file} ${before.row}` }
        findings.push(finding('duplicate-id', row.at('code'), facts))
        continue
      }
      const length = row.values.code!.length
      if (length < 12) padded.set(length, (padded.get(length) ?? 0) + 1)
      divisions.push(made.division)
      rows.set(made.division.code, row)
    }
    for (const [digits, count] of [...padded].sort(([a], [b]) => a - b))
      findings.push(finding('division-codes-padded', { file: table.file }, { count, digits }))
  }
  divisions.sort(byText((d) => d.code))
  const related = withParents(divisions, rows)
  findings.push(...related.findings, ...counts(divisions, tables[0]?.table.file ?? ''))
  return { divisions: related.divisions, findings }
}
