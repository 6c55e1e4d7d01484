import { type Choice, type Chosen, siteOf, stepsOf, type Uses } from './option.ts'

type Decided = Pick<Chosen, 'option' | 'sites'>

/** Visits of a year at each stop: the most that any of its groups wants. */
function visitsByStop(choice: Choice, option: Int32Array): Map<string, number> {
  const visits = new Map<string, number>()
  choice.groups.forEach((group, g) => {
    if (option[g]! < 0) return
    for (const step of stepsOf(group.options[option[g]!]!))
      visits.set(step.stop, Math.max(visits.get(step.stop) ?? 0, step.visits))
  })
  return visits
}

/** What a decision is worth in the model, fen a year to choose by. */
export function valueChosen(choice: Choice, { option, sites }: Decided): number {
  let value = 0
  for (const site of choice.sites) if (sites.has(site.key)) value += site.value
  const visits = visitsByStop(choice, option)
  for (const stop of choice.stops) value += stop.valuePerVisit * (visits.get(stop.key) ?? 0)
  choice.groups.forEach((group, g) => {
    if (option[g]! >= 0) value += group.options[option[g]!]!.value
  })
  return value
}

/** What a decision takes from each limited thing. */
export function usesChosen(choice: Choice, { option, sites }: Decided): Map<string, number> {
  const used = new Map<string, number>()
  const add = (uses: Uses, times: number) => {
    for (const [row, amount] of uses) used.set(row, (used.get(row) ?? 0) + amount * times)
  }
  for (const site of choice.sites) if (sites.has(site.key)) add(site.uses, 1)
  const visits = visitsByStop(choice, option)
  for (const stop of choice.stops) add(stop.usesPerVisit, visits.get(stop.key) ?? 0)
  choice.groups.forEach((group, g) => {
    if (option[g]! >= 0) add(group.options[option[g]!]!.uses, 1)
  })
  return used
}

/** Limits that these amounts break. */
export const overdrawn = (choice: Choice, used: ReadonlyMap<string, number>): Set<string> =>
  new Set(
    [...choice.limits].flatMap(([row, limit]) =>
      (used.get(row) ?? 0) > limit + 1e-6 * Math.max(1, Math.abs(limit)) ? [row] : [],
    ),
  )

/** The same choice with what a decision leaves of the limits. */
export function withoutUsed(choice: Choice, decided: Decided): Choice {
  const left = new Map(choice.limits)
  for (const [row, amount] of usesChosen(choice, decided))
    if (left.has(row)) left.set(row, Math.max(0, left.get(row)! - amount))
  return { ...choice, limits: left }
}

/** Tells whether any option of some groups takes something from one of the rows. */
export function touching(
  choice: Choice,
  rows: ReadonlySet<string>,
): (groups: readonly number[]) => boolean {
  if (rows.size === 0) return () => false
  const hit = (uses: Uses): boolean => uses.some(([row, a]) => a > 0 && rows.has(row))
  const stops = new Set(choice.stops.filter((s) => hit(s.usesPerVisit)).map((s) => s.key))
  const sites = new Set(choice.sites.filter((s) => hit(s.uses)).map((s) => s.key))
  return (groups) =>
    groups.some((g) =>
      choice.groups[g]!.options.some(
        (o) =>
          hit(o.uses) ||
          sites.has(siteOf(o) ?? '') ||
          stepsOf(o).some(({ stop }) => stops.has(stop)),
      ),
    )
}
