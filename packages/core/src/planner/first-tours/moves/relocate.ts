import { alone, insertions, without } from '../templates/insert.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

/** One stop to another place: in its own template, in a near one, or out on its own. */
export const relocate: Move = {
  name: 'relocate',
  best(set, t, near) {
    const { ground } = set
    const from = set.templates[t]!
    let best: Candidate | null = null
    from.stops.forEach((stop, at) => {
      const rest = without(ground, from, at)
      if (rest === null) return
      const left = rest ? [rest] : []
      if (rest)
        for (const made of insertions(ground, rest, stop))
          best = keepGain(set, best, { out: [t], into: [made] })
      for (const made of alone(ground, stop))
        best = keepGain(set, best, { out: [t], into: [...left, made] })
      for (const u of near)
        for (const made of insertions(ground, set.templates[u]!, stop))
          best = keepGain(set, best, { out: [t, u], into: [...left, made] })
    })
    return best
  },
}
