import type { Ground } from '../ground.ts'
import { gcd, strideOf } from '../rules/frequency.ts'
import { makeTemplate, type Template } from './template.ts'
import { type Candidate, changeOf, compareLevels, type TemplateSet } from './template-set.ts'

export const better = (a: Candidate | null, b: Candidate | null): Candidate | null => {
  if (!a || !b) return a ?? b
  return compareLevels(b.levels, a.levels) < 0 ? b : a
}

/** Phases tried for a stop that rides along. */
const PHASES = 2

/** Phases for a stop in a template, those whose occurrences have least to do first. */
function phasesOf(ground: Ground, stop: number, into: Template): number[] {
  const most = Math.max(into.occurrences, ground.visits[stop]!)
  const stride = strideOf(most, ground.visits[stop]!)
  if (stride <= 1) return stride === 1 ? [0] : []
  const load = Array.from({ length: stride }, (_, phase) => {
    let service = 0
    into.stops.forEach((other, at) => {
      const its = strideOf(most, ground.visits[other]!)
      // Two riders meet now and then unless their phases differ modulo the common part of strides.
      const shared = gcd(its, stride)
      if (into.phases[at]! % shared === phase % shared) service += ground.service[other]!
    })
    return { phase, service }
  })
  load.sort((a, b) => a.service - b.service || a.phase - b.phase)
  return load.slice(0, PHASES).map(({ phase }) => phase)
}

/** Templates that result from putting a stop at each position, in each phase. */
export function* insertions(ground: Ground, into: Template, stop: number): Generator<Template> {
  const most = Math.max(into.occurrences, ground.visits[stop]!)
  if (strideOf(most, into.occurrences) === 0) return
  const { shiftSeconds } = ground.groups[into.group]!.vehicle
  const added = (ground.service[stop]! * ground.visits[stop]!) / most
  if ((into.meanService * into.occurrences) / most + added > shiftSeconds) return
  for (const phase of phasesOf(ground, stop, into))
    for (let at = 0; at <= into.stops.length; at++) {
      const made = makeTemplate(
        ground,
        into.group,
        into.stops.toSpliced(at, 0, stop),
        into.phases.toSpliced(at, 0, phase),
      )
      if (made) yield made
    }
}

/** Groups tried for a stop that goes alone. */
const GROUPS_ALONE = 4

/** The best template of one stop, by each of its nearest groups. */
export function* alone(ground: Ground, stop: number): Generator<Template> {
  const groups = ground.groupsOf[stop]!
  for (let k = 0; k < Math.min(groups.length, GROUPS_ALONE); k++) {
    const made = makeTemplate(ground, groups[k]!, [stop], [0])
    if (made) yield made
  }
}

/** The template without one stop; undefined when nothing is left, null when the rest may not be. */
export function without(
  ground: Ground,
  template: Template,
  at: number,
): Template | null | undefined {
  if (template.stops.length === 1) return undefined
  return makeTemplate(
    ground,
    template.group,
    template.stops.toSpliced(at, 1),
    template.phases.toSpliced(at, 1),
  )
}

/** Templates that a search looks at around one. */
const TEMPLATES_NEAR = 12

/** Templates that hold a near stop of any of `stops`, in order of nearness. */
export function templatesNear(set: TemplateSet, stops: readonly number[], most: number): number[] {
  const found: number[] = []
  for (let rank = 0; rank < most; rank++)
    for (const stop of stops) {
      const near = set.ground.near[stop]![rank]
      const t = near === undefined ? -1 : set.where[near]!
      if (t < 0 || found.includes(t)) continue
      found.push(t)
      if (found.length === TEMPLATES_NEAR) return found
    }
  return found
}

/** The cheapest place of a stop that has none: in a near template or in one of its own. */
export function bestInsertion(set: TemplateSet, stop: number, most: number): Candidate | null {
  let best: Candidate | null = null
  for (const made of alone(set.ground, stop)) {
    const change = { out: [], into: [made] }
    best = better(best, { change, levels: changeOf(set, change) })
  }
  for (const t of templatesNear(set, [stop], most))
    for (const made of insertions(set.ground, set.templates[t]!, stop)) {
      const change = { out: [t], into: [made] }
      best = better(best, { change, levels: changeOf(set, change) })
    }
  return best
}
