import type { Ground } from '../ground.ts'
import { alone } from './insert.ts'
import { makeTemplate, type Template } from './template.ts'

/**
 * The first templates: every stop goes alone, then templates are joined end to end in order of the
 * metres this saves, as long as the joined tour keeps the rules (the parallel savings method).
 * Source: Clarke and Wright 1964, Operations Research 12(4). O(stops × neighbours).
 */
export function construct(ground: Ground): Template[] {
  const of = new Map<number, Template>()
  for (let stop = 0; stop < ground.stops.length; stop++) {
    const first = alone(ground, stop).next().value
    if (first) of.set(stop, first)
  }
  for (const { a, b } of savings(ground, of)) {
    const one = of.get(a)!
    const two = of.get(b)!
    if (one === two || one.stops.at(-1) !== a || two.stops[0] !== b) continue
    const joined = join(ground, one, two)
    if (joined) for (const stop of joined.stops) of.set(stop, joined)
  }
  return [...new Set(of.values())]
}

function savings(ground: Ground, of: ReadonlyMap<number, Template>): { a: number; b: number }[] {
  const pairs: { a: number; b: number; fewer: number; saved: number }[] = []
  for (const [a, one] of of)
    for (const b of ground.near[a]!) {
      const two = of.get(b)
      if (!two) continue
      for (const [x, y, p, q] of [
        [a, b, one, two],
        [b, a, two, one],
      ] as const) {
        const both = join(ground, p, q)
        if (!both) continue
        const fewer = one.units + two.units - both.units
        pairs.push({ a: x, b: y, fewer, saved: one.metres + two.metres - both.metres })
      }
    }
  pairs.sort((x, y) => y.saved - x.saved || y.fewer - x.fewer || x.a - y.a || x.b - y.b)
  return pairs
}

/** One template of two, from the depot of either; never more vehicle-days than both. */
export function join(ground: Ground, one: Template, two: Template): Template | null {
  let best: Template | null = null
  for (const group of one.group === two.group ? [one.group] : [one.group, two.group]) {
    const made = makeTemplate(
      ground,
      group,
      [...one.stops, ...two.stops],
      [...one.phases, ...two.phases],
    )
    if (!made || made.units > one.units + two.units) continue
    if (!best || made.units < best.units || (made.units === best.units && made.fen < best.fen))
      best = made
  }
  return best
}
