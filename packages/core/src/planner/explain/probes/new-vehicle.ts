import type { VehicleKind } from '../../../catalogue/service.ts'
import { Vehicle } from '../../../resources/vehicle.ts'
import { fullWeek, staffAdded } from './more-staff.ts'
import { stopsNear } from './near-fleet.ts'
import type { Probe, Question, Trial } from './probe.ts'

/**
 * A vehicle of a kind that brings the service, where none does: made like the county's vehicle that stands nearest, with
 * its costs. Where the county has no vehicle at all it stands at the nearest open building, and its price is not known.
 */
export const newVehicle: Probe = {
  kind: 'new-vehicle',
  trials: (question) => {
    const { world, cell } = question
    const brings = world.base.classes.some((c) => c.services.has(cell.scoped.service.id))
    if (brings || stopsNear(question).length === 0) return []
    const model = nearestOf(question, (id) =>
      world.input.county.vehicles.filter((v) => v.depot === id),
    )
    const depot =
      model?.depot ??
      nearestOf(question, (id) =>
        world.input.county.facilities.filter((f) => f.id === id && f.state === 'open'),
      )?.id
    if (depot === undefined) return []
    const listed = world.input.county.staff.some((s) => s.employer === depot)
    return cell.scoped.vehicleKinds.flatMap((kind): Trial[] => {
      const vehicle = vehicleOf(kind, depot, model)
      const trial = (crew: number): Trial => ({
        what: { kind, depot, vehicle: model?.id ?? '', crew },
        unit: 'none',
        amounts: [0],
        ...(model === undefined ? { unpriced: true } : {}),
        changes: () => [{ do: 'add-vehicle', vehicle }, ...staffAdded(depot, crew, fullWeek)],
      })
      return listed ? [trial(0), trial(vehicle.crew)] : [trial(0)]
    })
  },
}

/** The first thing at the building nearest to the settlement of a need that has one. */
function nearestOf<T>(
  { world, cell }: Question,
  at: (facility: string) => readonly T[],
): T | undefined {
  const { resident } = world.base
  return world.input.county.facilities
    .map((f) => ({ there: at(f.id)[0], seconds: resident.seconds(cell.settlement.id, f.id) }))
    .filter((f) => f.there !== undefined && f.seconds >= 0)
    .sort((a, b) => a.seconds - b.seconds)[0]?.there
}

function vehicleOf(kind: VehicleKind, depot: string, model: Vehicle | undefined): Vehicle {
  const own = {
    id: `${kind}@${depot}`,
    name: kind,
    kind,
    depot,
    services: [],
    provenance: { method: 'entered', note: 'proposed by an explanation' },
  }
  if (model === undefined) return Vehicle.parse(own)
  const { inspectionUntil: _, down: __, fund: ___, ...like } = model
  return Vehicle.parse({ ...like, ...own })
}
