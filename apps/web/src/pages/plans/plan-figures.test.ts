import { expect, it } from 'vitest'
import { figureRows, recordsOfFigure, recordsOfToday } from '../../parts/plans/plan-figures.ts'
import { groupFindings } from './check-findings.tsx'
import { dropOf, lockOf, moveOf } from './edit/visit-edits.ts'
import { roadAt, roadSteps, turnsOf } from './road/road-steps.ts'
import type { VisitRow } from './timetable.ts'

const costs = (cash: number, capital: number, hours: number) => ({
  cashFen: cash,
  capitalFen: { county: capital, province: capital },
  staffHours: hours,
})
const line = {
  costs: { today: costs(100_00, 0, 40), plan: costs(250_00, 700_00, 60) },
  missed: 3,
  peopleMissed: 120,
  tours: 9,
}

it('keeps cash, capital and hours in rows of their own beside today', () => {
  const rows = figureRows([line], { missed: 8, people: 400 }, 'en')
  const of = (key: string) => rows.find((row) => row.key === key)
  expect(of('cash')).toMatchObject({ today: '¥100', plans: ['¥250'] })
  expect(of('capital')).toMatchObject({ today: '¥0', plans: ['¥1,400'] })
  expect(of('hours')).toMatchObject({ today: '40', plans: ['60'] })
  expect(of('missed')).toMatchObject({ today: '8', plans: ['3'] })
  expect(of('people')).toMatchObject({ today: '400', plans: ['120'] })
})

it('claims nothing of today where today was not measured, and nothing of no plans', () => {
  expect(figureRows([line], null, 'zh').find((row) => row.key === 'missed')?.today).toBe('–')
  expect(figureRows([], null, 'zh')).toEqual([])
})

it('leads from money to the ledger, from who is missed to their names, from tours to the timetable', () => {
  expect(recordsOfFigure('cash', 'P')).toContain('report=ledger&plan=P')
  expect(recordsOfFigure('hours', 'P')).toContain('report=ledger')
  expect(recordsOfFigure('people', 'P')).toBe('/plans/P/shortages')
  expect(recordsOfFigure('tours', 'P')).toBe('/plans/P/timetable')
  expect(recordsOfToday('missed')).toBe('/measure?tab=gaps')
  expect(recordsOfToday('tours')).toBeNull()
})

it('says equal findings once with how often, errors first', () => {
  const found = (severity: string, said: string) =>
    ({ severity, what: { zh: said, en: said }, remedy: { zh: '', en: '' } }) as never
  const groups = groupFindings([
    found('note', 'a'),
    found('note', 'a'),
    found('error', 'b'),
    found('warning', 'c'),
  ])
  expect(groups.map((g) => [g.first.what.en, g.count])).toEqual([
    ['b', 1],
    ['c', 1],
    ['a', 2],
  ])
})

it('stands on the road at its step, and off it once withdrawn; the way on comes first', () => {
  expect(roadSteps.map((step) => roadAt({ step }))).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(roadAt({ step: 'withdrawn' })).toBeNull()
  const next = (['withdrawn', 'draft', 'notice'] as const).map((to) => ({ to, missing: [] }))
  expect(turnsOf({ next })[0]?.to).toBe('notice')
})

it('moves a visit only where something changes, and names the vehicle only where it does', () => {
  const row = { visit: 'v', date: '2026-06-01', vehicle: 'a', locked: true } as VisitRow
  expect(moveOf(row, row)).toBeNull()
  expect(moveOf(row, { ...row, date: '2026-06-02' as never })).toEqual({
    do: 'move-visit',
    visit: 'v',
    date: '2026-06-02',
  })
  expect(moveOf(row, { ...row, vehicle: 'b' })).toMatchObject({ vehicle: 'b' })
  expect(lockOf(row).do).toBe('unlock')
  expect(lockOf({ ...row, locked: false }).do).toBe('lock')
  expect(dropOf(row)).toEqual({ do: 'drop-visit', visit: 'v' })
})
