import type { CostedVisit } from '../access/unit-cost.ts'
import { villagesToVisit } from '../access/village-selection.ts'
import { compareText } from '../kernel/order.ts'
import type { County, CountyInput } from '../plan/county.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'
import { placesById, vehicleWays } from './vehicle-ways.ts'

/** A round that is driven `visitsYear` times a year: from the nearest depot to one or two villages and back. */
export interface ReferenceTour {
  vehicle: Vehicle
  /** Settlement ids of the village centres. */
  stops: string[]
  metres: number
  driveSeconds: number
  visits: ReferenceVisit[]
}
interface ReferenceVisit extends CostedVisit {
  settlement: string
}

/** What the fixed rounds suppose; the same figures as the measuring rules where these have one. */
export const referenceRules = {
  visitsYear: 24,
  /** Share of a village's residents who come to a visit. */
  uptake: 0.12,
  minutesPerPerson: 10,
  /** A second village joins a round when it adds no more than this to the way. */
  mostExtraMetres: 11_000,
} as const

/**
 * Fixed rounds to check the county against, not a plan: every village due by the rule, from the nearest depot; the
 * farthest village first, with the neighbour that adds least, if it adds little.
 */
export function referenceTours(
  input: Pick<CountyInput, 'roads' | 'terrain'> & { county: County },
  year: number,
): ReferenceTour[] {
  const { county } = input
  const due = new Set(villagesToVisit(county, year).map((v) => v.village))
  const centres = county.settlements.filter((s) => s.isCentre && due.has(s.division))
  const vans = county.vehicles.filter((v) => v.kind === 'clinicVehicle')
  if (centres.length === 0 || vans.length === 0) return []
  const known = placesById(county)
  const depots = [...new Set(vans.map((v) => v.depot))]
  const ids = [...centres.map((s) => s.id), ...depots]
  const ways = vehicleWays(
    input,
    ids.map((id) => known.get(id)!),
    vans[0]!,
  )
  const people = peopleByVillage(county.settlements)
  const metres = metresIn(ways)
  return depots.flatMap((depot) => {
    const own = centres.filter((s) => nearest(depots, s.id, metres) === depot)
    const vehicle = vans.find((v) => v.depot === depot)!
    return roundsFrom(depot, own, metres).map((stops) => tourOf(vehicle, stops, ways, people))
  })
}

type Metres = (from: string, to: string) => number

function metresIn(ways: TravelTable): Metres {
  const row = placesIn(ways.from)
  return (from, to) => {
    const m = ways.roadMetres[row.get(from)! * ways.to.length + row.get(to)!]!
    return m < 0 ? Number.POSITIVE_INFINITY : m
  }
}

function peopleByVillage(settlements: readonly Settlement[]): Map<string, number> {
  const byVillage = new Map<string, number>()
  for (const s of settlements) {
    byVillage.set(s.division, (byVillage.get(s.division) ?? 0) + s.permanent.total)
  }
  return new Map(settlements.map((s) => [s.id, byVillage.get(s.division)!]))
}

const nearest = (depots: readonly string[], to: string, metres: Metres): string =>
  [...depots].sort((a, b) => metres(a, to) - metres(b, to) || compareText(a, b))[0]!

function roundsFrom(depot: string, own: readonly Settlement[], metres: Metres): string[][] {
  const left = own
    .map((s) => s.id)
    .filter((id) => Number.isFinite(metres(depot, id)))
    .sort((a, b) => metres(depot, b) - metres(depot, a) || compareText(a, b))
  const rounds: string[][] = []
  while (left.length > 0) {
    const far = left.shift()!
    const extra = (id: string) => metres(far, id) + metres(id, depot) - metres(far, depot)
    const second = [...left].sort((a, b) => extra(a) - extra(b) || compareText(a, b))[0]
    if (second === undefined || extra(second) > referenceRules.mostExtraMetres) {
      rounds.push([far])
      continue
    }
    left.splice(left.indexOf(second), 1)
    rounds.push([far, second])
  }
  return rounds
}

function tourOf(
  vehicle: Vehicle,
  stops: string[],
  ways: TravelTable,
  people: ReadonlyMap<string, number>,
): ReferenceTour {
  const row = placesIn(ways.from)
  const round = [vehicle.depot, ...stops, vehicle.depot]
  let metres = 0
  let driveSeconds = 0
  for (let k = 1; k < round.length; k++) {
    const cell = row.get(round[k - 1]!)! * ways.to.length + row.get(round[k]!)!
    metres += ways.roadMetres[cell]!
    driveSeconds += ways.p50[cell]!
  }
  const visits = stops.map((settlement) => {
    const personTimes = referenceRules.uptake * people.get(settlement)!
    const serviceSeconds =
      vehicle.setupSeconds + (personTimes * referenceRules.minutesPerPerson * 60) / vehicle.stations
    const drive = driveSeconds / stops.length
    return {
      settlement,
      serviceSeconds,
      driveSeconds: drive,
      idleSeconds: 0,
      metres: metres / stops.length,
      crewHours: (vehicle.crew * (serviceSeconds + drive)) / 3_600,
      personTimes,
      otherFen: vehicle.costPerDayFen / stops.length,
    }
  })
  return { vehicle, stops, metres, driveSeconds, visits }
}
