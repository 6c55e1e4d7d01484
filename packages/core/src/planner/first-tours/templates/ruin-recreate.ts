import type { Random } from '../../../kernel/random.ts'
import { bestInsertion, without } from './insert.ts'
import type { Template } from './template.ts'
import { applyChange, type TemplateSet } from './template-set.ts'

const NEAR = 12
/** Stops taken out at once, unless one template alone has more. */
const MOST_OUT = 12

/** Stops to take out: whole templates around a random stop, or single stops around it. */
function choose(set: TemplateSet, random: Random): number[] {
  const { ground, where, templates } = set
  const placed = templates.flatMap((template) => template.stops).sort((a, b) => a - b)
  const seed = random.pick(placed)
  const around = [seed, ...ground.near[seed]!].filter((stop) => where[stop]! >= 0)
  if (random.below(3) === 0) {
    const near = [...new Set(around.map((stop) => where[stop]!))].slice(0, 1 + random.below(3))
    const out: number[] = []
    for (const t of near)
      if (out.length === 0 || out.length + templates[t]!.stops.length <= MOST_OUT)
        out.push(...templates[t]!.stops)
    return out
  }
  const count = 1 + random.below(Math.min(8, around.length))
  return around.filter((stop) => stop === seed || random.below(4) > 0).slice(0, count)
}

function takeOut(set: TemplateSet, stops: readonly number[]): number[] {
  const out: number[] = []
  for (const stop of stops) {
    const t = set.where[stop]!
    if (t < 0) continue
    const template = set.templates[t]!
    const rest = without(set.ground, template, template.stops.indexOf(stop))
    // A template that may not be without this stop (a frequency the others can't follow) goes whole.
    out.push(...(rest === null ? template.stops : [stop]))
    applyChange(set, { out: [t], into: rest ? [rest] : [] })
  }
  return out
}

/** Long service first, because it fits in fewest places. */
const hardestFirst = (set: TemplateSet, stops: readonly number[]): number[] =>
  [...stops].sort((a, b) => set.ground.service[b]! - set.ground.service[a]! || a - b)

/**
 * Takes some neighbouring stops out and puts them back where they cost least, the hardest first or
 * at random. Returns the templates touched.
 * Source: Schrimpf et al. 2000, Journal of Computational Physics 159, 139–171.
 */
export function ruinRecreate(set: TemplateSet, random: Random): Template[] {
  const open = takeOut(set, choose(set, random))
  const touched: Template[] = []
  const order = random.below(2) === 0 ? random.shuffle(open) : hardestFirst(set, open)
  for (const stop of order) {
    const best = bestInsertion(set, stop, NEAR)
    if (!best) throw new Error(`stop ${stop} had a place and lost it`)
    for (const t of applyChange(set, best.change)) touched.push(set.templates[t]!)
  }
  return touched
}
