import { type Route, type RuledState, setRoute } from './state.ts'

/** What was before this turn's changes, each once. */
export interface Journal {
  slots: number[]
  routes: Route[]
  versions: number[]
  slotTurn: Int32Array
  units: number[]
  visits: (readonly number[])[]
  unitTurn: Int32Array
  turn: number
}

export const newJournal = ({ problem }: RuledState): Journal => ({
  slots: [],
  routes: [],
  versions: [],
  slotTurn: new Int32Array(problem.slots.length),
  units: [],
  visits: [],
  unitTurn: new Int32Array(problem.units.length),
  turn: 0,
})

export function openJournal(journal: Journal): void {
  journal.turn += 1
  journal.slots.length = 0
  journal.routes.length = 0
  journal.versions.length = 0
  journal.units.length = 0
  journal.visits.length = 0
}

/** Replaces the route of a slot and notes what it was. */
export function changeRoute(state: RuledState, journal: Journal, slot: number, to: Route): void {
  if (journal.slotTurn[slot] !== journal.turn) {
    journal.slotTurn[slot] = journal.turn
    journal.slots.push(slot)
    journal.routes.push(state.routes[slot]!)
    journal.versions.push(state.version[slot]!)
  }
  setRoute(state, slot, to)
}

/** Replaces the visits of a unit and notes what they were. */
export function changeVisits(
  state: RuledState,
  journal: Journal,
  unit: number,
  to: readonly number[],
): void {
  if (journal.unitTurn[unit] !== journal.turn) {
    journal.unitTurn[unit] = journal.turn
    journal.units.push(unit)
    journal.visits.push(state.visits[unit]!)
  }
  state.visits[unit] = to
}

/** Puts everything back as it was when the journal was opened. */
export function undo(state: RuledState, journal: Journal): void {
  for (let k = 0; k < journal.slots.length; k++) {
    const slot = journal.slots[k]!
    setRoute(state, slot, journal.routes[k]!)
    state.version[slot] = journal.versions[k]!
  }
  for (let k = 0; k < journal.units.length; k++)
    state.visits[journal.units[k]!] = journal.visits[k]!
}
