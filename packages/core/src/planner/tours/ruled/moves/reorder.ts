import type { Random } from '../../../../kernel/random.ts'
import { changeRoute } from '../journal.ts'
import { makeRoute } from '../state.ts'
import type { Move } from './move.ts'

/** A stretch of one day is turned round, or moved to another place of the same day; kept if the day's rules hold. */
export const reorder: Move = {
  name: 'reorder',
  weight: 2,
  applies: () => true,
  ruin(turn) {
    const { state, journal, random } = turn
    const used = state.problem.slots
      .map((_, s) => s)
      .filter((s) => state.routes[s]!.stops.length > 1)
    if (used.length === 0) return
    const slot = random.pick(used)
    const { stops, start, end } = state.routes[slot]!
    const made = makeRoute(state, slot, moved(stops, random), start, end)
    if (typeof made !== 'number' && sendersFirst(state.problem.customers, made.stops))
      changeRoute(state, journal, slot, made)
  },
}

function moved(stops: readonly number[], random: Random): number[] {
  const length = 1 + random.below(stops.length)
  const from = random.below(stops.length - length + 1)
  const part = stops.slice(from, from + length)
  if (random.next() < 0.5) part.reverse()
  const rest = stops.toSpliced(from, length)
  return rest.toSpliced(random.below(rest.length + 1), 0, ...part)
}

const sendersFirst = (
  customers: readonly { deliversTo: number }[],
  stops: readonly number[],
): boolean =>
  stops.every((c, k) => {
    const to = customers[c]!.deliversTo
    return to < 0 || stops.indexOf(to) > k
  })
