import type { ChangeOf } from '../../plan/change.ts'
import type { Stop } from '../../plan/plan.ts'
import { type LoadLine, visitLoad } from '../../plan/visit-load.ts'
import { largestFloor } from '../plan-ground.ts'
import type { Job } from './job.ts'
import type { FleetVehicle, ReplanGround } from './replan-ground.ts'

/** A visit for each village that calls, long enough for the people due there for that service. */
export function calledJobs(ground: ReplanGround, first: number): Job[] {
  return ground.problem.changes
    .flatMap((change, k): Job[] => {
      if (change.do !== 'call-village') return []
      const able = vehicleFor(ground, change)
      return able === null ? [] : [calledJob(ground, change, able, first + k)]
    })
    .map((job, k) => ({ ...job, key: first + k }))
}

/** A vehicle of a kind that can give the service, of the kind asked for where one is. */
export function vehicleFor(
  { fleet, office }: ReplanGround,
  { settlement, service, kind }: ChangeOf<'call-village'>,
): FleetVehicle | null {
  const able = fleet.filter(
    (f) => f.services.has(service) && (kind === undefined || f.vehicle.kind === kind),
  )
  const kinds = new Set(
    office.plan.stops.filter((s) => s.settlement === settlement).map((s) => s.kind),
  )
  return able.find((f) => kinds.has(f.vehicle.kind)) ?? able[0] ?? null
}

function calledJob(
  ground: ReplanGround,
  change: ChangeOf<'call-village'>,
  { vehicle }: FleetVehicle,
  key: number,
): Job {
  const { cells, catalogue } = ground.ground
  const service = catalogue.services.find((s) => s.id === change.service)!
  const cell = cells.find(
    (c) => c.settlement.id === change.settlement && c.scoped.service.id === change.service,
  )
  const stop = stopFor(ground, change.settlement, vehicle.kind)
  const visits = Math.max(1, cell?.visits ?? 1)
  const line: LoadLine = {
    people: cell?.people ?? 0,
    servicesPerPersonYear:
      cell === undefined ? 0 : largestFloor(cell.scoped, ['minServicesPerPersonYear']),
    minutesPerPerson: service.channels.find((c) => c.mode === 'vehicle' && c.kind === vehicle.kind)
      ?.minutesPerPerson,
  }
  const { horizonDays, county } = ground.ground
  const uptake = county.settings.assumptions.uptakePerVisit
  const load = visitLoad([line], (visits * 365) / horizonDays, uptake)
  return {
    key,
    id: `call/${change.settlement}/${change.service}/${change.within.from}`,
    stop,
    services: [change.service],
    personTimes: Math.round(load.personTimes * 1000) / 1000,
    staySeconds: Math.ceil(vehicle.setupSeconds + load.personSeconds / vehicle.stations),
    home: null,
    around: firstOn(ground, change.within.from),
    locked: false,
    from: firstOn(ground, change.within.from),
    to: lastOn(ground, change.within.to),
    people: cell?.people ?? 0,
    basic: service.basic,
  }
}

const firstOn = ({ days, firstFree }: ReplanGround, date: string): number => {
  const k = days.findIndex((day) => day >= date)
  return Math.max(firstFree, k < 0 ? days.length : k)
}

const lastOn = ({ days }: ReplanGround, date: string): number =>
  days.filter((day) => day <= date).length - 1

/** The stop that vehicles of the kind have there already, or a new one for the settlement alone. */
function stopFor({ office }: ReplanGround, settlement: string, kind: Stop['kind']): Stop {
  const { stops } = office.plan
  const there = stops.find((s) => s.settlement === settlement && s.kind === kind)
  if (there !== undefined) return there
  const taken = new Set(stops.map((s) => s.id))
  let id = `${settlement}@${kind}`
  for (let n = 2; taken.has(id); n++) id = `${settlement}@${kind}~${n}`
  return { id, settlement, kind, serves: [{ settlement, walkSeconds: 0 }] }
}
