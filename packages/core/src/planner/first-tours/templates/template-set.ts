import type { Ground } from '../ground.ts'
import { type Template, UNITS_PER_DAY } from './template.ts'

/**
 * Compared from the left: vehicle-days short by priority class (those of the first class, of the
 * first two, …), vehicle-days, money, metres. Whole numbers.
 */
export type Levels = readonly number[]

export function compareLevels(a: Levels, b: Levels): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!
  return 0
}

/** The templates that stand, with what they use of each vehicle group. Changed in place. */
export interface TemplateSet {
  ground: Ground
  templates: Template[]
  /** Template of each stop, -1 while it has none. */
  where: Int32Array
  /** Units by group and by class, summed over the classes before it. */
  used: Float64Array
}

/** Templates that go and templates that come. */
export interface Change {
  out: readonly number[]
  into: readonly Template[]
}

/** A change with what it would add to each level. */
export interface Candidate {
  change: Change
  levels: Levels
}

export function templateSet(ground: Ground, templates: readonly Template[]): TemplateSet {
  const set: TemplateSet = {
    ground,
    templates: [...templates],
    where: new Int32Array(ground.stops.length).fill(-1),
    used: new Float64Array(ground.groups.length * ground.classes),
  }
  set.templates.forEach((template, t) => {
    for (const stop of template.stops) set.where[stop] = t
    use(set, set.used, template, 1)
  })
  return set
}

function use(set: TemplateSet, used: Float64Array, template: Template, sign: 1 | -1): void {
  const row = template.group * set.ground.classes
  for (let c = template.firstClass; c < set.ground.classes; c++)
    used[row + c]! += sign * template.units
}

/** Share of a group's days that templates may fill before it counts as short: a full calendar has no
 *  room to keep gaps even round festivals and closed days. The true shortage is the calendar's. */
const FILL = 0.95

const shortIn = (set: TemplateSet, used: Float64Array, group: number, c: number): number =>
  Math.max(
    0,
    used[group * set.ground.classes + c]! -
      Math.floor(set.ground.groups[group]!.capacity * FILL * UNITS_PER_DAY),
  )

/** Whether the group's templates want more days than it has. */
export const isCrowded = (set: TemplateSet, group: number): boolean =>
  shortIn(set, set.used, group, set.ground.classes - 1) > 0

/** What a change would add to each level. */
export function changeOf(set: TemplateSet, change: Change): Levels {
  const { classes } = set.ground
  const levels = new Array<number>(classes + 3).fill(0)
  const touched: number[] = []
  const used = set.used
  for (const t of change.out) add(levels, set.templates[t]!, -1)
  for (const template of change.into) add(levels, template, 1)
  for (const t of change.out) note(touched, set.templates[t]!.group)
  for (const template of change.into) note(touched, template.group)
  for (const group of touched)
    for (let c = 0; c < classes; c++) levels[c]! -= shortIn(set, used, group, c)
  for (const t of change.out) use(set, used, set.templates[t]!, -1)
  for (const template of change.into) use(set, used, template, 1)
  for (const group of touched)
    for (let c = 0; c < classes; c++) levels[c]! += shortIn(set, used, group, c)
  for (const t of change.out) use(set, used, set.templates[t]!, 1)
  for (const template of change.into) use(set, used, template, -1)
  return levels
}

const note = (list: number[], group: number): void => {
  if (!list.includes(group)) list.push(group)
}

function add(levels: number[], template: Template, sign: 1 | -1): void {
  const at = levels.length - 3
  levels[at]! += sign * template.units
  levels[at + 1]! += sign * template.fen
  levels[at + 2]! += sign * template.metres
}

export const isGain = (levels: Levels): boolean => {
  for (const level of levels) if (level !== 0) return level < 0
  return false
}

/** The levels of all templates together. */
export function levelsOf(set: TemplateSet): Levels {
  const { classes, groups } = set.ground
  const levels = new Array<number>(classes + 3).fill(0)
  for (const template of set.templates) add(levels, template, 1)
  for (let group = 0; group < groups.length; group++)
    for (let c = 0; c < classes; c++) levels[c]! += shortIn(set, set.used, group, c)
  return levels
}

/** Carries a change out; returns the places of the templates that came. */
export function applyChange(set: TemplateSet, change: Change): number[] {
  const { templates, where } = set
  const out = [...change.out].sort((a, b) => a - b)
  for (const t of out) {
    use(set, set.used, templates[t]!, -1)
    for (const stop of templates[t]!.stops) where[stop] = -1
  }
  const places = change.into.map((template, k) => {
    const t = k < out.length ? out[k]! : templates.length
    templates[t] = template
    use(set, set.used, template, 1)
    for (const stop of template.stops) where[stop] = t
    return t
  })
  for (let k = out.length - 1; k >= change.into.length; k--) {
    const last = templates.pop()!
    const hole = out[k]!
    if (hole === templates.length) continue
    templates[hole] = last
    for (const stop of last.stops) where[stop] = hole
    const moved = places.indexOf(templates.length)
    if (moved >= 0) places[moved] = hole
  }
  return places
}
