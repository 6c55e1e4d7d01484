import { makeTemplate } from '../templates/template.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

const reversed = (list: readonly number[], from: number, to: number): number[] => [
  ...list.slice(0, from),
  ...list.slice(from, to + 1).reverse(),
  ...list.slice(to + 1),
]

/** A stretch of one template the other way round (Croes 1958). Roads may be asymmetric. */
export const twoOpt: Move = {
  name: '2-opt',
  best(set, t) {
    const { stops, phases, group } = set.templates[t]!
    let best: Candidate | null = null
    for (let from = 0; from < stops.length - 1; from++)
      for (let to = from + 1; to < stops.length; to++) {
        const order = reversed(stops, from, to)
        const made = makeTemplate(set.ground, group, order, reversed(phases, from, to))
        if (made) best = keepGain(set, best, { out: [t], into: [made] })
      }
    return best
  },
}
