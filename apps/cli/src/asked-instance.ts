import type {
  ArcConvention,
  RoutingInstance,
  RoutingObjective,
} from '@kuashan/core/plan/routing.ts'
import { numbered } from '@kuashan/core/planner/formats/numbered.ts'
import { UsageError } from './usage-error.ts'

/** What a caller may want otherwise than the file says. */
export interface Asked {
  objective?: RoutingObjective
  convention?: ArcConvention
  /** For each depot and day. */
  vehicles?: number
}

/** The instance as asked for: objective, rounding of arcs, number of vehicles. */
export function withAsked(instance: RoutingInstance, asked: Asked): RoutingInstance {
  const { objective = instance.objective, convention = instance.convention, vehicles } = asked
  return {
    ...instance,
    objective,
    convention,
    fleets: vehicles === undefined ? instance.fleets : alike(instance, numbered(vehicles)),
  }
}

/** So many vehicles in every fleet; refused where a depot has several kinds of vehicle on a day. */
function alike({ fleets }: RoutingInstance, vehicles: number[]): RoutingInstance['fleets'] {
  const seen = new Set<string>()
  for (const { depot, days } of fleets)
    for (const day of days) {
      const name = `${depot} ${day}`
      if (seen.has(name))
        throw new UsageError({
          zh: '这个算例一个仓库有几种车，--vehicles 不知道指哪一种。请在文件里改车数。',
          en: 'This instance has several kinds of vehicle at a depot; --vehicles cannot tell them apart. Change their numbers in the file.',
        })
      seen.add(name)
    }
  return fleets.map((fleet) => ({ ...fleet, vehicles }))
}
