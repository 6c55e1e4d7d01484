import type { Service } from '../catalogue/service.ts'
import { dayNumber } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { faultsOf } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Assignment, Ride } from '../plan/plan.ts'
import { inOrder } from './check-floors.ts'
import { type CheckCounty, type CheckGround, givesOnSite, travelReader } from './check-ground.ts'
import type { MissedFloor } from './check-input.ts'
import { longestGap } from './opportunities.ts'
import { doorSeconds } from './ride-opportunities.ts'
import { daysAt } from './stop-visits.ts'

/** Every line that says how people are reached must be true; everybody entitled and not named as missed has a line. */
export function checkAssignments(ground: CheckGround, missed: readonly MissedFloor[]): Finding[] {
  const toSites = [ground.sites]
  const found: Finding[] = []
  ground.plan.assignments.forEach((a, index) => {
    const from = leansOn(ground, a) ?? toSites
    found.push(...faultsOf(ground.memory, a, from, () => checkLine(ground, a, index)))
  })
  return [...found, ...unassigned(ground, missed)]
}

/** What a line hangs on where that is not the use of sites alone. */
function leansOn(ground: CheckGround, a: Assignment): readonly unknown[] | null {
  if (a.mode === 'vehicle') return [ground.stops.get(a.place), daysAt(ground, a.place)]
  if (a.mode === 'ride') return [ridesById(ground).get(a.place), ground.sites]
  return null
}

function checkLine(ground: CheckGround, a: Assignment, index: number): Finding[] {
  const at = { path: `assignments.${index}` }
  const settlement = ground.settlements.get(a.settlement)
  const service = ground.services.get(a.service)
  if (settlement === undefined)
    return [finding('plan-unknown-settlement', at, { settlement: a.settlement })]
  if (service === undefined) return [finding('plan-unknown-service', at, { service: a.service })]
  const entitled = ground.people(settlement, service)
  const people =
    a.people > entitled + 0.5
      ? [
          finding('assignment-people-wrong', at, {
            settlement: a.settlement,
            service: a.service,
            place: a.place,
            have: a.people,
            want: Math.round(entitled * 10) / 10,
          }),
        ]
      : []
  const truth =
    a.mode === 'vehicle'
      ? vehicleLine(ground, a)
      : a.mode === 'ride'
        ? rideLine(ground, a, service)
        : siteLine(ground, a, service)
  return [...people, ...differences(a, truth, index)]
}

/** What a line should say; null where the place does not give the service there at all. `undefined` is not judged. */
interface Truth {
  seconds?: number | null
  opportunities?: number | null
  longestGapDays?: number | null
}

function siteLine(ground: CheckGround, a: Assignment, service: Service): Truth | null {
  const travel = waysToSites(ground.base)
  const site = ground.sites.get(a.place)
  if (site === undefined) return null
  const ofMode = service.channels.filter((c) => c.mode === a.mode)
  if (a.mode === 'fixed') {
    if (!givesOnSite(site, service)) return null
    const seconds = travel(a.settlement, a.place)?.seconds ?? null
    return { seconds, opportunities: null, longestGapDays: null }
  }
  const gives =
    ofMode.some((c) => c.kind === site.kind) &&
    (site.services.length === 0 || site.services.includes(service.id) || a.mode === 'doorstep')
  if (!gives) return null
  return { seconds: travel(a.settlement, a.place)?.seconds ?? null }
}

const waysToSites = oncePer(({ travel }: CheckCounty) => travelReader(travel.base.resident))

function vehicleLine(ground: CheckGround, a: Assignment): Truth | null {
  const served = ground.stops.get(a.place)?.serves.find((s) => s.settlement === a.settlement)
  const dates = daysAt(ground, a.place).get(a.service)
  if (served === undefined || dates === undefined) return null
  return {
    seconds: served.walkSeconds,
    opportunities: dates.length,
    longestGapDays: longestGap(dates, ground.horizonDays),
  }
}

