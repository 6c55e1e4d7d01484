import type { Measurement } from '../access/measurement.ts'
import type { County } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import type { LngLat } from '../territory/settlement.ts'

/** A GeoJSON feature collection (RFC 7946), WGS-84. */
export interface FeatureCollection {
  type: 'FeatureCollection'
  features: Feature[]
}

export interface Feature {
  type: 'Feature'
  id: string
  geometry:
    | { type: 'Point'; coordinates: LngLat }
    | { type: 'LineString'; coordinates: LngLat[] }
    | null
  properties: Record<string, string | number | boolean | null | string[]>
}

const point = (at: LngLat | null): Feature['geometry'] =>
  at ? { type: 'Point', coordinates: at } : null

/**
 * A plan as features: settlements with what they reach, sites, stops with their dates, tours and rides as straight lines.
 * Unlocated settlements stay in with a null geometry.
 */
export function planGeoJson(county: County, plan: Plan, planned: Measurement): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...settlementFeatures(county, planned),
      ...siteFeatures(county, plan),
      ...stopFeatures(county, plan),
      ...tourFeatures(county, plan),
      ...rideFeatures(county, plan),
    ],
  }
}

function settlementFeatures(county: County, planned: Measurement): Feature[] {
  const missed = new Map<string, string[]>()
  for (const cell of planned.cells)
    if (!cell.met && cell.people > 0)
      missed.set(cell.settlement, [...(missed.get(cell.settlement) ?? []), cell.service])
  return county.settlements.map((s) => ({
    type: 'Feature',
    id: s.id,
    geometry: point(s.at),
    properties: {
      layer: 'settlement',
      name: s.name,
      nameEn: s.nameEn ?? null,
      division: s.division,
      permanent: s.permanent.total,
      registered: s.registered,
      missed: missed.get(s.id) ?? [],
    },
  }))
}

function siteFeatures(county: County, plan: Plan): Feature[] {
  const facilities = new Map(county.facilities.map((f) => [f.id, f]))
  return plan.sites.map((site) => {
    const facility = facilities.get(site.facility)
    return {
      type: 'Feature',
      id: `site:${site.facility}`,
      geometry: point(facility?.at ?? null),
      properties: {
        layer: 'site',
        name: facility?.name ?? site.facility,
        action: site.action,
        kind: site.toKind,
        services: site.services,
      },
    }
  })
}

function stopFeatures(county: County, plan: Plan): Feature[] {
  const at = new Map(county.settlements.map((s) => [s.id, s.at]))
  const dates = new Map<string, string[]>()
  for (const tour of plan.tours)
    for (const visit of tour.visits)
      dates.set(visit.stop, [...(dates.get(visit.stop) ?? []), tour.date])
  return plan.stops.map((stop) => ({
    type: 'Feature',
    id: `stop:${stop.id}`,
    geometry: point(at.get(stop.settlement) ?? null),
    properties: {
      layer: 'stop',
      settlement: stop.settlement,
      kind: stop.kind,
      serves: stop.serves.map((s) => s.settlement),
      dates: (dates.get(stop.id) ?? []).sort(),
    },
  }))
}

/** Places of the county joined by a straight line; null where fewer than two are located. */
function lineThrough(county: County): (ids: readonly string[]) => Feature['geometry'] {
  const places = new Map<string, LngLat | null>([
    ...county.settlements.map((s): [string, LngLat | null] => [s.id, s.at]),
    ...county.facilities.map((f): [string, LngLat | null] => [f.id, f.at]),
  ])
  return (ids) => {
    const coordinates = ids.flatMap((id) => {
      const at = places.get(id)
      return at ? [at] : []
    })
    return coordinates.length > 1 ? { type: 'LineString', coordinates } : null
  }
}

function rideFeatures(county: County, plan: Plan): Feature[] {
  const line = lineThrough(county)
  return plan.rides.map((ride) => ({
    type: 'Feature',
    id: `ride:${ride.id}`,
    geometry: line([...ride.pickups.map((p) => p.settlement), ride.site]),
    properties: {
      layer: 'ride',
      site: ride.site,
      by: ride.by,
      vehicle: ride.vehicle,
      lines: ride.lines,
      services: ride.services,
      people: ride.people,
      metres: ride.metres,
      pickups: ride.pickups.map((p) => p.settlement),
      serves: ride.pickups.flatMap((p) => p.riders.map((r) => r.settlement)),
      dates: ride.dates,
    },
  }))
}

function tourFeatures(county: County, plan: Plan): Feature[] {
  const line = lineThrough(county)
  const settlementOf = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const depotOf = new Map(county.vehicles.map((v) => [v.id, v.depot]))
  return plan.tours.map((tour) => {
    const depot = depotOf.get(tour.vehicle) ?? ''
    const ids = [depot, ...tour.visits.map((v) => settlementOf.get(v.stop) ?? ''), depot]
    return {
      type: 'Feature',
      id: `tour:${tour.id}`,
      geometry: line(ids),
      properties: {
        layer: 'tour',
        vehicle: tour.vehicle,
        date: tour.date,
        metres: tour.metres,
        driveSeconds: tour.driveSeconds,
        stops: tour.visits.map((v) => v.stop),
      },
    }
  })
}
