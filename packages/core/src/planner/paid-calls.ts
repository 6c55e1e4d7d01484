import type { PaidCalls } from '../plan/costs.ts'
import type { DoorstepService } from './draft.ts'

/** A doorstep service as it is paid for, from a facility of this kind. */
export const paidCalls = (
  { cell, facility, seconds, calls }: DoorstepService,
  kind: string,
): PaidCalls & { facility: string } => {
  const channel = cell.scoped.service.channels.find((c) => c.mode === 'doorstep' && c.kind === kind)
  return {
    facility,
    people: cell.steered,
    calls,
    travelSeconds: seconds,
    minutesPerPerson: channel?.minutesPerPerson,
    capacityPerSession: channel?.capacityPerSession,
  }
}
