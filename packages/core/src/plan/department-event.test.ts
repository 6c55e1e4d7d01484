import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { Division } from '../territory/division.ts'
import { type DepartmentEvent, jointEvents } from './department-event.ts'
import { importDepartmentEvents } from './import/department-events.ts'
import type { Plan } from './plan.ts'

const villages = { A: '331199101201', B: '331199101202' } as const
const ground = {
  domainOf: () => 'medical' as const,
  villageOf: (settlement: string) => villages[settlement as keyof typeof villages],
}
const visit = (id: string, date: string, stop: string) => ({
  vehicle: 'clinic',
  date,
  visits: [{ id, stop, services: ['MED-01'], personTimes: 5 }],
})
const plan = (locked: string[] = []) =>
  ({
    stops: [
      { id: 'sA', settlement: 'A' },
      { id: 'sB', settlement: 'B' },
    ],
    tours: [visit('v1', '2026-03-02', 'sA'), visit('v2', '2026-03-20', 'sA')],
    locked,
  }) as unknown as Plan
const event = (some: Partial<DepartmentEvent> = {}): DepartmentEvent => ({
  department: 'cultureSports',
  village: villages.A,
  date: '2026-03-02' as PlainDate,
  purpose: '送戏下乡',
  ...some,
})
const said = (events: DepartmentEvent[], of = plan(), within = 5) =>
  jointEvents(of, events, ground, within).map((o) => [o.visit.visit, o.days, o.isLocked])

describe('A93: events of other departments and the visits of a plan in one village', () => {
  test('A93: a clash on one day is offered, and what is days apart, each once', () => {
    expect(said([event()])).toEqual([['v1', 0, false]])
    expect(said([event({ date: '2026-03-05' as PlainDate }), event()])).toEqual([['v1', 0, false]])
    expect(said([event({ date: '2026-02-27' as PlainDate })])).toEqual([['v1', 3, false]])
    expect(said([event()], plan(['v1']))).toEqual([['v1', 0, true]])
  })

  test('A93: nothing is offered elsewhere, later, or of the same department', () => {
    expect(said([event({ village: villages.B })])).toEqual([])
    expect(said([event({ date: '2026-03-10' as PlainDate })])).toEqual([])
    expect(said([event({ department: 'medical' })])).toEqual([])
  })
})

describe('a calendar that is brought in as a table', () => {
  const divisions = [
    Division.parse({
      code: villages.A,
      name: '东一湾村',
      level: 'village',
      parent: '331199101000',
    }),
  ]
  const table = (...rows: Record<string, string>[]) => ({
    file: 'calendar.csv',
    headings: ['部门', '村', '日期', '事项'],
    rows: rows.map((cells, k) => ({ row: k + 2, cells })),
    findings: [],
  })
  const row = { 部门: '文化体育', 村: '东一湾村', 日期: '2026-03-02', 事项: '送戏下乡' }

  test('villages by name or code; what stands twice once', () => {
    const read = importDepartmentEvents(table(row, { ...row, 村: villages.A }), divisions)
    expect(read).toMatchObject({ events: [event()], findings: [] })
  })

  test.each([
    [{ 村: '无名村' }, 'division-name-unknown'],
    [{ 部门: '天文局' }, 'cell-not-a-choice'],
    [{ 日期: '三月' }, 'cell-not-a-date'],
    [{ 事项: '' }, 'cell-missing'],
  ])('%o is told with its place', (some, code) => {
    const { events, findings } = importDepartmentEvents(table({ ...row, ...some }), divisions)
    expect(events).toEqual([])
    expect(findings).toMatchObject([{ code, at: { row: 2 } }])
  })
})
