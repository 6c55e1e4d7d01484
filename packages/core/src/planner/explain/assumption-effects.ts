import type { SolveMilp } from '../../kernel/milp.ts'
import type { Plan } from '../../plan/plan.ts'
import { type ChosenAgain, chooseAgain, flipped, learnedFrom } from './choose-again.ts'
import { changedWorld, type World } from './world.ts'

/** How far assumed values are varied, either way. */
const part = 0.2

/** What changes when an assumed value is a fifth lower or higher. */
interface Effect {
  value: number
  /** Fen a year to compare by, as the choice estimates it. */
  cost: number
  /** People more (or fewer) who miss a floor. */
  missed: number
  /** Settlements × services that are served otherwise. */
  flips: number
}

export interface AssumptionEffect {
  what: string
  value: number
  /** Null where the value can't be set by a county. */
  lower: Effect | null
  higher: Effect | null
}

/**
 * Which assumptions a plan leans on: each assumed value a fifth lower and higher, the joint choice made again with the
 * roads as the plan's tours taught them. Those that matter most first: people who miss a floor, then cost, then flips.
 */
export async function assumptionEffects(
  world: World,
  plan: Plan,
  { milp, onValue }: { milp: SolveMilp; onValue?: (share: number) => void },
): Promise<AssumptionEffect[]> {
  const learned = learnedFrom(world, plan)
  const now = await chooseAgain(world, plan, learned, milp)
  const effects: AssumptionEffect[] = []
  const assumed = plan.assumed.flatMap(({ what, value }) =>
    typeof value === 'number' ? [{ what, value }] : [],
  )
  for (const [k, { what, value }] of assumed.entries()) {
    onValue?.(k / assumed.length)
    const at = async (changed: number): Promise<Effect | null> => {
      if (changed === value || what === constant) return null
      const set = [{ do: 'set-setting' as const, key: what, value: changed }]
      const then = await changedWorld(world, set, undefined)
      return then === null
        ? null
        : effectOf(now, await chooseAgain(then, plan, learned, milp), changed)
    }
    effects.push({
      what,
      value,
      lower: await at(rounded(value * (1 - part))),
      higher: await at(rounded(value * (1 + part))),
    })
  }
  return effects.sort(
    (a, b) =>
      weightOf(b, 'missed') - weightOf(a, 'missed') ||
      weightOf(b, 'cost') - weightOf(a, 'cost') ||
      weightOf(b, 'flips') - weightOf(a, 'flips'),
  )
}

/** Minutes a person where a channel says nothing: not a setting of a county. */
const constant = 'minutesPerPerson'

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const effectOf = (now: ChosenAgain, then: ChosenAgain, value: number): Effect => ({
  value,
  cost: Math.round(then.value - now.value),
  missed: Math.round((then.missed - now.missed) * 1000) / 1000,
  flips: flipped(now, then),
})

const weightOf = ({ lower, higher }: AssumptionEffect, by: 'missed' | 'cost' | 'flips'): number =>
  Math.max(Math.abs(lower?.[by] ?? 0), Math.abs(higher?.[by] ?? 0))
