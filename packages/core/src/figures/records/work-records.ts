import type { CountyGround } from '../../access/county-ground.ts'
import { townshipIn } from '../../access/division-at.ts'
import { siteCost } from '../../plan/costs.ts'
import { doorstepWork } from '../../plan/doorstep-work.ts'
import { dutySecondsOf } from '../../plan/ride-cost.ts'
import type { FigureRecord } from '../figure.ts'
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
  const townshipOf = townshipIn(county)
  return county.facilities.flatMap((facility) => {
    const { id } = facility
    const hours = siteCost(facility, decisions.get(id))?.staffHoursYear ?? 0
    if (hours === 0) return []
    const keys = { channel: 'fixed', township: townshipOf(id) }
    return [record(`site ${id}`, id, hours * 3600, keys)]
  })
}

function ofTours(ground: CountyGround): FigureRecord[] {
  const townshipOf = townshipIn(ground.county)
  const seconds = new Map<string, number>()
  for (const { vehicle, depart, finish } of toursOf(ground).tours)
    seconds.set(vehicle, (seconds.get(vehicle) ?? 0) + finish - depart)
  return ground.county.vehicles.flatMap(({ id, kind, depot, crew }) => {
    const out = seconds.get(id)
    if (out === undefined) return []
    const keys = { channel: 'vehicle', vehicleKind: kind, township: townshipOf(depot) }
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
  const { county, catalogue, plan } = ground
  if (!plan) return []
  const townshipOf = townshipIn(county)
  return doorstepWork(county, catalogue, plan).map(({ line, seconds }) => {
    const { settlement, service } = line
    const keys = { channel: 'doorstep', service, township: townshipOf(settlement) }
    return record(`call ${settlement} ${service}`, settlement, aYear(ground, seconds), keys)
  })
}