const daysOf = oncePer((ride: Ride) =>
  [...new Set(ride.dates.map(dayNumber))].sort((x, y) => x - y),
)

/** The first ride of an id counts. */
const ridesById = oncePer(
  ({ plan }: CheckGround) => new Map(plan.rides.toReversed().map((r) => [r.id, r])),
)

function rideLine(ground: CheckGround, a: Assignment, service: Service): Truth | null {
  const ride = ridesById(ground).get(a.place)
  const site = ride === undefined ? undefined : ground.sites.get(ride.site)
  if (ride === undefined || site === undefined || !givesOnSite(site, service)) return null
  if (!ride.services.includes(service.id)) return null
  const from = ride.pickups.flatMap((pickup) =>
    pickup.riders
      .filter((r) => r.settlement === a.settlement)
      .map((r) => doorSeconds(ground, ride, pickup, r.walkSeconds)),
  )
  if (from.length === 0) return null
  const days = daysOf(ride)
  return {
    seconds: Math.min(...from),
    opportunities: days.length,
    longestGapDays: longestGap(days, ground.horizonDays),
  }
}

function differences(a: Assignment, truth: Truth | null, index: number): Finding[] {
  const facts = { settlement: a.settlement, service: a.service, place: a.place }
  const path = `assignments.${index}`
  if (truth === null) return [finding('assignment-place-wrong', { path }, facts)]
  const codes = {
    seconds: 'assignment-seconds-wrong',
    opportunities: 'assignment-opportunities-wrong',
    longestGapDays: 'assignment-gap-wrong',
  } as const
  return (Object.keys(codes) as (keyof typeof codes)[]).flatMap((column) => {
    const want = truth[column]
    if (want === undefined || want === a[column]) return []
    return [
      finding(
        codes[column],
        { path: `${path}.${column}` },
        { ...facts, have: a[column] ?? 'open', want: want ?? 'none' },
      ),
    ]
  })
}

/** People whose floors are met by the plan and who are in no line: nobody would tell them where to go. */
function unassigned(ground: CheckGround, missed: readonly MissedFloor[]): Finding[] {
  const { rows, columns, due } = peopleDue(ground.base)
  const named = new Uint8Array(rows.size * columns.size)
  const name = (settlement: string, service: string) => {
    const row = rows.get(settlement)
    const column = columns.get(service)
    if (row !== undefined && column !== undefined) named[column * rows.size + row] = 1
  }
  for (const a of ground.plan.assignments) name(a.settlement, a.service)
  for (const m of missed) name(m.settlement, m.service)
  return due
    .filter(({ cell }) => named[cell] === 0)
    .map(({ settlement, service, people }) =>
      finding(
        'people-unassigned',
        { path: `assignments.${settlement}.${service}` },
        { settlement, service, people: Math.round(people) },
      ),
    )
}

/** Who has to be named: by service, then settlement. `cell` is where they stand, column by column. */
const peopleDue = oncePer((base: CheckCounty) => {
  const order = inOrder(base)
  const wanted = base.county.settings.services
  const scope = [...new Set(base.floors.map((f) => f.service))].sort().flatMap((id) => {
    const service = base.services.get(id)
    if (service === undefined || (wanted.length > 0 && !wanted.includes(id))) return []
    const fromAfar = service.channels.every((c) => c.mode === 'remote' || c.mode === 'agent')
    return fromAfar ? [] : [service]
  })
  return {
    rows: new Map(order.map((s, k) => [s.id, k])),
    columns: new Map(scope.map((s, k) => [s.id, k])),
    due: scope.flatMap((service, column) =>
      order.flatMap((settlement, row) => {
        const people = base.people(settlement, service)
        const cell = column * order.length + row
        const who = { settlement: settlement.id, service: service.id, people, cell }
        return people > 0 ? [who] : []
      }),
    ),
  }
})
