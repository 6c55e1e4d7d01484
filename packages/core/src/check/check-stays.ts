import { type Finding, finding } from '../kernel/finding.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Visit } from '../plan/plan.ts'
import type { CheckCounty, CheckGround, PlannedVisit } from './check-ground.ts'
import { type AtStop, stopsVisited, visitsOf } from './stop-visits.ts'

/** A stay may be short by this much, as person-times are expected numbers and may have been rounded. */
const toleranceSeconds = 60
/** Short by no more than this share of the time for people: tight, not wrong. One visit of a dozen that falls out does that. */
const tightShare = 0.15
/** Expected person-times may be off by rounding to a whole person. */
const tolerancePersonTimes = 1

/** Person-times due and the time for them at one visit, of all its services. */
interface Due {
  personTimes: number
  personSeconds: number
}

const frequencies = ['minVisitsPerVillageYear', 'minServicesPerPersonYear']

/** The largest floor of the given metrics for a service; 0 where there is none. */
export function yearly(
  { base }: Pick<CheckGround, 'base'>,
  service: string,
  metrics: readonly string[],
): number {
  const known = floorsKnown(base)
  const key = `${service} ${metrics.join(' ')}`
  const most =
    known.get(key) ??
    base.floors
      .filter((f) => f.service === service && metrics.includes(f.metric))
      .reduce((sofar, f) => Math.max(sofar, f.value), 0)
  known.set(key, most)
  return most
}

const floorsKnown = oncePer((_: CheckCounty) => new Map<string, number>())

/** Visits by stop, and by service of a stop; and how many are wanted. */
interface Counts {
  all: number
  wanted: number
  planned: ReadonlyMap<string, number>
}

function countsOf(ground: CheckGround, { visits }: AtStop): Counts {
  const planned = new Map<string, number>()
  for (const { visit } of visits)
    for (const service of new Set(visit.services))
      planned.set(service, (planned.get(service) ?? 0) + 1)
  const wanted = [...planned.keys()].map((service) => wantedOf(ground, service))
  return { all: visits.length, wanted: Math.max(0, ...wanted), planned }
}

/** The service's frequency over the horizon, rounded up. */
const wantedOf = (ground: CheckGround, service: string): number =>
  Math.ceil((yearly(ground, service, frequencies) * ground.horizonDays) / 365 - 1e-9)

/** A service on some visits of a stop only has visits wanted of its own; one on all shares those of the most frequent. */
function visitsReckoned(ground: CheckGround, counts: Counts, service: string): number {
  const planned = counts.planned.get(service) ?? 0
  if (planned >= counts.all) return Math.max(planned, counts.wanted)
  return planned === 0 ? 0 : Math.max(planned, wantedOf(ground, service))
}

/**
 * People due at each visit of a stop, by service (docs/methods/floors.md): with a floor of n services a person and year
 * people × n ÷ visits a year, without one people × uptake. People are those whom the plan assigns to the stop. Visits are
 * those planned, or those wanted where fewer are planned, so that a missed visit does not stretch the others.
 */
function duesAt(ground: CheckGround, at: AtStop): Map<string, Due> {
  const counts = countsOf(ground, at)
  const dues = new Map<string, Due>()
  const uptake = ground.county.settings.assumptions.uptakePerVisit ?? 0.12
  for (const a of at.lines) {
    const service = ground.services.get(a.service)
    if (service === undefined) continue
    const n = yearly(ground, a.service, ['minServicesPerPersonYear'])
    const perYear = (visitsReckoned(ground, counts, a.service) * 365) / ground.horizonDays
    const personTimes = n > 0 && perYear > 0 ? (a.people * n) / perYear : a.people * uptake
    const channel = service.channels.find((c) => c.mode === 'vehicle' && c.kind === at.stop.kind)
    const sofar = dues.get(a.service) ?? { personTimes: 0, personSeconds: 0 }
    dues.set(a.service, {
      personTimes: sofar.personTimes + personTimes,
      personSeconds: sofar.personSeconds + personTimes * (channel?.minutesPerPerson ?? 5) * 60,
    })
  }
  return dues
}

/** Long enough at each stop for unfolding and for the people due; a visit with nobody due is questioned (A57). */
export function checkStays(ground: CheckGround): Finding[] {
  const { memory } = ground
  const faults = new Map<Visit, Finding[]>()
  for (const [id, at] of stopsVisited(ground)) {
    const people = at.lines.flatMap((a) => [a.service, a.people])
    const own = recall(memory, `stays ${id}`, [at.stop, ...people, ...visitsOf(at)], () =>
      staysAt(ground, at),
    )
    for (const [visit, found] of own) faults.set(visit, found)
  }
  return faults.size === 0 ? [] : ground.visits.flatMap(({ visit }) => faults.get(visit) ?? [])
}

/** What is wrong with the visits of a stop. */
function staysAt(ground: CheckGround, at: AtStop): Map<Visit, Finding[]> {
  const dues = duesAt(ground, at)
  return new Map(
    at.visits.flatMap((planned) => {
      const found = checkStay(planned, dues)
      return found.length === 0 ? [] : [[planned.visit, found] as const]
    }),
  )
}

function checkStay(
  { visit, tour, stop, vehicle }: PlannedVisit,
  dues: ReadonlyMap<string, Due>,
): Finding[] {
  let [personTimes, personSeconds] = [0, 0]
  for (const service of new Set(visit.services)) {
    const due = dues.get(service)
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
}
