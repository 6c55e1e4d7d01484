import {
  type CellsAsked,
  fillKept,
  type KeptColumns,
  type KeptFigures,
  keptColumns,
} from '@kuashan/core/travel/kept-rows.ts'
import {
  fillColumns,
  fillRows,
  type TableCells,
  type TableTask,
} from '@kuashan/core/travel/matrix.ts'
import type { NearPairs } from '@kuashan/core/travel/near-pairs.ts'
import type { TravelProfile } from '@kuashan/core/travel/profile-table.ts'
import { roadGraphFrom } from '@kuashan/core/travel/road-graph.ts'
import type { Access } from '@kuashan/core/travel/snap.ts'
import type { KeptCells } from '@kuashan/core/travel/travel-table.ts'
import { travelView, type ViewSpec } from '@kuashan/core/travel/travel-view.ts'
import { type WalkRows, walkRows } from '@kuashan/core/travel/walk-table.ts'

/** What every slice of one table has in common. All arrays are shared memory. */
interface TaskBase {
  graph: SharedArrayBuffer
  view: ViewSpec
  from: Access
  to: Access
  profile: TravelProfile
  boarding: number
  limit: number
  start: number
  end: number
}

export interface CellsTask extends TaskBase {
  kind: 'rows' | 'columns'
  /** Written in place: slices never overlap. */
  cells: TableCells
}

export interface WalkSliceTask extends TaskBase {
  kind: 'walk'
  direct: NearPairs
  paceFactor: number
  candidates: { first: Uint32Array; target: Uint32Array }
}

/** Which columns of a slice of rows are worth keeping. */
export interface KeptColumnsTask extends TaskBase {
  kind: 'columns-kept'
  asked: CellsAsked
}

export interface KeptTask extends TaskBase {
  kind: 'kept'
  kept: Pick<KeptCells, 'first' | 'column'>
  /** Written in place: slices never overlap. */
  figures: KeptFigures
}

/** A slice of work for a thread. */
export type TravelTask = CellsTask | WalkSliceTask | KeptColumnsTask | KeptTask
/** What comes back of a slice; nothing where it wrote in place. */
export type TravelPart = WalkRows | KeptColumns | null

/** Does one slice; the same in a worker as in the main thread. */
export function runTravelTask(task: TravelTask): TravelPart {
  const graph = roadGraphFrom(task.graph)
  const table: TableTask = { ...task, graph, view: travelView(graph, task.view, task.profile) }
  if (task.kind === 'walk')
    return walkRows(
      { ...table, direct: task.direct, paceFactor: task.paceFactor, candidates: task.candidates },
      task.start,
      task.end,
    )
  if (task.kind === 'columns-kept') return keptColumns(table, task.asked, task.start, task.end)
  if (task.kind === 'kept') fillKept(table, task.kept, task.figures, task.start, task.end)
  else if (task.kind === 'rows') fillRows(table, task.cells, task.start, task.end)
  else fillColumns(table, task.cells, task.start, task.end)
  return null
}
