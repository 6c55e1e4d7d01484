import { random } from '../../kernel/random.ts'
import type { RoutingDepot, RoutingInstance } from '../../plan/routing.ts'
import { drawFleets, pacesOf } from './draw-fleets.ts'
import { drawVillages } from './draw-villages.ts'
import type { TourSetEntry } from './entries.ts'
import { families } from './families.ts'
import { layGround, type SetGround } from './set-ground.ts'
import { travelBetween, wayTables } from './shortest-ways.ts'

/**
 * An instance of the published set (docs/tour-set.md): times in seconds, lengths in tens of metres, costs in fen, all whole.
 * The same entry gives the same instance on every machine.
 */
export function tourSetInstance(entry: TourSetEntry): RoutingInstance {
  const traits = families[entry.family]
  const chance = random(entry.seed)
  const ground = layGround(entry, traits, chance.fork('ground'))
  const { customers, at, unions } = drawVillages({
    ground,
    traits,
    random: chance.fork('villages'),
  })
  const { depots, lodgings } = ground.chosen
  const places = [...depots, ...lodgings, ...at]
  return {
    name: entry.name,
    days: ground.dates.length,
    objective: 'levels',
    convention: 'round',
    dates: ground.dates,
    periodDays: ground.periodDays,
    depots: [...depots, ...lodgings].map((place, k) => depotAt(ground, place, k)),
    fleets: drawFleets(ground, traits, customers, at),
    customers,
    travel: pacesOf(traits).flatMap((pace) =>
      ground.roads.states.map((closed) =>
        travelBetween(wayTables(ground.valleys, pace, closed), places),
      ),
    ),
    ...(unions.length > 0 ? { unions } : {}),
  }
}

const depotAt = ({ valleys }: SetGround, place: number, k: number): RoutingDepot => ({
  id: k + 1,
  x: valleys.places[place]!.x,
  y: valleys.places[place]!.y,
  open: 0,
  close: Infinity,
})
