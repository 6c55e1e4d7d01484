import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { expect, test } from 'vitest'
import { editsOf, nothingWanted, visitsNow, wantedBy } from './wanted-edits.ts'

const none = { sites: [] }
const visits = (some: object) => ({ ...nothingWanted.visits, ...some })

test('a stop is visited as often as asked, or once more on a day; until all is said there is no edit', () => {
  const frequency = { ...nothingWanted, kind: 'frequency' as const }
  expect(editsOf({ ...frequency, visits: visits({ stop: 'S' }) }, none, [])).toBeNull()
  expect(editsOf({ ...frequency, visits: visits({ stop: 'S', visits: 30 }) }, none, [])).toEqual([
    { do: 'change-frequency', stop: 'S', visits: 30 },
  ])
  const visit = { ...nothingWanted, kind: 'visit' as const }
  const date = '2026-05-04' as PlainDate
  expect(editsOf({ ...visit, visits: visits({ stop: 'S', date }) }, none, [])).toBeNull()
  expect(
    editsOf({ ...visit, visits: visits({ stop: 'S', date, vehicle: 'van' }) }, none, []),
  ).toEqual([{ do: 'add-visit', stop: 'S', date, vehicle: 'van' }])
})

test('an objection is taken to ask for more visits where a stop serves the village, else for another way', () => {
  const stop = (id: string, settlement: string, serves: string[] = []) => ({
    id,
    settlement,
    serves: serves.map((served) => ({ settlement: served, walkSeconds: 60 })),
  })
  const stops = [stop('S1', 'a1', ['b1']), stop('S2', 'c1')] as unknown as Plan['stops']
  const villageOf = new Map([
    ['a1', 'A'],
    ['b1', 'B'],
    ['c1', 'C'],
    ['c2', 'C'],
    ['d1', 'D'],
  ])
  const asked = (village: string, settlement: string | null = null) => {
    const { kind, visits: of, way } = wantedBy(village, settlement, { stops }, villageOf)
    return [kind, kind === 'serve' ? way.settlement : of.stop]
  }
  expect(asked('A')).toEqual(['frequency', 'S1'])
  expect(asked('B')).toEqual(['frequency', 'S1'])
  expect(asked('C', 'c2')).toEqual(['serve', 'c2'])
  expect(asked('D')).toEqual(['serve', 'd1'])
})

test('visits of a stop are counted over all tours', () => {
  const tour = (...of: string[]) => ({ visits: of.map((stop) => ({ stop })) })
  const tours = [tour('S1', 'S2'), tour('S1')] as unknown as Plan['tours']
  expect(visitsNow({ tours }, 'S1')).toBe(2)
})
