import { byText } from '../kernel/order.ts'
import type { Draft } from './draft.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { type Choice, stepOf } from './joint/option.ts'
import { stopKey } from './joint/options/vehicle-options.ts'
import { restricted } from './other-choices.ts'

/** The stops that a vehicle goes to on one day out, with all days on which it goes to just these. */
interface RepeatedTour {
  key: string
  stops: ReadonlySet<string>
  /** Seconds of the shift left idle on all its days. */
  idle: number
}

/**
 * Choices without a whole day out: the estimate of a visit can't see that with the last stop of a day the day itself is
 * saved. For each of the emptiest tours its stops are left out, so that their people go to a site, another stop, the
 * doorstep or a ride where they can; and for each class of vehicles all of its stops. The caller carries them out.
 */
export function droppedTours(
  base: ChoiceGround,
  choice: Choice,
  draft: Draft,
  most: number,
): Choice[] {
  const dropping = [
    ...emptiest(base, draft).slice(0, most),
    ...base.classes.map((fleet) => new Set(base.stops.map((s) => stopKey(s, fleet)))),
  ]
  return dropping.flatMap((stops) => {
    const gone = (stop: string | undefined) => stop !== undefined && stops.has(stop)
    const moved = choice.groups.some(
      (g) =>
        g.options.some((o) => gone(stepOf(o)?.stop)) &&
        g.options.some((o) => !gone(stepOf(o)?.stop)),
    )
    return moved ? [restricted(choice, (o) => !gone(stepOf(o)?.stop))] : []
  })
}

function emptiest({ ground }: ChoiceGround, draft: Draft): ReadonlySet<string>[] {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  const keys = new Map(draft.stops.map((s) => [s.stop.id, stopKey(s.settlement, s.fleet)]))
  const found = new Map<string, RepeatedTour>()
  for (const tour of draft.tours) {
    const stops = new Set(tour.visits.map((v) => keys.get(v.stop)!))
    const key = [...stops].sort().join('|')
    const idle =
      (found.get(key)?.idle ?? 0) +
      vehicles.get(tour.vehicle)!.shiftSeconds -
      (tour.finish - tour.depart)
    found.set(key, { key, stops, idle })
  }
  return [...found.values()]
    .sort(byText((t) => t.key))
    .sort((a, b) => b.idle - a.idle)
    .map((t) => t.stops)
}
