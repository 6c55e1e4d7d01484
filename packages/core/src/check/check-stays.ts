import { type Finding, finding } from '../kernel/finding.ts'
import type { CheckGround } from './check-ground.ts'

/** A stay may be short by this much, as person-times are expected numbers and may have been rounded. */
const toleranceSeconds = 60
/** Short by no more than this share of the time for people: tight, not wrong. One visit of a dozen that falls out does that. */
const tightShare = 0.15
/** Expected person-times may be off by rounding to a whole person. */
const tolerancePersonTimes = 1

/** Person-times due and the time for them at one visit, of all its services. */
export interface Due {
  personTimes: number
  personSeconds: number
}

/**
 * People due at each visit of a stop, by service (docs/methods/floors.md): with a floor of n services a person and year
 * people × n ÷ visits a year, without one people × uptake. People are those whom the plan assigns to the stop. Visits are
 * those planned, or those wanted where fewer are planned, so that a missed visit does not stretch the others.
 */
export function duesOf(ground: CheckGround): Map<string, Map<string, Due>> {
  const visits = visitCounts(ground)
  const dues = new Map<string, Map<string, Due>>()
  const uptake = ground.county.settings.assumptions.uptakePerVisit ?? 0.12
  for (const a of ground.plan.assignments) {
    if (a.mode !== 'vehicle') continue
    const service = ground.services.get(a.service)
    const kind = ground.stops.get(a.place)?.kind
    if (service === undefined || kind === undefined) continue
    const n = yearly(ground, a.service, ['minServicesPerPersonYear'])
    const count = visitsReckoned(visits, a.place, a.service)
    const perYear = (count * 365) / ground.horizonDays
    const personTimes = n > 0 && perYear > 0 ? (a.people * n) / perYear : a.people * uptake
    const channel = service.channels.find((c) => c.mode === 'vehicle' && c.kind === kind)
    const atStop = dues.get(a.place) ?? new Map<string, Due>()
    const sofar = atStop.get(a.service) ?? { personTimes: 0, personSeconds: 0 }
    atStop.set(a.service, {
      personTimes: sofar.personTimes + personTimes,
      personSeconds: sofar.personSeconds + personTimes * (channel?.minutesPerPerson ?? 5) * 60,
    })
    dues.set(a.place, atStop)
  }
  return dues
}

/** A service on some visits of a stop only has visits wanted of its own; one on all shares those of the most frequent. */
function visitsReckoned(
  visits: ReadonlyMap<string, number>,
  stop: string,
  service: string,
): number {
  const planned = visits.get(`${stop} ${service}`) ?? 0
  const all = visits.get(`visits ${stop}`) ?? 0
  const wanted = visits.get(planned < all ? `wanted ${stop} ${service}` : `wanted ${stop}`) ?? 0
  return Math.max(planned, wanted)
}

const frequencies = ['minVisitsPerVillageYear', 'minServicesPerPersonYear']

/** The largest floor of the given metrics for a service; 0 where there is none. */
export const yearly = (ground: CheckGround, service: string, metrics: readonly string[]): number =>
  ground.floors
    .filter((f) => f.service === service && metrics.includes(f.metric))
    .reduce((most, f) => Math.max(most, f.value), 0)

/**
 * Visits by stop and service; `visits <stop>`: all of them; `wanted <stop> <service>`: the service's frequency over the
 * horizon, rounded up; `wanted <stop>`: the largest of its services.
 */
function visitCounts(ground: CheckGround): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { visit } of ground.visits) {
    counts.set(`visits ${visit.stop}`, (counts.get(`visits ${visit.stop}`) ?? 0) + 1)
    for (const service of new Set(visit.services)) {
      const key = `${visit.stop} ${service}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      const n = yearly(ground, service, frequencies)
      const wanted = Math.ceil((n * ground.horizonDays) / 365 - 1e-9)
      counts.set(`wanted ${visit.stop} ${service}`, wanted)
      counts.set(`wanted ${visit.stop}`, Math.max(wanted, counts.get(`wanted ${visit.stop}`) ?? 0))
    }
  }
  return counts
}

/** Long enough at each stop for unfolding and for the people due; a visit with nobody due is questioned (A57). */
export function checkStays(ground: CheckGround): Finding[] {
  const dues = duesOf(ground)
  return ground.visits.flatMap(({ visit, tour, stop, vehicle }) => {
    let [personTimes, personSeconds] = [0, 0]
    for (const service of new Set(visit.services)) {
      const due = dues.get(stop.id)?.get(service)
      personTimes += due?.personTimes ?? 0
      personSeconds += due?.personSeconds ?? 0
    }
    const at = { path: `tours.${tour.id}.visits.${visit.id}` }
    const where = { tour: tour.id, date: tour.date, stop: stop.id }
    const want = Math.ceil(vehicle.setupSeconds + personSeconds / vehicle.stations)
    const have = visit.leave - visit.arrive
    const found: Finding[] = []
    const short = want - have
    if (have >= 0 && short > toleranceSeconds) {
      const tight = short <= (tightShare * personSeconds) / vehicle.stations
      found.push(
        finding(tight ? 'stay-tight' : 'stay-too-short', at, {
          ...where,
          vehicle: vehicle.id,
          have,
          want,
        }),
      )
    }
    if (personTimes <= 0) found.push(finding('visit-nobody-due', at, where))
    if (Math.abs(visit.personTimes - personTimes) > tolerancePersonTimes + 0.01 * personTimes)
      found.push(
        finding('person-times-differ', at, {
          visit: visit.id,
          have: visit.personTimes,
          want: Math.round(personTimes * 10) / 10,
        }),
      )
    return found
  })
}
