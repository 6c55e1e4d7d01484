import type { Service } from '../catalogue/service.ts'
import type { Floor, Metric } from '../catalogue/standard.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Shortage } from '../plan/plan.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { CheckCounty, CheckGround } from './check-ground.ts'
import type { MissedFloor } from './check-input.ts'
import { longestGap, type Opportunities, opportunitiesAt } from './opportunities.ts'
import { sitesOfService } from './site-places.ts'
import { isUnreachable } from './unreachable.ts'

const placeMetrics: readonly Metric[] = [
  'maxTravelMin',
  'maxTravelMinGrade1to3',
  'maxWalkMin',
  'minVisitsPerVillageYear',
  'minServicesPerPersonYear',
  'maxGapDays',
  'minFacilityPerVillage',
]

export interface FloorsTested {
  tested: number
  /** People entitled in the pairs tested, each pair once. */
  due: number
  missed: MissedFloor[]
  findings: Finding[]
}

/** Every floor of place for every settlement with people entitled; each miss must be declared as a shortage, truly. */
export function checkFloors(ground: CheckGround): FloorsTested {
  const declared = declarations(ground)
  const found = servicesTested(ground.base).map((tested) => missesOf(ground, tested))
  const missed: MissedFloor[] = []
  for (const settlement of inOrder(ground.base))
    for (const misses of found)
      for (const miss of misses.get(settlement) ?? []) {
        const key = `${miss.settlement} ${miss.service} ${miss.metric}`
        missed.push({ ...miss, declared: declared.has(key) })
      }
  const findings = [...undeclared(missed), ...checkShortages(ground, missed)]
  return { ...asked(ground.base), missed, findings }
}

