import type { ReportTable } from '@kuashan/contract/reports.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { dimensionsOf } from '@kuashan/core/figures/evaluate-figure.ts'
import {
  evaluateReport,
  lintReport,
  type ReportAsk,
  type ReportRow,
} from '@kuashan/core/figures/report.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { Desk } from '../handlers/desk.ts'
import { refuseErrors, said } from '../serve/problem-answer.ts'
import { namesOfKeys } from './names-of-keys.ts'
import { type SideBook, sideBook } from './side-book.ts'

/** A report worked out, with the sides that were opened for it. */
export interface WorkedOut {
  rows: ReportRow[]
  opened: SideBook[]
}

/** Works a report out as its caller sees the county. Throws `NotAnswered` where it cannot be. */
export async function workOut(
  desk: Desk,
  store: Store,
  caller: Caller,
  ask: ReportAsk,
): Promise<WorkedOut> {
  refuseErrors(lintReport(ask))
  const opened: SideBook[] = []
  for (const side of ask.sides)
    opened.push(await sideBook(desk, store, caller, side, ask.when.asOf))
  const books = opened.map(({ book }) => book)
  return { opened, rows: evaluateReport(ask, books) }
}

/** A report as the pages show it, with what its figures mean and what its keys are called. */
export function reportTable(ask: ReportAsk, { rows, opened }: WorkedOut): ReportTable {
  const figures = ask.figures.map(figureOf).filter((figure) => figure !== undefined)
  const keys = rows.flatMap(({ key }) =>
    key === null || ask.by === null ? [] : [[ask.by, key] as const],
  )
  return {
    sides: opened.map(({ name, asOf }, k) => ({ side: ask.sides[k]!, name, asOf })),
    figures: figures.map((figure) => ({ ...figure, dimensions: dimensionsOf(figure) })),
    rows,
    names: namesOfKeys(opened.at(-1)!.input, keys),
    findings: lintReport(ask).map(said),
  }
}
