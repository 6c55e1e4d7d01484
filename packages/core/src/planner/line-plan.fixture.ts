import {
  type LineFacility,
  type LinePlace,
  lineCatalogue,
  lineCounty,
} from '../access/line-county.fixture.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { County } from '../plan/county.ts'
import type { TravelTable, YearTravel } from '../travel/travel-table.ts'
import { vehicleProfile } from '../travel/travel-table.ts'
import type { SolveTours, TourProblem } from './first-tours/problem.ts'

/** A county on a line with vehicles: 2 minutes a kilometre for everybody on wheels, 15 on foot. */
export interface LinePlan {
  county: County
  catalogue: Catalogue
  travel: YearTravel
}

export interface LineOptions {
  standards: unknown[]
  vehicles: readonly Record<string, unknown>[]
  settings?: Record<string, unknown>
  staff?: unknown[]
  /** No road between these kilometres for vehicles and residents (a closed pass). */
  closed?: readonly [number, number]
  needs?: Record<string, unknown>
}

const secondsPerKm = 120

export function linePlan(
  places: readonly LinePlace[],
  facilities: readonly LineFacility[],
  options: LineOptions,
): LinePlan {
  const made = lineCounty(places, facilities, {
    standards: options.standards,
    settings: {
      horizon: { from: '2026-03-02', to: '2026-04-26' },
      holidays: ['2026-01-01'],
      prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen: 0 },
      ...options.settings,
    },
  })
  const county = County.parse({
    ...made.county,
    vehicles: options.vehicles.map((v) => ({
      name: v.id,
      kind: 'clinicVehicle',
      provenance: { method: 'entered' },
      ...v,
    })),
    staff: options.staff ?? [],
  })
  const { closed } = options
  const cut = (a: number, b: number) =>
    closed !== undefined && Math.min(a, b) <= closed[0] && Math.max(a, b) >= closed[1]
  const at = [...places, ...facilities].flatMap((p) => (p.x === null ? [] : [{ id: p.id, x: p.x }]))
  const table: TravelTable = {
    from: at.map((p) => p.id),
    to: at.map((p) => p.id),
    p50: Int32Array.from(
      at.flatMap((a) => at.map((b) => (cut(a.x, b.x) ? -1 : Math.abs(a.x - b.x) * secondsPerKm))),
    ),
    p90: new Int32Array(at.length ** 2),
    roadMetres: Int32Array.from(at.flatMap((a) => at.map((b) => Math.abs(a.x - b.x) * 1000))),
    walkMetres: new Int32Array(at.length ** 2),
    fromSnap: new Int32Array(at.length),
    toSnap: new Int32Array(at.length),
  }
  const { resident } = made.travel
  places.forEach((p, i) => {
    facilities.forEach((f, j) => {
      const metres = p.x === null ? 0 : Math.abs(p.x - f.x) * 1000
      resident.roadMetres[i * facilities.length + j] = metres
    })
  })
  places.forEach((p, i) => {
    facilities.forEach((f, j) => {
      if (p.x !== null && cut(p.x, f.x)) resident.p50[i * facilities.length + j] = -1
    })
  })
  const vehicle = Object.fromEntries(county.vehicles.map((v) => [vehicleProfile(v), table]))
  return {
    county,
    catalogue: lineCatalogue(),
    travel: { base: { ...made.travel, vehicle }, seasons: [] },
  }
}

/** A stand-in for the tours: every visit is a tour of its own on the first free day after its even date. */
export const oneStopTours: SolveTours = (problem: TourProblem, { stop }) => {
  const tours: ReturnType<SolveTours>['tours'] = []
  const unplaced: ReturnType<SolveTours>['unplaced'] = []
  const daysShort: Record<string, number> = {}
  const out = new Set<string>()
  const n = problem.places.length
  for (const s of [...problem.stops].sort(
    (a, b) => a.priority - b.priority || b.people - a.people || (a.id < b.id ? -1 : 1),
  ))
    for (let k = 0; k < s.visits; k++) {
      const target = Math.floor((k * problem.days.length) / s.visits)
      const own = problem.vehicles.filter((v) => v.kind === s.kind)
      const slot = own
        .flatMap((v) => [...v.days].map((day) => ({ v, day })))
        .filter(({ v, day }) => !out.has(`${v.id} ${day}`) && !out.has(`${s.id} ${day}`))
        .sort((a, b) => Math.abs(a.day - target) - Math.abs(b.day - target) || a.day - b.day)[0]
      if (slot === undefined) {
        unplaced.push({ stop: s.id, visits: 1, reason: 'fleet' })
        daysShort[s.kind] = (daysShort[s.kind] ?? 0) + 1
        continue
      }
      const { v, day } = slot
      out.add(`${v.id} ${day}`).add(`${s.id} ${day}`)
      const { seconds, metres } = problem.states[problem.stateOfDay[day]!]!.byProfile[v.profile]!
      const [go, back] = [v.depot * n + s.place, s.place * n + v.depot]
      const arrive = v.earliest + seconds[go]!
      const leave = arrive + s.serviceSeconds
      const date = problem.days[day]!
      tours.push({
        id: `${v.id}-${date}`,
        vehicle: v.id,
        date,
        depart: v.earliest,
        finish: leave + seconds[back]!,
        metres: metres[go]! + metres[back]!,
        driveSeconds: seconds[go]! + seconds[back]!,
        visits: [
          {
            id: `${v.id}-${date}/1`,
            stop: s.id,
            arrive,
            leave,
            services: [...s.services],
            personTimes: s.personTimes,
          },
        ],
      })
    }
  tours.sort((a, b) => (`${a.date} ${a.vehicle}` < `${b.date} ${b.vehicle}` ? -1 : 1))
  stop(0)
  return { tours, unplaced, daysShort, iterations: 0 }
}
