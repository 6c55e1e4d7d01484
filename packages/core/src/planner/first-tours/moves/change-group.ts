import { makeTemplate } from '../templates/template.ts'
import type { Candidate } from '../templates/template-set.ts'
import { keepGain } from './keep-gain.ts'
import type { Move } from './move.ts'

/** A template goes to another vehicle group: another depot, or other vehicles at the same one. */
export const changeGroup: Move = {
  name: 'change-group',
  best(set, t) {
    const { stops, phases, group } = set.templates[t]!
    let best: Candidate | null = null
    for (const other of set.ground.groupsOf[stops[0]!]!) {
      if (other === group) continue
      const made = makeTemplate(set.ground, other, stops, phases)
      if (made) best = keepGain(set, best, { out: [t], into: [made] })
    }
    return best
  },
}
