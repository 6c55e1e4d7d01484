import type { CountyGround } from '../../access/county-ground.ts'
import { callSeconds, siteCost } from '../../plan/costs.ts'
import { dutySecondsOf } from '../../plan/ride-cost.ts'
import { townshipOf } from '../../territory/division.ts'
import type { FigureRecord } from '../figure.ts'
import { placeKeysIn } from '../place-keys.ts'
import { toursOf } from './tour-records.ts'

/** Paid time of a year: of each building, each vehicle out, each ride and each doorstep service (docs/methods/costs.md). */
export function workRecords(ground: CountyGround): FigureRecord[] {
  return [...ofBuildings(ground), ...ofTours(ground), ...ofRides(ground), ...ofCalls(ground)]
}

const record = (
  id: string,
  place: string | null,
  seconds: number,
  keys: FigureRecord['keys'],
): FigureRecord => ({ id, on: null, place, keys, quantities: { staffSeconds: seconds } })

const aYear = ({ horizonDays }: CountyGround, seconds: number): number =>
  (seconds * 365) / horizonDays

function ofBuildings({ county, plan }: CountyGround): FigureRecord[] {
  const decisions = new Map((plan?.sites ?? []).map((s) => [s.facility, s]))
  return county.facilities.flatMap((facility) => {
    const { id, division } = facility
    const hours = siteCost(facility, decisions.get(id))?.staffHoursYear ?? 0
    if (hours === 0) return []
    const township = division === '' ? '' : townshipOf(division).padEnd(12, '0')
    return [record(`site ${id}`, id, hours * 3600, { channel: 'fixed', township })]
  })
}

function ofTours(ground: CountyGround): FigureRecord[] {
  const depots = new Map(ground.county.facilities.map((f) => [f.id, f.division]))
  const seconds = new Map<string, number>()
  for (const { vehicle, depart, finish } of toursOf(ground).tours)
    seconds.set(vehicle, (seconds.get(vehicle) ?? 0) + finish - depart)
  return ground.county.vehicles.flatMap(({ id, kind, depot, crew }) => {
    const out = seconds.get(id)
    if (out === undefined) return []
    const township = townshipOf(depots.get(depot) ?? '').padEnd(12, '0')
    const keys = { channel: 'vehicle', vehicleKind: kind, township }
    return [record(`vehicle ${id}`, depot, aYear(ground, out * crew), keys)]
  })
}

function ofRides(ground: CountyGround): FigureRecord[] {
  const { county, plan } = ground
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  return (plan?.rides ?? []).flatMap((ride) => {
    const vehicle = ride.vehicle === null ? undefined : vehicles.get(ride.vehicle)
    if (vehicle === undefined) return []
    const seconds = dutySecondsOf(ride, county) * vehicle.crew * ride.dates.length
    const keys = { channel: 'ride', vehicleKind: vehicle.kind }
    return [record(`ride ${ride.id}`, ride.site, aYear(ground, seconds), keys)]
  })
}

function ofCalls(ground: CountyGround): FigureRecord[] {
  const { county, catalogue, plan, remote, supply } = ground
  const keysOf = placeKeysIn(county, remote)
  const kinds = new Map(supply.sites.map((s) => [s.facility, s.kind]))
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  return (plan?.assignments ?? []).flatMap((a) => {
    if (a.mode !== 'doorstep' || a.opportunities === null) return []
    const channel = services
      .get(a.service)
      ?.channels.find((c) => c.mode === 'doorstep' && c.kind === kinds.get(a.place))
    const seconds = callSeconds({
      people: a.people,
      calls: a.opportunities,
      travelSeconds: a.seconds,
      minutesPerPerson: channel?.minutesPerPerson,
      capacityPerSession: channel?.capacityPerSession,
    })
    const { township } = keysOf(a.settlement)
    const keys = { channel: 'doorstep', service: a.service, ...(township ? { township } : {}) }
    return [record(`call ${a.settlement} ${a.service}`, a.settlement, aYear(ground, seconds), keys)]
  })
}
