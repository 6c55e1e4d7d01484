import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import type { World } from '@kuashan/core/planner/explain/world.ts'

/** Whole numbers by which an edit is picked; each is taken modulo what there is to pick from. */
export type Picks = readonly [kind: number, a: number, b: number, c: number, d: number]

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

/** Some edit of any kind; it may well be refused. */
export function someEdit({ base, input }: World, plan: Plan, [kind, a, b, c, d]: Picks): PlanEdit {
  const { county } = input
  const visit = pick(
    plan.tours.flatMap((t) => t.visits.map((v) => v.id)),
    a,
  )
  const date = pick(base.ground.workdays, b)
  const vehicle = pick(county.vehicles, c).id
  const stop = pick(plan.stops, a).id
  const facility = pick(county.facilities, a)
  const at = d % 2 === 0 ? {} : { at: d % 5 }
  const edits: (() => PlanEdit)[] = [
    () => ({ do: 'move-visit', visit, date, ...at, ...(d % 3 === 0 ? {} : { vehicle }) }),
    () => ({ do: 'drop-visit', visit }),
    () => ({ do: 'add-visit', stop, date, vehicle, ...at }),
    () => ({ do: 'lock', visit }),
    () => ({ do: 'unlock', visit: pick(plan.locked ?? [visit], a) }),
    () => {
      const kinds = facility.conversions.map((x) => x.toKind)
      const chosen = kinds.length === 0 || d % 2 === 0 ? {} : { toKind: pick(kinds, b) }
      return { do: 'open-site', facility: facility.id, ...chosen }
    },
    () => ({ do: 'close-site', facility: facility.id }),
    () => ({ do: 'change-frequency', stop, visits: 1 + (b % 60) }),
    () => changedMode(plan, [a, b, c, d]),
  ]
  return pick(edits, kind)()
}

function changedMode(
  plan: Plan,
  [a, b, c, d]: readonly [number, number, number, number],
): PlanEdit {
  const { settlement, service } = pick(plan.assignments, a)
  const place = pick(
    plan.assignments.filter((l) => l.service === service && l.mode === 'fixed'),
    b,
  )
  const site = place?.place ?? pick(plan.assignments, b).place
  const visits = 1 + (c % 12)
  const ways: Extract<PlanEdit, { do: 'change-mode' }>['to'][] = [
    { mode: 'fixed' },
    { mode: 'vehicle', stops: [pick(plan.stops, b).id] },
    { mode: 'doorstep', facility: site, calls: visits },
    { mode: 'remote', site },
    { mode: 'agent', site },
    { mode: 'ride', site, pickup: settlement, by: { by: 'hired' }, visits },
    ...(plan.rides.length === 0
      ? []
      : [
          {
            mode: 'board' as const,
            rides: [{ ride: pick(plan.rides, b).id, pickup: settlement }],
          },
        ]),
  ]
  return { do: 'change-mode', settlement, service, to: pick(ways, d) }
}

/** The plan with something in it that is not true. */
export function damaged(plan: Plan, [kind, a, b]: Picks): Plan {
  const changed = <T>(rows: readonly T[], change: (row: T) => T | null): T[] =>
    rows.flatMap((row, k) => (k === a % rows.length ? (change(row) ?? []) : [row]))
  const by = (b % 7200) - 3600
  const ways: (() => Plan)[] = [
    () => ({ ...plan, tours: changed(plan.tours, (t) => ({ ...t, depart: t.depart + by })) }),
    () => ({ ...plan, tours: changed(plan.tours, () => null) }),
    () => ({
      ...plan,
      tours: changed(plan.tours, (t) => ({ ...t, visits: t.visits.slice(0, 1) })),
    }),
    () => ({ ...plan, tours: [...plan.tours, plan.tours[a % plan.tours.length]!] }),
    () => ({ ...plan, stops: changed(plan.stops, (s) => ({ ...s, serves: s.serves.slice(1) })) }),
    () => ({ ...plan, stops: changed(plan.stops, () => null) }),
    () => ({ ...plan, rides: changed(plan.rides, (r) => ({ ...r, arrive: r.arrive + by })) }),
    () => ({ ...plan, rides: changed(plan.rides, (r) => ({ ...r, dates: r.dates.slice(1, 9) })) }),
    () => ({
      ...plan,
      assignments: changed(plan.assignments, (l) => ({ ...l, people: l.people * 2 + 1 })),
    }),
    () => ({ ...plan, assignments: changed(plan.assignments, () => null) }),
    () => ({ ...plan, sites: changed(plan.sites, (s) => ({ ...s, capitalFen: b })) }),
    () => ({ ...plan, sites: changed(plan.sites, () => null) }),
    () => ({ ...plan, shortages: changed(plan.shortages, (s) => ({ ...s, have: b })) }),
    () => ({ ...plan, shortages: changed(plan.shortages, () => null) }),
    () => ({ ...plan, tours: changed(plan.tours, (t) => ({ ...t, metres: 0.5 })) }),
  ]
  return pick(ways, kind)()
}
