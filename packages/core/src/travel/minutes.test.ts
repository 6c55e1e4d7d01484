import { expect, test } from 'vitest'
import { minuteTravel } from './minutes.ts'
import { travelProfile } from './profile-table.ts'

test('minutes hold both ways unless both are given; nothing is guessed; the shortest doubled entry counts', () => {
  const table = minuteTravel(
    {
      entries: [
        { from: 'a', to: 'h', minutes: 60 },
        { from: 'b', to: 'h', minutes: 45 },
        { from: 'h', to: 'b', minutes: 50.5 },
        { from: 'a', to: 'h', minutes: 62 },
      ],
    },
    ['a', 'b', 'c', 'h'],
    ['a', 'h', 'b'],
    travelProfile,
  )
  expect([...table.p50]).toEqual([0, 3600, -1, -1, 2700, 0, -1, -1, -1, 3600, 0, 3030])
  expect([...table.p90.slice(1, 3)]).toEqual([4652, -1])
  expect([...table.fromSnap]).toEqual([-1, -1, -1, -1])
})
