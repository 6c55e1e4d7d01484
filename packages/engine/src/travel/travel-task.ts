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

/** A slice of work for a thread. */
export type TravelTask = CellsTask | WalkSliceTask

/** Does one slice; the same in a worker as in the main thread. */
export function runTravelTask(task: TravelTask): WalkRows | null {
  const graph = roadGraphFrom(task.graph)
  const table: TableTask = { ...task, graph, view: travelView(graph, task.view, task.profile) }
  if (task.kind === 'walk')
    return walkRows(
      { ...table, direct: task.direct, paceFactor: task.paceFactor, candidates: task.candidates },
      task.start,
      task.end,
    )
  if (task.kind === 'rows') fillRows(table, task.cells, task.start, task.end)
  else fillColumns(table, task.cells, task.start, task.end)
  return null
}
