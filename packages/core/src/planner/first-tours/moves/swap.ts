import type { Ground } from '../ground.ts'
import { makeTemplate, type Template } from '../templates/template.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

const put = (ground: Ground, into: Template, at: number, stop: number): Template | null =>
  makeTemplate(ground, into.group, into.stops.with(at, stop), into.phases)

/** Two stops of different templates change places. */
export const swap: Move = {
  name: 'swap',
  best(set, t, near) {
    const { ground } = set
    const one = set.templates[t]!
    let best: Candidate | null = null
    for (const u of near) {
      const two = set.templates[u]!
      for (let a = 0; a < one.stops.length; a++)
        for (let b = 0; b < two.stops.length; b++) {
          const first = put(ground, one, a, two.stops[b]!)
          const second = first && put(ground, two, b, one.stops[a]!)
          if (second) best = keepGain(set, best, { out: [t, u], into: [first, second] })
        }
    }
    return best
  },
}
