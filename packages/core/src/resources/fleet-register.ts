import { type DateRange, daysBetween, type PlainDate } from '../kernel/calendar.ts'
import type { Vehicle } from './vehicle.ts'

/** What the register says of a vehicle that runs: the last day on which each paper and fit-out check holds. */
export interface RegisterEntry {
  /** Id in the county's data; null for one that no plan knows. */
  vehicle: string | null
  licenceUntil: PlainDate | null
  inspectionUntil: PlainDate | null
  insuranceUntil: PlainDate | null
  fitOut: Readonly<Record<string, PlainDate>>
  state: 'in-service' | 'workshop' | 'retired'
}

type Papers = Omit<RegisterEntry, 'vehicle'>

/** The last day a vehicle may go out by its papers; null where one is missing or it is retired: never. */
export function lastDayOut(entry: Papers): PlainDate | null {
  const { licenceUntil, inspectionUntil, insuranceUntil, fitOut, state } = entry
  const days = [licenceUntil, inspectionUntil, insuranceUntil, ...Object.values(fitOut)]
  if (state === 'retired' || days.some((day) => day === null)) return null
  return (days as PlainDate[]).sort()[0]!
}

/** Why a vehicle may not be sent out on a day: its state, and the papers and checks that have run out by then. */
export function notToBeSent(entry: Papers, day: PlainDate): string[] {
  const papers = {
    licence: entry.licenceUntil,
    inspection: entry.inspectionUntil,
    insurance: entry.insuranceUntil,
    ...entry.fitOut,
  }
  const expired = Object.entries(papers).filter(([, until]) => until === null || until < day)
  return [
    ...(entry.state === 'in-service' ? [] : [entry.state]),
    ...expired.map(([paper]) => paper),
  ]
}

/** `blocked`: may not go out today. `soon`: a paper or check runs out within 30 days. */
export type RegisterStanding = 'blocked' | 'soon' | 'good'

const soonDays = 30

export function standingOn(entry: Papers, day: PlainDate): RegisterStanding {
  const last = lastDayOut(entry)
  if (last === null || last < day || entry.state !== 'in-service') return 'blocked'
  return daysBetween(day, last) <= soonDays ? 'soon' : 'good'
}

/**
 * Vehicles as they may be planned: none after the first of its papers runs out, and not at all where one is missing or it is
 * retired. A vehicle in the workshop comes back on a day nobody has said: planning leaves it in. Vehicles that are not in
 * the register, or not limited by it, stay as they are.
 */
export function vehiclesByRegister(
  vehicles: readonly Vehicle[],
  register: readonly RegisterEntry[],
  horizon: DateRange,
): Vehicle[] {
  const entries = new Map(register.map((entry) => [entry.vehicle, entry]))
  return vehicles.map((vehicle) => {
    const entry = entries.get(vehicle.id)
    if (!entry) return vehicle
    const last = lastDayOut(entry)
    if (last === null) return { ...vehicle, down: [...(vehicle.down ?? []), { ...horizon }] }
    const { inspectionUntil } = vehicle
    if (inspectionUntil !== undefined && inspectionUntil <= last) return vehicle
    return last >= horizon.to ? vehicle : { ...vehicle, inspectionUntil: last }
  })
}
