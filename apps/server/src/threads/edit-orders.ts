import type { TourRoads } from '@kuashan/contract/plans.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import type { EditEffect } from '@kuashan/core/planner/edit/edit-effect.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import type { PlanEntry } from '@kuashan/store/queries/plans.ts'
import type { DrawnTours } from '../county/drawn-tours.ts'
import type { WrittenBook } from '../county/measured-book.ts'
import type { PlanSummary } from '../county/plan-summary.ts'

interface OnPlan {
  caller: Caller
  plan: string
}

/** What a thread can be asked about a plan; each as the caller, who sees what the store shows them. */
export interface EditOrders {
  /** Opens the county of the plan, so that what follows is answered at once. */
  open: { asked: OnPlan; answer: null }
  /** What edits, all or none, would do to a plan; nothing is saved. */
  edit: {
    asked: OnPlan & { edits: readonly PlanEdit[] }
    /** `of` is the version of the document that was edited. */
    answer: { findings: readonly Finding[]; effect: EditEffect; of: number }
  }
  /** The same, saved over the version that its editor saw. */
  save: {
    asked: OnPlan & { edits: readonly PlanEdit[]; version: number; note: string }
    answer: {
      entry: PlanEntry
      document: string
      findings: readonly Finding[]
      summary: PlanSummary
    }
  }
  /** What the checker says of an earlier save by the data as they are now. */
  check: { asked: OnPlan & { version: number }; answer: { findings: readonly Finding[] } }
  /** The records of a report: of today’s supply where no plan is named. */
  book: { asked: { caller: Caller; plan: string | null; asOf: PlainDate }; answer: WrittenBook }
  /** The roads that tours of a saved state take; the newest where no version is said. */
  draw: { asked: OnPlan & { version: number | undefined; which: DrawnTours }; answer: TourRoads }
}

export type EditOrder = keyof EditOrders

export interface AskedOrder<O extends EditOrder = EditOrder> {
  id: number
  order: O
  asked: EditOrders[O]['asked']
}

/** How an order ended: answered, refused with findings, or by a mistake of ours. */
export type OrderEnd = { id: number } & (
  | { answer: EditOrders[EditOrder]['answer'] }
  | { refused: readonly Finding[] }
  | { fault: string }
)
