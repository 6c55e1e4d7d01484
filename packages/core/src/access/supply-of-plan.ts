import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Memory, newMemory, recall, steady } from '../kernel/memory.ts'
import type { County } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import { withRoom } from '../plan/site-use.ts'
import { rideOffers } from './ride-offers.ts'
import { type SiteUse, siteOffers } from './site-offers.ts'
import type { Offer, Supply } from './supply.ts'
import { inOrder, offerKey } from './supply-today.ts'
import { type DatedVisit, servicesAboard, vehicleOffers } from './vehicle-offers.ts'

/**
 * What there would be under a plan: its buildings, its dated visits in place of today's, its doorstep service, its rides.
 * With a memory, of one county, offers that are as they were before are the same objects.
 */
export function supplyOfPlan(
  county: County,
  catalogue: Catalogue,
  plan: Plan,
  memory: Memory = newMemory(),
): Supply {
  const uses = recall(memory, 'uses of sites', plan.sites, () => sitesInUse(county, plan))
  const fixed = recall(memory, 'offers of sites', [uses], () =>
    uses.flatMap((use) => siteOffers(use, catalogue, county.settings)),
  )
  const standing = recall(memory, 'standing offers', [fixed], () =>
    inOrder(steady(memory, 'each standing offer', fixed.map(keyed))),
  )
  const moving = inOrder(
    steady(
      memory,
      'moving offers',
      [
        ...vehicleOffers(plannedVisits(county, plan, catalogue), county, catalogue),
        ...doorstepOffers(plan, uses, catalogue),
        ...rideOffers(plan.rides, fixed, county.settings),
      ].map(keyed),
    ),
  )
  return {
    offers: merged(standing, moving, offerKey),
    sites: recall(memory, 'open sites', [uses], () =>
      uses.map((u) => ({
        facility: u.facility.id,
        kind: u.kind,
        division: u.facility.division,
      })),
    ),
  }
}

const keyed = (row: Offer) => ({
  // Rides of one site may differ in their times alone.
  key: `${offerKey(row)} ${row.mode === 'ride' ? `${row.walkSeconds} ${row.seconds}` : ''}`,
  row,
})

/** Two lists in order as one; of equals those of the first come first. */
function merged<T>(a: readonly T[], b: readonly T[], keyOf: (x: T) => string): T[] {
  const all: T[] = []
  let from = 0
  for (const one of b) {
    const key = keyOf(one)
    let [low, high] = [from, a.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (keyOf(a[middle]!) <= key) low = middle + 1
      else high = middle
    }
    for (; from < low; from++) all.push(a[from]!)
    all.push(one)
  }
  for (; from < a.length; from++) all.push(a[from]!)
  return all
}

/** Buildings open under the plan. One that the plan does not name stays as it is today. */
function sitesInUse(county: County, plan: Plan): SiteUse[] {
  const decisions = new Map(plan.sites.map((s) => [s.facility, s]))
  return county.facilities.flatMap((facility): SiteUse[] => {
    const decision = decisions.get(facility.id)
    if (decision?.action === 'close') return []
    if (decision === undefined) {
      return facility.state === 'open'
        ? [{ facility, kind: facility.kind, services: facility.services }]
        : []
    }
    const services = decision.services.length > 0 ? decision.services : facility.services
    return [{ facility: withRoom(facility, decision), kind: decision.toKind, services }]
  })
}

/** A visit counts for the services that its vehicle has aboard, whatever the plan claims. */
function plannedVisits(county: County, plan: Plan, catalogue: Catalogue): DatedVisit[] {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const aboard = new Map(county.vehicles.map((v) => [v.id, new Set(servicesAboard(v, catalogue))]))
  return plan.tours.flatMap((tour) =>
    tour.visits.flatMap((visit): DatedVisit[] => {
      const stop = stops.get(visit.stop)
      const vehicle = vehicles.get(tour.vehicle)
      if (stop === undefined || vehicle === undefined) return []
      return [
        {
          settlement: stop.settlement,
          kind: vehicle.kind,
          date: tour.date,
          services: visit.services.filter((s) => aboard.get(vehicle.id)?.has(s)),
          serviceSeconds: Math.max(0, visit.leave - visit.arrive - vehicle.setupSeconds),
          stations: vehicle.stations,
        },
      ]
    }),
  )
}

/** Doorstep service exists where the plan sends staff from an open building of the channel's kind. */
function doorstepOffers(plan: Plan, uses: readonly SiteUse[], catalogue: Catalogue): Offer[] {
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const kinds = new Map(uses.map((u) => [u.facility.id, u.kind]))
  return plan.assignments.flatMap((a): Offer[] => {
    const kind = kinds.get(a.place)
    const channels = services.get(a.service)?.channels ?? []
    if (a.mode !== 'doorstep' || kind === undefined) return []
    if (!channels.some((c) => c.mode === 'doorstep' && c.kind === kind)) return []
    return [
      {
        service: a.service,
        mode: 'doorstep',
        place: a.place,
        kind,
        dates: null,
        capacityYear: null,
        settlement: a.settlement,
        calls: a.opportunities,
        longestGapDays: a.longestGapDays,
      },
    ]
  })
}
