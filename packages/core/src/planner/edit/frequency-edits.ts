import { finding } from '../../kernel/finding.ts'
import type { PlanEdit, PlanEditOf } from '../../plan/plan-edit.ts'
import type { Edited, EditState } from './edit-state.ts'
import { visitsOf } from './edit-state.ts'
import { findRoom } from './find-room.ts'
import { addVisit, dropVisit } from './visit-edits.ts'

/** Further visits of a stop in its widest gaps, or evenly fewer; locked visits stay. */
export function changeFrequency(state: EditState, edit: PlanEditOf<'change-frequency'>): Edited {
  const at = { path: 'edits' }
  if (!state.stops.has(edit.stop))
    return { refused: [finding('plan-unknown-stop', at, { tour: '-', stop: edit.stop })] }
  const now = [...visitsOf(state)]
    .filter((v) => v.visit.stop === edit.stop)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  if (now.length === edit.visits)
    return { refused: [finding('edit-nothing-to-do', at, { what: edit.stop })] }
  const undo: PlanEdit[] = []
  const take = (done: Edited): boolean => {
    if ('undo' in done) undo.unshift(...done.undo)
    return 'undo' in done
  }
  if (now.length > edit.visits) {
    const free = now.filter((v) => !state.locked.has(v.visit.id))
    const fewer = now.length - edit.visits
    if (free.length < fewer) return { refused: [finding('edit-locked', at, { visit: edit.stop })] }
    for (let k = 0; k < fewer; k++) {
      const { visit } = free[Math.floor(((k + 0.5) * free.length) / fewer)]!
      take(dropVisit(state, { do: 'drop-visit', visit: visit.id }))
    }
    return { undo }
  }
  for (let count = now.length; count < edit.visits; count++) {
    const room = findRoom(state, edit.stop)
    if (room === null)
      return {
        refused: [finding('edit-no-room', at, { stop: edit.stop, have: count, want: edit.visits })],
      }
    take(addVisit(state, { do: 'add-visit', stop: edit.stop, ...room }))
  }
  return { undo }
}
