import { villagesToVisit } from '@kuashan/core/access/village-selection.ts'
import { dayNumber } from '@kuashan/core/kernel/calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { LinePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import { countyTravel } from '@kuashan/engine/travel/county-travel.ts'

/**
 * A county reduced to the question "how do clinic vehicles visit these villages so often a year": village centres,
 * the vehicles with their depots, and one floor. No building counts and nothing is to hire, so that each village needs
 * its visits.
 */
export async function villageVisits(
  input: CountyInput,
  villages: ReadonlySet<string>,
  visitsYear: number,
): Promise<LinePlan> {
  const { county, catalogue } = input
  const vehicles = county.vehicles.filter((v) => v.kind === 'clinicVehicle')
  const depots = new Set(vehicles.map((v) => v.depot))
  const floor = county.standards.find(
    (s) => s.service === 'MED-01' && s.metric === 'minVisitsPerVillageYear',
  )!
  const small: CountyInput = {
    ...input,
    county: {
      ...county,
      settlements: county.settlements.filter((s) => s.isCentre && villages.has(s.division)),
      facilities: county.facilities.filter((f) => depots.has(f.id)),
      vehicles,
      staff: [],
      buses: [],
      standards: [{ ...floor, value: visitsYear }],
      baseline: { rotas: [], timetable: [], spending: [] },
      settings: {
        ...county.settings,
        seasons: [],
        closures: [],
        assumptions: { fixedMaxMin: 0 },
        prices: { ...county.settings.prices, busPerKmFen: 0 },
      },
    },
  }
  const { travel: base } = await countyTravel(small, { workers: 1, vehicle: true })
  return { county: small.county, catalogue, travel: { base, seasons: [] } }
}

/** Villages due a vehicle in the county's year; in `only` those without an institution. */
export function villagesDue(
  { county }: CountyInput,
  only: 'either' | 'without-institution',
): Set<string> {
  const year = Number(county.settings.asOf.slice(0, 4))
  return new Set(
    villagesToVisit(county, year)
      .filter((v) => only === 'either' || v.noInstitution)
      .map((v) => v.village),
  )
}

/** Day numbers of the visits of each stop's settlement, ascending. */
export function visitDays(plan: Plan): Map<string, number[]> {
  const stops = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const days = new Map<string, number[]>()
  for (const tour of plan.tours)
    for (const { stop } of tour.visits) {
      const settlement = stops.get(stop)!
      days.set(settlement, [...(days.get(settlement) ?? []), dayNumber(tour.date)])
    }
  for (const list of days.values()) list.sort((a, b) => a - b)
  return days
}
