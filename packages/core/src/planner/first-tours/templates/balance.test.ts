import { expect, test } from 'vitest'
import { compileGrounds } from '../ground.ts'
import { allDays, testStop, testVehicle, valleyTravel, workdays } from '../valleys.fixture.ts'
import { balanceLoads, COST_EPSILON } from './balance.ts'
import { makeTemplate, type Template } from './template.ts'

/** Six stops beyond a first depot; a second depot lies `km` further away from them. */
function crowd(km: number) {
  const days = workdays(60)
  const at = [
    { valley: 0, km },
    { valley: 0, km: 0 },
    ...Array.from({ length: 6 }, (_, k) => ({ valley: 0, km: 20 + km + k })),
  ]
  const [ground] = compileGrounds({
    days,
    horizonDays: 60,
    places: at.map((_, k) => `p${k}`),
    vehicles: [0, 1].map((depot) => testVehicle({ id: `v${depot}`, depot, days: allDays(days) })),
    stops: at.slice(2).map((_, k) => testStop({ id: `s${k}`, place: k + 2, visits: 6 })),
    states: [{ byProfile: [valleyTravel(at, 30)] }],
    stateOfDay: new Int32Array(days.length),
  })
  const templates = ground!.stops.map((_, stop) => makeTemplate(ground!, 0, [stop], [0])!)
  return { ground: ground!, templates }
}

const byGroup = (templates: readonly Template[]): number[] =>
  [0, 1].map((group) => templates.filter((template) => template.group === group).length)

const fenOf = (templates: readonly Template[]): number =>
  templates.reduce((sum, { fen }) => sum + fen, 0)

test('evens the loads of two depots where it costs next to nothing', () => {
  const { ground, templates } = crowd(0.5)
  const balanced = balanceLoads(ground, templates)
  expect(byGroup(templates)).toEqual([6, 0])
  expect(byGroup(balanced)).toEqual([3, 3])
  expect(fenOf(balanced)).toBeLessThanOrEqual(fenOf(templates) * (1 + COST_EPSILON))
})

test('leaves the loads as they are where that would cost more than the epsilon', () => {
  const { ground, templates } = crowd(60)
  expect(byGroup(balanceLoads(ground, templates))).toEqual([6, 0])
})
