import { join } from '../templates/construct.ts'
import type { Template } from '../templates/template.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

const turned = (template: Template): Template => ({
  ...template,
  stops: template.stops.toReversed(),
  phases: template.phases.toReversed(),
})

/** Two templates become one, in either order and direction. */
export const merge: Move = {
  name: 'merge',
  best(set, t, near) {
    const one = set.templates[t]!
    let best: Candidate | null = null
    for (const u of near) {
      const two = set.templates[u]!
      for (const [first, second] of [
        [one, two],
        [two, one],
        [turned(one), two],
        [one, turned(two)],
      ] as const) {
        const made = join(set.ground, first, second)
        if (made) best = keepGain(set, best, { out: [t, u], into: [made] })
      }
    }
    return best
  },
}
