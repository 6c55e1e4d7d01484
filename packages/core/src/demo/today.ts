import type { Weekday } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import { yuan } from '../kernel/units.ts'
import type { Baseline } from '../plan/baseline.ts'
import type { MarketRule } from '../plan/county.ts'
import type { Facility } from '../resources/facility.ts'
import type { StaffMember } from '../resources/staff.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { BusLine } from '../travel/bus-line.ts'
import type { TownshipRecord, VillageRecord } from './register.ts'
import type { WayFinder } from './way-finder.ts'

interface TodayPlace {
  facilities: readonly Facility[]
  vehicles: readonly Vehicle[]
  staff: readonly StaffMember[]
  dependent: readonly VillageRecord[]
  cellOf: (facility: Facility) => number
  find: WayFinder
}

const week: readonly Weekday[] = [1, 2, 3, 4, 5]

/** How things run before anyone plans: who works where, the clinic vehicles' timetable, what was spent. */
export const baselineOf = (place: TodayPlace, year: number, random: Random): Baseline => ({
  rotas: rotas(place),
  timetable: timetable(place, random.fork('timetable')),
  spending: spending(place, year),
})

/** Village doctors hold their clinic on weekdays; each clinic vehicle has its crew from the health centre where it stands. */
function rotas({ staff, vehicles }: TodayPlace): Baseline['rotas'] {
  const rows: Baseline['rotas'] = []
  for (const person of staff) {
    if (person.post !== 'villageDoctor') continue
    for (const weekday of week) {
      rows.push({
        staff: person.id,
        place: person.employer,
        weekday,
        hours: person.weeklyHours / 5,
      })
    }
  }
  for (const vehicle of vehicles) {
    if (vehicle.kind !== 'clinicVehicle') continue
    const crew = staff.filter(
      (p) =>
        p.employer === vehicle.depot &&
        (p.skills.includes('outreach') || p.skills[0] === vehicle.kind),
    )
    for (const person of crew) {
      for (const weekday of week) {
        rows.push({ staff: person.id, place: vehicle.id, weekday, hours: 7 })
      }
    }
  }
  return rows
}

/**
 * Two villages on each weekday's round: every other week for the nearer ones, every fourth week for the rest.
 * About half of the dependent villages see no vehicle at all.
 */
function timetable(
  { vehicles, dependent, facilities, cellOf, find }: TodayPlace,
  draw: Random,
): Baseline['timetable'] {
  const free = new Set(dependent)
  const rows: Baseline['timetable'] = []
  for (const vehicle of vehicles.filter((v) => v.kind === 'clinicVehicle')) {
    const depot = facilities.find((f) => f.id === vehicle.depot)!
    const reach = find.from(cellOf(depot), 70_000)
    const near = [...free]
      .filter((v) => Number.isFinite(reach.metres(v.cell)))
      .sort((a, b) => reach.metres(a.cell) - reach.metres(b.cell) || a.code.localeCompare(b.code))
    const most = Math.min(10, Math.ceil((0.55 * dependent.length) / Math.max(1, clinics(vehicles))))
    near.slice(0, most).forEach((village, k) => {
      free.delete(village)
      const weekday = week[Math.floor(k / 2) % 5]!
      rows.push({
        vehicle: vehicle.id,
        settlement: village.settlements[0]!,
        rule: { by: 'weekday', weekday, everyWeeks: k < most / 2 ? 2 : 4 },
        services: ['MED-01', 'MED-02', 'MED-03'],
        minutes: 60 + 10 * draw.below(6),
      })
    })
  }
  return rows
}

const clinics = (vehicles: readonly Vehicle[]) =>
  vehicles.filter((v) => v.kind === 'clinicVehicle').length

/** Last year's running costs of sites and vehicles, by fund and service, in round figures. */
function spending({ facilities, vehicles }: TodayPlace, year: number): Baseline['spending'] {
  const sum = (kind: Facility['kind']) =>
    facilities
      .filter((f) => f.kind === kind && f.state === 'open')
      .reduce((total, f) => total + f.yearCostFen, 0)
  const rows: readonly (readonly [fund: string, service: string, amount: number])[] = [
    ['health', 'MED-01', sum('villageClinic') + 0.5 * sum('townshipHealthCentre')],
    ['health', 'MED-02', 0.08 * sum('townshipHealthCentre')],
    ['health', 'MED-03', 0.05 * sum('townshipHealthCentre')],
    ['health', 'MED-04', 0.06 * sum('townshipHealthCentre')],
    ['education', 'EDU-01', sum('primarySchool')],
    ['education', 'EDU-02', sum('juniorSchool')],
    ['eldercare', 'ELD-01', sum('mealPoint')],
    ['eldercare', 'ELD-06', sum('elderHub')],
    ['supply', 'SUP-01', yuan(26_000) * vehicles.filter((v) => v.kind === 'supplyVehicle').length],
    ['general', 'CUL-01', sum('cultureHall')],
    ['general', 'CON-02', sum('servicePoint')],
  ]
  return rows.map(([fund, service, amount]) => ({
    fund,
    service,
    year: year - 1,
    amountFen: Math.round(amount),
  }))
}

/** A line from every township seat to the county seat and back, twice a day for towns. */
export function busesOf(
  townships: readonly TownshipRecord[],
  seat: VillageRecord,
  find: WayFinder,
): BusLine[] {
  const reach = find.from(seat.cell)
  const kmh = 28
  return townships
    .filter((t) => t.spec.kind !== 'street' && Number.isFinite(reach.metres(t.villages[0]!.cell)))
    .flatMap((t) => {
      const from = t.villages[0]!.settlements[0]!
      const to = seat.settlements[0]!
      const minutes = Math.ceil((reach.metres(t.villages[0]!.cell) / 1_000 / kmh) * 60)
      const lastBack = 22 * 60
      const starts = (t.spec.kind === 'town' ? [400, 760] : [410]).filter(
        (start) => start + 2 * minutes + 200 <= lastBack,
      )
      const fareFen = yuan(Math.max(2, Math.round(minutes / 8)))
      const code = t.code.slice(0, 9)
      return starts.flatMap((start, k): BusLine[] => [
        {
          id: `BL-${code}-${k + 1}a`,
          stops: [
            { place: from, minute: start },
            { place: to, minute: start + minutes },
          ],
          days: [1, 2, 3, 4, 5, 6, 7],
          fareFen,
        },
        {
          id: `BL-${code}-${k + 1}b`,
          stops: [
            { place: to, minute: start + minutes + 200 },
            { place: from, minute: start + 2 * minutes + 200 },
          ],
          days: [1, 2, 3, 4, 5, 6, 7],
          fareFen,
        },
      ])
    })
}

/** Every town and some townships keep market by the tail of the lunar day: 1 and 6, 2 and 7, 3 and 8... */
export const marketsOf = (townships: readonly TownshipRecord[]): MarketRule[] =>
  townships
    .filter((t, k) => t.spec.kind === 'town' || (t.spec.kind === 'township' && k % 2 === 0))
    .map((t, k) => ({
      settlement: t.villages[0]!.settlements[0]!,
      by: 'lunarTail',
      values: [(k % 5) + 1, ((k + 5) % 10) + 1].map((v, at) => (at === 0 ? v : (k % 5) + 6)),
    }))
