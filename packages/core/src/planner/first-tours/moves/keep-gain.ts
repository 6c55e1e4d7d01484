import { better } from '../templates/insert.ts'
import {
  type Candidate,
  type Change,
  changeOf,
  isGain,
  type TemplateSet,
} from '../templates/template-set.ts'

/** The better of the best so far and a change, if that is a gain. */
export function keepGain(
  set: TemplateSet,
  best: Candidate | null,
  change: Change,
): Candidate | null {
  const levels = changeOf(set, change)
  return isGain(levels) ? better(best, { change, levels }) : best
}
