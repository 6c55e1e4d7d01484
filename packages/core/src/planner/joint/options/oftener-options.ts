import { needTimesYear } from '../../../catalogue/need-times.ts'
import { largestFloor, type NeedCell, type PlanGround } from '../../plan-ground.ts'
import type { Option } from '../option.ts'

/** Times the frequency of the floors that a stop may be visited. */
const multiples = [1.5, 2]

/**
 * A cell's stops visited more often than its floors ask, while its stated need is not met in full; the least visits that
 * meet it in full are the most worth having. None for a service with a floor of services a person: how often a person is
 * served is said there, not by the visits.
 */
export function oftenerOptions(
  cell: NeedCell,
  ground: PlanGround,
  options: readonly Option[],
): Option[] {
  const times = needTimesYear(cell.scoped.service, ground.county.settings.assumptions)
  if (times === null || largestFloor(cell.scoped, ['minServicesPerPersonYear']) > 0) return []
  const perYear = 365 / ground.horizonDays
  const full = Math.ceil(times / perYear - 1e-9)
  const oftener = [
    ...new Set(multiples.map((m) => Math.min(full, Math.ceil(cell.visits * m - 1e-9)))),
  ].filter((visits) => visits > cell.visits)
  const met = (visits: number) => cell.people * Math.min(times, visits * perYear)
  return options.flatMap((o): Option[] =>
    o.mode !== 'vehicle'
      ? []
      : oftener.map((visits) => {
          const part = visits / cell.visits
          return {
            ...o,
            visits,
            value: o.value * part,
            uses: o.uses.map(([row, amount]) => [row, amount * part] as const),
            more: met(visits) - met(cell.visits),
          }
        }),
  )
}
