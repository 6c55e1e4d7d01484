import type { Floor } from '../../catalogue/standard.ts'
import type { SolveMilp } from '../../kernel/milp.ts'
import { byText } from '../../kernel/order.ts'
import type { Plan } from '../../plan/plan.ts'
import { chooseAgain, learnedFrom } from './choose-again.ts'
import { changedWorld, type World } from './world.ts'

/** What one floor costs: the joint choice with it and without it, roads as the plan's tours taught them. */
export interface FloorPrice {
  service: string
  metric: Floor['metric']
  floor: number
  /** People whom it is for, and those whom only what the plan decides brings above the service's floors. */
  people: number
  reached: number
  /** Fen a year to compare by, as the choice estimates both: what is saved without it. */
  value: number
  /** It costs at least and at most so much by the bounds of both; null where these are not proved. */
  least: number | null
  most: number | null
  /** `value` for each person reached; null where there is nobody. */
  perPerson: number | null
}

/** Floors by the people they are for, most first. */
export function floorsOf({ base }: World): { floor: Floor; people: number }[] {
  const found = new Map<string, { floor: Floor; people: number }>()
  for (const { scoped, people } of base.ground.cells)
    for (const floor of scoped.floors) {
      const key = `${floor.service} ${floor.metric}`
      const of = found.get(key) ?? { floor, people: 0 }
      of.people += people
      found.set(key, of)
    }
  return [...found]
    .sort(byText(([key]) => key))
    .map(([, of]) => of)
    .sort((a, b) => b.people - a.people)
}

/**
 * The price of each floor (at most `most` of them, those for most people first): the floor is dropped and the joint
 * choice made again. A floor that sites meet anyway, or that another floor implies, costs nothing.
 */
export async function floorPrices(
  world: World,
  plan: Plan,
  { milp, most, onFloor }: { milp: SolveMilp; most: number; onFloor?: (share: number) => void },
): Promise<FloorPrice[]> {
  const learned = learnedFrom(world, plan)
  const floors = floorsOf(world).slice(0, most)
  if (floors.length === 0) return []
  const now = await chooseAgain(world, plan, learned, milp)
  const missing = new Set(plan.shortages.map((s) => `${s.settlement} ${s.service}`))
  const prices: FloorPrice[] = []
  for (const [k, { floor, people }] of floors.entries()) {
    onFloor?.(k / floors.length)
    const { service, metric } = floor
    const without = await changedWorld(world, [{ do: 'drop-standard', service, metric }], undefined)
    if (without === null) continue
    const then = await chooseAgain(without, plan, learned, milp)
    const value = Math.round(now.value - then.value)
    const reached = world.base.ground.cells.reduce(
      (sum, c) =>
        !c.met && c.scoped.service.id === service && !missing.has(`${c.settlement.id} ${service}`)
          ? sum + c.people
          : sum,
      0,
    )
    prices.push({
      service,
      metric,
      floor: floor.value,
      people,
      reached,
      value,
      least: now.bound === null ? null : Math.round(now.bound - then.value),
      most: then.bound === null ? null : Math.round(now.value - then.bound),
      perPerson: reached > 0 ? Math.round(value / reached) : null,
    })
  }
  return prices.sort((a, b) => b.value - a.value)
}
