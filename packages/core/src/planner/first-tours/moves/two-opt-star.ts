import { makeTemplate, type Template } from '../templates/template.ts'
import type { Candidate, TemplateSet } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

/** Two templates exchange their ends (Potvin and Rousseau 1995). Whole joins are `merge`. */
export const twoOptStar: Move = {
  name: '2-opt*',
  best(set, t, near) {
    const one = set.templates[t]!
    let best: Candidate | null = null
    for (const u of near) {
      const two = set.templates[u]!
      for (let a = 0; a <= one.stops.length; a++)
        for (let b = 0; b <= two.stops.length; b++) {
          const first = crossed(set, one, a, two, b)
          const second = first && crossed(set, two, b, one, a)
          if (first && second) best = keepGain(set, best, { out: [t, u], into: [first, second] })
        }
    }
    return best
  },
}

/** The head of one before position `a`, then the tail of the other from `b`. */
function crossed(
  set: TemplateSet,
  head: Template,
  a: number,
  tail: Template,
  b: number,
): Template | null {
  const stops = [...head.stops.slice(0, a), ...tail.stops.slice(b)]
  if (stops.length === 0) return null
  const phases = [...head.phases.slice(0, a), ...tail.phases.slice(b)]
  return makeTemplate(set.ground, head.group, stops, phases)
}