/** Settlements by id. */
export const inOrder = oncePer(({ settlements }: CheckCounty) =>
  [...settlements.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
)

/** Floors tested, and people due: each pair of settlement and service once. */
const asked = oncePer((base: CheckCounty): { tested: number; due: number } => {
  let [tested, due] = [0, 0]
  for (const settlement of inOrder(base))
    for (const { service, floors } of servicesTested(base)) {
      const people = base.people(settlement, service)
      if (people <= 0) continue
      due += people
      tested += floors.length
    }
  return { tested, due }
})

type Undeclared = Omit<MissedFloor, 'declared'>

/** Floors of a service that are missed, by settlement. */
function missesOf(
  ground: CheckGround,
  { service, floors }: ServiceTested,
): ReadonlyMap<Settlement, readonly Undeclared[]> {
  const { inVillage } = sitesOfService(ground, service)
  const found = opportunitiesAt(ground, service)
  const from = [found, ...[...inVillage].flat()]
  return recall(ground.memory, `misses ${service.id}`, from, () => {
    const missed = new Map<Settlement, Undeclared[]>()
    for (const [id, o] of found) {
      const settlement = ground.settlements.get(id)!
      const people = ground.people(settlement, service)
      const own = floors.flatMap((floor): Undeclared[] => {
        const miss = testFloor(ground, floor, { service, settlement, inVillage, o })
        const { metric } = floor
        return miss === null
          ? []
          : [{ settlement: id, service: service.id, metric, ...miss, people }]
      })
      if (own.length > 0) missed.set(settlement, own)
    }
    return missed
  })
}

interface ServiceTested {
  service: Service
  floors: readonly Floor[]
}

/** Services with a floor of place that are not given over the line alone. */
export const servicesTested = oncePer((ground: CheckCounty): readonly ServiceTested[] => {
  const named = ground.county.settings.services
  return [...ground.services.values()]
    .filter((s) => named.length === 0 || named.includes(s.id))
    .filter((s) => s.channels.some((c) => c.mode !== 'remote' && c.mode !== 'agent'))
    .map((service) => ({
      service,
      floors: ground.floors.filter(
        (f) => f.service === service.id && placeMetrics.includes(f.metric),
      ),
    }))
    .filter(({ floors }) => floors.length > 0)
    .sort((a, b) => (a.service.id < b.service.id ? -1 : 1))
})

/** What a floor is tested on. */
interface Tested {
  service: Service
  settlement: Settlement
  inVillage: ReadonlyMap<string, number>
  o: Opportunities
}

type Miss = { want: number; have: number | null } | null

/** One floor by the table of docs/methods/floors.md; null when it is met. */
function testFloor(
  ground: CheckGround,
  { metric, value }: Floor,
  { service, settlement, inVillage, o }: Tested,
): Miss {
  const mobile = o.visited || o.doorstep.length > 0
  const within = (s: number | null) => s !== null && s <= value * 60
  const near = (seconds: number | null, station: number | null, ride: boolean): Miss =>
    mobile || ride || within(seconds) || within(station)
      ? null
      : { want: value, have: seconds === null ? null : Math.ceil(seconds / 6) / 10 }
  const want = Math.floor((value * ground.horizonDays) / 365 + 1e-9)
  const atLeast = (have: number): Miss => (o.fixed || have >= want ? null : { want, have })
  switch (metric) {
    case 'maxTravelMin':
    case 'maxTravelMinGrade1to3':
      return near(o.nearest, o.station, rideWithin(service, o, value * 60))
    case 'maxWalkMin':
      return near(o.nearestOnFoot, o.stationOnFoot, o.rides.length > 0)
    case 'minVisitsPerVillageYear':
      return atLeast(o.days.length)
    case 'minServicesPerPersonYear':
      return atLeast(o.days.length + o.doorstep.reduce((sum, d) => sum + (d.calls ?? Infinity), 0))
    case 'maxGapDays': {
      const have = shortestGap(ground, o)
      return o.fixed || (have !== null && have <= value) ? null : { want: value, have }
    }
    default: {
      const { division } = settlement
      const have = division === '' ? 0 : (inVillage.get(division) ?? 0)
      const byVehicle = o.visited && service.channels.some((c) => c.mode === 'vehicle')
      return have >= value || o.fixed || byVehicle ? null : { want: value, have }
    }
  }
}

/** Schools are reached by rides only if they go every working day. */
const rideWithin = (service: Service, o: Opportunities, limit: number): boolean =>
  o.rides.some((r) => r.seconds <= limit && (r.daily || service.domain !== 'education'))

function shortestGap(ground: CheckGround, o: Opportunities): number | null {
  const gaps = o.doorstep.flatMap(({ calls, gapDays }) =>
    gapDays !== null ? [gapDays] : calls === null ? [0] : [],
  )
  const visits = longestGap(o.days, ground.horizonDays)
  if (visits !== null) gaps.push(visits)
  return gaps.length === 0 ? null : Math.min(...gaps)
}

const declarations = (ground: CheckGround): Map<string, Shortage> =>
  new Map(ground.plan.shortages.map((s) => [`${s.settlement} ${s.service} ${s.metric}`, s]))

const undeclared = (missed: readonly MissedFloor[]): Finding[] =>
  missed
    .filter((m) => !m.declared)
    .map((m) =>
      finding(
        'floor-missed-undeclared',
        { path: `shortages.${m.settlement}.${m.service}.${m.metric}` },
        {
          settlement: m.settlement,
          service: m.service,
          metric: m.metric,
          want: m.want,
          have: m.have ?? '-',
        },
      ),
    )

/** Declared shortages: real, with the right numbers, and "unreachable" only where there is no way at all. */
function checkShortages(ground: CheckGround, missed: readonly MissedFloor[]): Finding[] {
  const real = new Map(missed.map((m) => [`${m.settlement} ${m.service} ${m.metric}`, m]))
  const unreachable = isUnreachable(ground.base)
  return ground.plan.shortages.flatMap((s, index) => {
    const at = { path: `shortages.${index}` }
    const facts = { settlement: s.settlement, service: s.service, metric: s.metric }
    if (!ground.settlements.has(s.settlement))
      return [finding('plan-unknown-settlement', at, { settlement: s.settlement })]
    const service = ground.services.get(s.service)
    if (service === undefined) return [finding('plan-unknown-service', at, { service: s.service })]
    const miss = real.get(`${s.settlement} ${s.service} ${s.metric}`)
    if (miss === undefined) return [finding('shortage-not-real', at, facts)]
    const found: Finding[] = []
    const differs = (have: number, want: number | null, tolerance: number) =>
      want !== null && Math.abs(have - want) > tolerance
    const figures: [string, number, number | null, number][] = [
      ['want', s.want, miss.want, 0.001],
      ['have', s.have, miss.have, s.metric.startsWith('max') ? 1 : 0.001],
      ['people', s.people, miss.people, 0.5],
    ]
    for (const [column, have, want, tolerance] of figures)
      if (differs(have, want, tolerance))
        found.push(
          finding('shortage-figures-wrong', at, { ...facts, column, have, want: want ?? '-' }),
        )
    if (s.reason === 'unreachable' && !unreachable(s.settlement, service))
      found.push(finding('shortage-reason-untrue', at, facts))
    return found
  })
}
