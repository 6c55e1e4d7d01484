import { finding } from '../../kernel/finding.ts'
import { isMade, type SiteDecision } from '../../plan/plan.ts'
import type { PlanEdit, PlanEditOf } from '../../plan/plan-edit.ts'
import { close, keep } from '../site-candidates.ts'
import type { Edited, EditState } from './edit-state.ts'
import { sitesHold } from './sites-hold.ts'

const at = { path: 'edits' }

export function openSite(state: EditState, edit: PlanEditOf<'open-site'>): Edited {
  const facility = state.base.ground.facilities.get(edit.facility)
  if (facility === undefined)
    return { refused: [finding('plan-unknown-facility', at, { facility: edit.facility })] }
  const before = state.sites.find((s) => s.facility === edit.facility)
  if (before?.action === 'close') return decide(state, edit.facility, keep(facility))
  const uses = state.base.candidates.filter(
    (c) => c.facility.id === edit.facility && isMade(c.decision),
  )
  const upgraded = facility.state === 'open' && before?.action === 'upgrade'
  if (upgraded || (facility.state === 'open' && uses.length === 0))
    return nothingToDo(edit.facility)
  const wanted = uses.filter((u) => edit.toKind === undefined || u.kind === edit.toKind)
  const kinds = new Set(wanted.map((u) => u.kind))
  if (kinds.size !== 1)
    return {
      refused: [
        finding('edit-site-not-possible', at, {
          facility: edit.facility,
          kinds: [...new Set(uses.map((u) => u.kind))].join(', ') || '-',
        }),
      ],
    }
  if (before !== undefined && before.action !== 'keep') return nothingToDo(edit.facility)
  const { county } = state.base.ground
  const held = wanted.find(({ decision }) => sitesHold(county, [...state.sites, decision]))
  return decide(state, edit.facility, (held ?? wanted[0]!).decision)
}

export function closeSite(state: EditState, edit: PlanEditOf<'close-site'>): Edited {
  const facility = state.base.ground.facilities.get(edit.facility)
  if (facility === undefined)
    return { refused: [finding('plan-unknown-facility', at, { facility: edit.facility })] }
  const before = state.sites.find((s) => s.facility === edit.facility)
  if (facility.state !== 'open')
    return before === undefined ? nothingToDo(edit.facility) : decide(state, edit.facility, null)
  if (before?.action === 'close') return nothingToDo(edit.facility)
  if (before?.action === 'upgrade') return decide(state, edit.facility, keep(facility))
  const depot = state.base.ground.county.vehicles.find((v) => v.depot === facility.id)
  if (depot !== undefined)
    return {
      refused: [finding('edit-site-is-depot', at, { facility: facility.id, vehicle: depot.id })],
    }
  return decide(state, edit.facility, close(facility))
}

const nothingToDo = (facility: string): Edited => ({
  refused: [finding('edit-nothing-to-do', at, { what: facility })],
})

/** Puts a decision in the place of another, in order of facility; null takes it out. */
function decide(state: EditState, id: string, decision: SiteDecision | null): Edited {
  const before = state.sites.find((s) => s.facility === id)
  const others = state.sites.filter((s) => s.facility !== id)
  state.sites = decision === null ? others : [...others, decision]
  const gains = before === undefined || before.action === 'close' || decision?.action === 'upgrade'
  const undo: PlanEdit = !gains
    ? { do: 'open-site', facility: id, toKind: before.toKind }
    : { do: 'close-site', facility: id }
  return { undo: [undo] }
}
