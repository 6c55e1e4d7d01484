import type { Random } from '../../../kernel/random.ts'
import type { Ground } from '../ground.ts'
import { construct } from './construct.ts'
import { descend } from './descend.ts'
import { ruinRecreate } from './ruin-recreate.ts'
import type { Template } from './template.ts'
import {
  compareLevels,
  isCrowded,
  type Levels,
  levelsOf,
  type TemplateSet,
  templateSet,
} from './template-set.ts'

/** A search that can be asked for one step at a time, so that several kinds share one clock. */
export interface TemplateSearch {
  /** One iteration. False when nothing has improved for long and more is not worth asking. */
  step(): boolean
  /** The best templates so far; valid before the first step. */
  best(): readonly Template[]
  levels(): Levels
}

/** Late acceptance looks this many iterations back. */
const HISTORY = 60
const DESCENT_LIMIT = 200
const idleLimit = (stops: number): number => 10_000 + 100 * stops

/** Templates of groups that lack days, so that the first solution already spreads over the fleet. */
const crowded = (set: TemplateSet): Template[] =>
  set.templates.filter(({ group }) => isCrowded(set, group))

/**
 * Iterated local search with late acceptance over templates: the savings templates are improved
 * one after the other first, then neighbourhoods are ruined, recreated and improved.
 * Source of the acceptance rule: Burke and Bykov 2017, EJOR 258(1), 70–78.
 */
export function templateSearch(ground: Ground, random: Random): TemplateSearch {
  let current = templateSet(ground, construct(ground))
  descend(current, crowded(current), current.templates.length)
  let currentLevels = levelsOf(current)
  let best: readonly Template[] = [...current.templates]
  let bestLevels = currentLevels
  const history: Levels[] = new Array<Levels>(HISTORY).fill(currentLevels)
  const first = [...current.templates]
  let iteration = 0
  let idle = 0
  const step = (): boolean => {
    if (first.length === 0 && current.templates.length === 0) return false
    const before = [...current.templates]
    const improving = first.length > 0
    const dirty = improving ? [first.pop()!] : ruinRecreate(current, random)
    descend(current, dirty, DESCENT_LIMIT)
    const levels = levelsOf(current)
    const late = history[iteration % HISTORY]!
    if (compareLevels(levels, currentLevels) <= 0 || compareLevels(levels, late) <= 0)
      currentLevels = levels
    else current = templateSet(ground, before)
    history[iteration % HISTORY] = currentLevels
    iteration++
    idle++
    if (compareLevels(currentLevels, bestLevels) < 0) {
      best = [...current.templates]
      bestLevels = currentLevels
      idle = 0
    }
    return idle < idleLimit(ground.stops.length)
  }
  return { step, best: () => best, levels: () => bestLevels }
}
