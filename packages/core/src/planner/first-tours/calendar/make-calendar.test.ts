import { expect, test } from 'vitest'
import { seconds } from '../../../kernel/units.ts'
import { compileGrounds } from '../ground.ts'
import { makeTemplate } from '../templates/template.ts'
import { allDays, testStop, testVehicle, valleyTravel, workdays } from '../valleys.fixture.ts'
import { dayOf } from './board.ts'
import { makeCalendar } from './make-calendar.ts'

test('a stop that misses visits spreads those it has, and claims no gap it cannot keep', () => {
  const days = workdays(28)
  const at = [0, 10, 11].map((km) => ({ valley: 0, km }))
  const full = { visits: 12, maxGapDays: 3, serviceSeconds: seconds(18_000) }
  const [ground] = compileGrounds({
    days,
    horizonDays: 28,
    places: ['depot', 'a', 'b'],
    vehicles: [testVehicle({ id: 'v', days: allDays(days).slice(0, 15) })],
    stops: [
      testStop({ id: 'a', place: 1, ...full }),
      testStop({ id: 'b', place: 2, ...full, priority: 1 }),
    ],
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(days.length),
  })
  const templates = [0, 1].map((stop) => makeTemplate(ground!, 0, [stop], [0])!)
  const board = makeCalendar(ground!, templates)
  expect(board.visitDays.map((visits) => visits.length)).toEqual([12, 3])
  expect(board.spacing[0]).toEqual({ horizonDays: 28, visits: 12, maxGapDays: 3 })
  expect(board.spacing[1]).toEqual({ horizonDays: 28, visits: 3, maxGapDays: 14 })
  const taken = [...board.slotOf].filter((slot) => slot >= 0).map((slot) => dayOf(board, slot))
  expect(new Set(taken).size).toBe(15)
})
