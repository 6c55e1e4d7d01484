import type { Ground } from '../ground.ts'
import { makeTemplate, type Template } from '../templates/template.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

/**
 * One template becomes two. It costs days, but frees those of a first-class stop from others where
 * the fleet is short, and parts stops that a better depot can serve.
 */
export const split: Move = {
  name: 'split',
  best(set, t) {
    const { ground } = set
    const whole = set.templates[t]!
    let best: Candidate | null = null
    for (let at = 1; at < whole.stops.length; at++) {
      const heads = part(ground, whole, 0, at)
      const tails = part(ground, whole, at, whole.stops.length)
      for (const head of heads)
        for (const tail of tails) best = keepGain(set, best, { out: [t], into: [head, tail] })
    }
    return best
  },
}

function part(ground: Ground, whole: Template, from: number, to: number): Template[] {
  const stops = whole.stops.slice(from, to)
  const phases = whole.phases.slice(from, to)
  const groups = [...new Set([whole.group, ground.groupsOf[stops[0]!]![0]!])]
  return groups
    .map((group) => makeTemplate(ground, group, stops, phases))
    .filter((made) => made !== null)
}
