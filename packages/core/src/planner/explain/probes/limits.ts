import { assumedLimits } from '../../../access/limits.ts'
import type { Change } from '../../../plan/change.ts'
import type { Probe, Question, Trial } from './probe.ts'

/** No more than an hour and a half further. */
const mostSeconds = 90 * 60
/** The nearest places beyond the limit, each with the minutes that it takes. */
const mostPlaces = 2

/** Minutes that a limit would have to be for the nearest places beyond it. */
const beyond = (seconds: readonly number[], limit: number): number[] => [
  ...new Set(
    seconds
      .filter((s) => s > limit && s <= limit + mostSeconds)
      .sort((a, b) => a - b)
      .slice(0, mostPlaces)
      .map((s) => Math.ceil((s - limit) / 60)),
  ),
]

const ofCounty = ({ world }: Question, key: keyof typeof assumedLimits) => {
  const now = world.input.county.settings.assumptions[key] ?? assumedLimits[key]
  const changes = (m: number): Change[] => [{ do: 'set-setting', key, value: now + m }]
  return { now, changes }
}

const trialOf = (
  amounts: readonly number[],
  of: { now: number; changes: Trial['changes'] },
): Trial[] =>
  amounts.length === 0
    ? []
    : [{ what: { now: of.now }, unit: 'minutes', amounts, changes: of.changes }]

/** Staff are sent further: the county's own limit, not a standard. */
export const doorstepLimit: Probe = {
  kind: 'doorstep-limit',
  trials: (question): Trial[] => {
    const { cell, world } = question
    const { firmSites, resident } = world.base
    const ways = cell.scoped.doorstepKinds
      .flatMap((kind) => firmSites.get(kind) ?? [])
      .map((id) => resident.seconds(cell.settlement.id, id))
    return trialOf(beyond(ways, cell.limits.doorstepSeconds), ofCounty(question, 'doorstepMaxMin'))
  },
}

/** People walk further to a stop: by the floor of the service where it has one, else the county's own limit. */
export const walkLimit: Probe = {
  kind: 'walk-limit',
  trials: (question): Trial[] => {
    const { cell, world } = question
    if (cell.scoped.vehicleKinds.length === 0) return []
    const allowed = new Set(world.base.stops)
    const walks = [...(world.base.walks.get(cell.settlement.id) ?? [])].flatMap(([stop, s]) =>
      allowed.has(stop) ? [s] : [],
    )
    const amounts = beyond(walks, cell.limits.walkSeconds)
    const floor = cell.scoped.floors.find((f) => f.metric === 'maxWalkMin')
    if (floor === undefined) return trialOf(amounts, ofCounty(question, 'walkToStopMin'))
    const { service, metric, level, value } = floor
    return trialOf(amounts, {
      now: value,
      changes: (m) => [{ do: 'set-standard', service, metric, level, value: value + m }],
    })
  },
}
