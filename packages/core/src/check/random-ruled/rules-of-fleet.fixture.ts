import type { Random } from '../../kernel/random.ts'
import type { RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import type { CrewBreak, FleetRules } from '../../plan/routing-rules.ts'
import type { HasRule } from './rule-names.fixture.ts'

/** What one fleet draws of the rules in the instance: each in three of four. */
export function rulesOfFleet(
  random: Random,
  instance: RoutingInstance,
  fleet: RoutingFleet,
  has: HasRule,
): FleetRules {
  const draws: HasRule = (rule) => has(rule) && random.below(4) > 0
  const places = instance.depots.map((_, k) => k)
  const some = () => random.shuffle(places).slice(0, 1 + random.below(2))
  return {
    ...(draws('hours') ? { open: random.below(10), close: 40 + random.below(20) } : {}),
    ...(draws('endDepot') ? { endDepot: random.below(3) === 0 ? null : random.pick(places) } : {}),
    ...(draws('travel') ? { travel: travelOf(random, fleet) } : {}),
    ...(draws('maxDriving') ? { maxDriving: 15 + random.below(30) } : {}),
    ...(draws('rest') ? { rest: restOf(random) } : {}),
    ...(draws('breaks') ? { breaks: breaksOf(random) } : {}),
    ...(draws('reload')
      ? { reload: { at: some(), duration: random.below(5), most: 1 + random.below(2) } }
      : {}),
    ...(draws('nights') ? { nights: nightsOf(random, fleet, some()) } : {}),
    ...(draws('dimensions')
      ? {
          otherCapacities: [4, 4, 4].map((least) => least + random.below(8)).slice(random.below(3)),
        }
      : {}),
    ...(draws('skills') ? { skills: random.below(2) === 0 ? ['x-ray'] : ['x-ray', 'teeth'] } : {}),
    ...(draws('maxStops') ? { maxStops: 1 + random.below(3) } : {}),
    ...(draws('maxDaysOut') ? { maxDaysOut: 1 + random.below(2) } : {}),
    ...(draws('costs')
      ? {
          costs: {
            perDay: random.below(40),
            perLength: random.below(3),
            perTime: random.below(3),
          },
        }
      : {}),
  }
}

const travelOf = (random: Random, { days }: RoutingFleet): number | number[] =>
  random.below(2) === 0 ? random.below(2) : days.map(() => random.below(2))

const restOf = (random: Random) => ({
  after: 8 + random.below(14),
  duration: 3 + random.below(5),
  onRoad: random.below(2) === 0,
})

function breaksOf(random: Random): CrewBreak[] {
  return Array.from({ length: 1 + random.below(2) }, (_, k) => {
    const open = 10 + 15 * k + random.below(10)
    const first = { open, close: open + random.below(10) }
    const second = { open: first.close + 3, close: first.close + 3 + random.below(6) }
    return {
      windows: random.below(3) === 0 ? [first, second] : [first],
      duration: 2 + random.below(6),
    }
  })
}

const nightsOf = (random: Random, { days }: RoutingFleet, at: number[]) => ({
  at,
  cost: random.below(8),
  mostInRow: 1 + random.below(2),
  ...(random.below(3) === 0 ? { evenings: days.filter(() => random.below(2) === 0) } : {}),
})
