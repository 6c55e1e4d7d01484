import { expect, test } from 'vitest'
import type { DateRange } from '../kernel/calendar.ts'
import { roadStates } from './road-states.ts'

const range = (from: string, to: string): DateRange => ({ from, to }) as DateRange

test('the horizon is cut where seasons and closures begin and end', () => {
  const snow = { id: 'snow', range: range('2026-12-01', '2027-02-28') }
  const states = roadStates(
    range('2027-01-01', '2027-12-31'),
    [snow],
    [
      { way: 'pass', range: range('2027-02-15', '2027-03-10') },
      { way: 'old', range: range('2026-01-01', '2026-12-31') },
      { way: 'pass', range: range('2027-03-11', '2027-03-20') },
    ],
  )
  expect(states).toEqual([
    { range: range('2027-01-01', '2027-02-14'), season: snow, closed: [] },
    { range: range('2027-02-15', '2027-02-28'), season: snow, closed: ['pass'] },
    { range: range('2027-03-01', '2027-03-20'), season: null, closed: ['pass'] },
  ])
  expect(roadStates(range('2027-01-01', '2027-12-31'), [], [])).toEqual([])
})
