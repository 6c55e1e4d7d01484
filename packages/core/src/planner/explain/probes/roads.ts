import { cutOffIn } from '../cut-off.ts'
import { nearestVehicles } from './near-fleet.ts'
import type { Probe, Question, Trial } from './probe.ts'

/** Closed roads weighed one by one. */
const mostRoads = 3

/** What a road that is open again may bring about: dates that were not to be had. */
const forWantOfDates: ReadonlySet<string> = new Set(['calendar', 'fleet'])

/** A road that is closed for a time is opened. Ways to sites are those of the open roads: only visits gain by it. */
export const openRoad: Probe = {
  kind: 'open-road',
  trials: (question): Trial[] => {
    const { world, missing } = question
    if (!missing.some((m) => forWantOfDates.has(m.reason))) return []
    if (nearestVehicles(question).length === 0) return []
    return [...new Set(world.input.county.settings.closures.map((c) => c.way))]
      .slice(0, mostRoads)
      .map((way) => ({
        what: { way },
        unit: 'none',
        amounts: [0],
        changes: () => [{ do: 'open-road', way }],
      }))
  },
}

/** A road to the nearest settlement that is reached, for one that no road reaches; 20 km an hour as the crow flies. */
export const buildRoad: Probe = {
  kind: 'build-road',
  trials: (question): Trial[] => {
    const { world, cell } = question
    const { settlement } = cell
    if (settlement.at === null || !cutOffIn(world.base.ground)(cell)) return []
    const to = nearestReached(question)
    if (to === null) return []
    const what = { to: to.id, km: Math.round(to.km * 10) / 10 }
    const made = {
      do: 'build-road' as const,
      id: `road-${settlement.id}`,
      from: settlement.id,
      to: to.id,
      ...(world.input.roads === null
        ? { minutes: Math.max(1, Math.round(to.km * 3)) }
        : { class: 'unclassified' as const }),
    }
    return [{ what, unit: 'none', amounts: [0], changes: () => [made] }]
  },
}

function nearestReached({ world, cell }: Question): { id: string; km: number } | null {
  const [lng, lat] = cell.settlement.at!
  const { resident, ground } = world.base
  let best: { id: string; km: number } | null = null
  for (const s of ground.county.settlements) {
    if (s.at === null || s.id === cell.settlement.id) continue
    if (!ground.county.facilities.some((f) => resident.seconds(s.id, f.id) >= 0)) continue
    const dx = (s.at[0] - lng) * 111.32 * Math.cos((lat * Math.PI) / 180)
    const km = Math.hypot(dx, (s.at[1] - lat) * 110.57)
    if (best === null || km < best.km) best = { id: s.id, km }
  }
  return best
}
