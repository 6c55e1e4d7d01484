import type { ProvedChange } from './answer.ts'
import type { Question, Trial } from './probes/probe.ts'
import { prove } from './prove.ts'
import { cellAt, type LocalWay, serveCell } from './serve-cell.ts'
import { changedWorld, type FindTravel, type World } from './world.ts'

/** A change that serves the need, with what it costs. */
export interface Found extends Pick<ProvedChange, 'amount' | 'changes' | 'edits' | 'price'> {}

interface Attempt {
  amount: number
  world: World
  changes: ProvedChange['changes']
  /** Cheapest first. */
  ways: readonly LocalWay[]
}

/** Ways written and measured as whole plans for one amount: the cheapest. */
const mostWritten = 3

/**
 * The least amount of a change that serves the need: the most is tried first, then halves. Written and measured as a
 * whole plan is the least only; where that fails, the most.
 */
export async function smallest(
  question: Question,
  trial: Trial,
  findTravel: FindTravel | undefined,
): Promise<Found | null> {
  const at = (k: number) => attempt(question, trial, trial.amounts[k]!, findTravel)
  const most = await at(trial.amounts.length - 1)
  if (most === null) return null
  let least = most
  let [fails, holds] = [-1, trial.amounts.length - 1]
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2)
    const less = await at(middle)
    if (less === null) fails = middle
    else [least, holds] = [less, middle]
  }
  const { world, plan, cell } = question
  const need = { settlement: cell.settlement.id, service: cell.scoped.service.id }
  for (const { amount, changes, ways, world: changed } of least === most ? [most] : [least, most])
    for (const { edits } of ways.slice(0, mostWritten)) {
      const proof = prove({ world, plan }, changed, edits, need, changes)
      if (proof !== null) return { amount, changes, edits, price: proof.price }
    }
  return null
}

/** Serves the need after a change with everything else as planned; null where it can't be. */
async function attempt(
  { world, plan, cell }: Question,
  trial: Trial,
  amount: number,
  findTravel: FindTravel | undefined,
): Promise<Attempt | null> {
  const changes = trial.changes(amount)
  const changed =
    (await changedWorld(world, changes, undefined)) ??
    (await changedWorld(world, changes, findTravel))
  if (changed === null) return null
  const there = cellAt(changed.base, cell.settlement.id, cell.scoped.service.id)
  const ways =
    there === undefined ? [{ edits: [], value: 0 }] : serveCell(changed.base, plan, there)
  return ways.length === 0 ? null : { amount, world: changed, changes, ways }
}
