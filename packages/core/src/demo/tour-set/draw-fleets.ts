import { dayNumber, weekday } from '../../kernel/calendar.ts'
import type { RoutingCustomer, RoutingFleet } from '../../plan/routing.ts'
import type { FleetRules } from '../../plan/routing-rules.ts'
import type { FamilyTraits } from './families.ts'
import type { SetGround } from './set-ground.ts'
import { shortestWays, wayTables } from './shortest-ways.ts'

/** A kind of vehicle with its crew. Costs in fen: a day out with crew, ten metres, and a second out. */
export interface VehicleKind {
  name: string
  /** Per cent of a car's time on every road. */
  pace: number
  capacity: number
  skills: readonly string[]
  costs: { perDay: number; perLength: number; perTime: number }
  /** At every n-th depot. */
  everyDepot: number
  /** Its crew works elsewhere on Fridays. */
  fridaysOff: boolean
}

const van: VehicleKind = {
  name: 'van',
  pace: 100,
  capacity: Infinity,
  skills: ['clinic'],
  costs: { perDay: 45_000, perLength: 1, perTime: 0 },
  everyDepot: 1,
  fridaysOff: false,
}

const bus: VehicleKind = {
  name: 'bus',
  pace: 112,
  capacity: Infinity,
  skills: ['clinic', 'x-ray', 'library'],
  costs: { perDay: 62_000, perLength: 2, perTime: 0 },
  everyDepot: 3,
  fridaysOff: true,
}

const lorry: VehicleKind = {
  name: 'lorry',
  pace: 112,
  capacity: 1_500,
  skills: ['goods', 'bank'],
  costs: { perDay: 38_000, perLength: 2, perTime: 0 },
  everyDepot: 2,
  fridaysOff: false,
}

const kindsOf = (traits: FamilyTraits): readonly VehicleKind[] =>
  traits.kinds ? [van, lorry, bus] : [van]

const shift = { open: 7.5 * 3600, close: 17.5 * 3600, longest: 9 * 3600 }
const lunch = { windows: [{ open: 11 * 3600, close: 13 * 3600 }], duration: 40 * 60 }

/** What a vehicle gets done a day without its lunch, when three quarters of the day are used. */
const usedSeconds = Math.floor(((shift.longest - lunch.duration) * 3) / 4)

/** As many vehicles of each kind at each depot as the visits nearest to it take, by a rule of thumb. */
export function drawFleets(
  ground: SetGround,
  traits: FamilyTraits,
  customers: readonly RoutingCustomer[],
  at: readonly number[],
): RoutingFleet[] {
  const kinds = kindsOf(traits)
  const work = workByDepot(ground, kinds, customers, at)
  const given = ground.chosen.depots.map(() => 0)
  return kinds.flatMap((kind, k) =>
    ground.chosen.depots.flatMap((_, depot): RoutingFleet[] => {
      if (depot % kind.everyDepot > 0) return []
      const days = daysOf(ground, kind)
      const many = Math.max(1, Math.ceil(work[k]![depot]! / (usedSeconds * days.length)))
      const first = given[depot]! + 1
      given[depot] = first + many - 1
      return [
        {
          days,
          depot,
          vehicles: Array.from({ length: many }, (_, v) => first + v),
          capacity: kind.capacity,
          maxDuration: shift.longest,
          rules: fleetRules(ground, traits, kind, days),
        },
      ]
    }),
  )
}

const daysOf = (ground: SetGround, kind: VehicleKind): number[] =>
  ground.dates.flatMap((date, d) => (kind.fridaysOff && weekday(date) === 5 ? [] : [d + 1]))

/** Seconds of work by kind and depot: service, setup and two thirds of the way there and back, by the nearest able depot. */
function workByDepot(
  ground: SetGround,
  kinds: readonly VehicleKind[],
  customers: readonly RoutingCustomer[],
  at: readonly number[],
): number[][] {
  const { depots } = ground.chosen
  const ways = wayTables(ground.valleys, 100, new Set())
  const times = depots.map((place) => shortestWays(ways, place).times)
  const work = kinds.map(() => depots.map(() => 0))
  customers.forEach((customer, c) => {
    const skills = customer.rules?.skills ?? []
    const k = kinds.findIndex((kind) => skills.every((skill) => kind.skills.includes(skill)))
    const kind = kinds[k]!
    const homes = depots.flatMap((_, d) => (d % kind.everyDepot === 0 ? [d] : []))
    const home = homes.reduce((best, d) => (times[d]![at[c]!]! < times[best]![at[c]!]! ? d : best))
    const way = Math.floor((times[home]![at[c]!]! * kind.pace) / 75)
    const each = customer.service + (customer.rules?.setup ?? 0) + way
    const visits = visitsOf(customer, ground.dates.length)
    // Not everything that may be left out finds room, so that there is something to choose.
    work[k]![home]! += customer.optional ? Math.floor((each * visits * 2) / 5) : each * visits
  })
  return work
}

const visitsOf = ({ rules, patterns }: RoutingCustomer, days: number): number =>
  rules?.spacing?.visits ??
  Array.from({ length: days }, (_, d) => d).filter((d) => (patterns[0]! >> d) & 1).length

/** Travel tables stand by pace, and within a pace by road state. */
export const pacesOf = (traits: FamilyTraits): number[] => [
  ...new Set(kindsOf(traits).map(({ pace }) => pace)),
]

function fleetRules(
  ground: SetGround,
  traits: FamilyTraits,
  kind: VehicleKind,
  days: readonly number[],
): FleetRules {
  const { states, ofDay } = ground.roads
  const pace = pacesOf(traits).indexOf(kind.pace)
  const table = (day: number) => pace * states.length + ofDay[day - 1]!
  const many = ground.chosen.depots.length
  return {
    name: kind.name,
    open: shift.open,
    close: shift.close,
    skills: traits.kinds ? kind.skills : [],
    travel: states.length > 1 ? days.map(table) : pace,
    breaks: [lunch],
    costs: kind.costs,
    ...(traits.mostStops ? { maxStops: 6 } : {}),
    ...(traits.rest ? { rest: { after: 4 * 3600, duration: 20 * 60, onRoad: true } } : {}),
    ...(kind.fridaysOff ? { maxDaysOut: Math.ceil((days.length * 9) / 10) } : {}),
    ...(kind.name === 'lorry'
      ? { reload: { at: Array.from({ length: many }, (_, d) => d), duration: 20 * 60, most: 1 } }
      : {}),
    ...(traits.nights
      ? {
          nights: {
            at: ground.chosen.lodgings.map((_, l) => many + l),
            cost: 4_000,
            mostInRow: 2,
            evenings: days.filter((day) => isFollowed(ground, day, days)),
          },
        }
      : {}),
  }
}

/** Whether the next calendar day is a working day of this fleet too. */
const isFollowed = ({ dates }: SetGround, day: number, days: readonly number[]): boolean =>
  days.includes(day + 1) && dayNumber(dates[day]!) === dayNumber(dates[day - 1]!) + 1
