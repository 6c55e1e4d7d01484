import { Domain } from '../../catalogue/service.ts'
import { domainWords } from '../../catalogue/terms.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { Division } from '../../territory/division.ts'
import type { Columns } from '../../territory/import/column.ts'
import { divisionIndex, divisionOfCell } from '../../territory/import/division-code.ts'
import type { RawTable } from '../../territory/import/raw-table.ts'
import { readTable } from '../../territory/import/read-table.ts'
import type { DepartmentEvent } from '../department-event.ts'

const departments = Object.fromEntries(
  Domain.options.map((domain) => [domain, [domainWords[domain].zh, domainWords[domain].en]]),
)

const eventColumns = {
  department: {
    type: 'choice',
    zh: '部门',
    aliases: ['domain', '领域', '条线'],
    needed: true,
    choices: departments,
  },
  village: { type: 'text', zh: '村', aliases: ['行政村', '村代码', 'division'], needed: true },
  date: { type: 'date', zh: '日期', aliases: ['day'], needed: true },
  purpose: { type: 'text', zh: '事项', aliases: ['what', '内容', '服务'], needed: true },
} as const satisfies Columns

/** What departments do in villages by themselves, in the order of the table; what stands twice is taken once. */
export function importDepartmentEvents(
  table: RawTable,
  divisions: readonly Division[],
): { events: DepartmentEvent[]; findings: Finding[] } {
  const { rows, findings } = readTable(table, eventColumns)
  const index = divisionIndex(divisions)
  const events = new Map<string, DepartmentEvent>()
  for (const { bad, values, at } of rows) {
    if (bad) continue
    const village = divisionOfCell(values.village, index, 'village', at('village'))
    findings.push(...village.findings)
    const purpose = values.purpose!.slice(0, 200)
    const date = values.date as PlainDate
    const department = values.department as Domain
    if (village.code === '') continue
    events.set([department, village.code, date, purpose].join('\n'), {
      department,
      village: village.code,
      date,
      purpose,
    })
  }
  return { events: [...events.values()], findings }
}
