import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { expect, test } from 'vitest'
import { crewOf } from './crew.ts'

const day = (date: string) => date as PlainDate
const visit = { id: 'v1', stop: 's1', arrive: 0, leave: 1, services: [], personTimes: 1 }
const tour = { vehicle: 'van', date: day('2026-06-01'), visits: [visit] }
const van = { id: 'van', crew: 3, depot: 'F-1' }
const member = (id: string, post: 'doctor' | 'driver', employer = 'F-1', more = {}) => ({
  id,
  post,
  employer,
  skills: [],
  weeklyHours: 40,
  costPerHourFen: 0,
  provenance: { method: 'entered' as const },
  ...more,
})

test('a crew is as many as the vehicle takes, of those on duty where it starts that day', () => {
  const staff = [
    member('D-1', 'driver'),
    member('P-1', 'doctor'),
    member('P-2', 'doctor', 'F-2'),
    member('P-3', 'doctor', 'F-1', { away: [{ from: day('2026-05-30'), to: day('2026-06-01') }] }),
    member('P-4', 'doctor', 'F-1', { retiresOn: day('2026-06-01') }),
  ]
  expect(crewOf(tour, {}, [van], staff)).toEqual({
    size: 3,
    depot: 'F-1',
    experts: [],
    onDuty: [
      { id: 'D-1', post: 'driver' },
      { id: 'P-1', post: 'doctor' },
    ],
  })
})

test('specialists that the plan sends along are named with where they are for', () => {
  const expert = { date: day('2026-06-01'), staff: 'X-1', skill: 'eyes', services: [], due: 9 }
  const days = [
    { ...expert, visit: 'v1', stop: 's1' },
    { ...expert, visit: 'v9', stop: 's9' },
  ]
  const { experts } = crewOf(
    tour,
    { experts: { days, readings: [] } },
    [van],
    [member('X-1', 'doctor', 'F-9')],
  )
  expect(experts).toEqual([{ staff: 'X-1', post: 'doctor', stops: ['s1'] }])
})

test('of a vehicle that is gone nothing is made up', () => {
  expect(crewOf(tour, {}, [], [member('D-1', 'driver')])).toEqual({
    size: null,
    depot: null,
    experts: [],
    onDuty: [],
  })
})
