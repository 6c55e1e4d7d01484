import type { Ground } from '../ground.ts'
import { makeTemplate, type Template } from './template.ts'
import {
  applyChange,
  type Candidate,
  changeOf,
  type TemplateSet,
  templateSet,
} from './template-set.ts'

/** The cost level is frozen at its best × (1 + this) before loads are evened. */
export const COST_EPSILON = 0.01

/**
 * Evens the share of its days that each vehicle group is out, the fullest group first, by giving
 * whole templates to other groups. Never more vehicle-days, nor more than `COST_EPSILON` dearer in
 * all. Minimises the greatest load and then the next: no variance, which would reward waste
 * (Matl, Hartl and Vidal 2018).
 */
export function balanceLoads(ground: Ground, templates: readonly Template[]): readonly Template[] {
  const set = templateSet(ground, templates)
  let left = Math.floor(templates.reduce((sum, { fen }) => sum + fen, 0) * COST_EPSILON)
  const settled = new Set<number>()
  while (settled.size < ground.groups.length) {
    const fullest = fullestGroup(set, settled)
    const move = cheapestRelief(set, fullest, left)
    if (!move) settled.add(fullest)
    else {
      left -= Math.max(0, move.levels.at(-2)!)
      applyChange(set, move.change)
    }
  }
  return set.templates
}

/** Units over days there are. A group without days is as full as can be. */
function loadOf(set: TemplateSet, group: number, more = 0): number {
  const { classes, groups } = set.ground
  const used = set.used[group * classes + classes - 1]! + more
  return used === 0 ? 0 : used / Math.max(1, groups[group]!.capacity)
}

function fullestGroup(set: TemplateSet, settled: ReadonlySet<number>): number {
  let fullest = -1
  for (let group = 0; group < set.ground.groups.length; group++)
    if (!settled.has(group) && (fullest < 0 || loadOf(set, group) > loadOf(set, fullest)))
      fullest = group
  return fullest
}

function cheapestRelief(set: TemplateSet, group: number, budget: number): Candidate | null {
  const now = loadOf(set, group)
  let best: Candidate | null = null
  set.templates.forEach((template, t) => {
    if (template.group !== group) return
    for (const other of set.ground.groupsOf[template.stops[0]!]!) {
      if (other === group || loadOf(set, other, template.units) >= now) continue
      const made = makeTemplate(set.ground, other, template.stops, template.phases)
      if (!made || made.units > template.units) continue
      const change = { out: [t], into: [made] }
      const levels = changeOf(set, change)
      const dearer = levels.at(-2)!
      if (levels.slice(0, -3).some((short) => short > 0) || dearer > budget) continue
      if (!best || dearer < best.levels.at(-2)!) best = { change, levels }
    }
  })
  return best
}
