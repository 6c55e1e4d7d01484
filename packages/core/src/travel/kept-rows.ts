import { seconds, UNREACHABLE } from '../kernel/units.ts'
import { bestTrip, markSeeds, newTrip, seed, type TableTask, unmarkSeeds } from './matrix.ts'
import { newSearch, resetSearch, runSearch, type Search } from './shortest-paths.ts'
import type { Access } from './snap.ts'
import type { KeptCells } from './travel-table.ts'

/** Which cells of a large table are worth keeping; plain data, to be sent to a worker. Seconds, inclusive. */
export interface CellsAsked {
  /** A cell is kept up to the larger of its row's and its column's bound. */
  rowWithin: Int32Array
  columnWithin: Int32Array
  /** Sets of columns, as compressed rows by column: the nearest of each set is kept at any distance. */
  firstSet: Uint32Array
  set: Uint32Array
  sets: number
  /** Columns kept at any distance, as compressed rows by row. */
  first: Uint32Array
  column: Uint32Array
}

/** Which columns of some rows are kept, ascending; to be joined in order. */
export interface KeptColumns {
  counts: Uint32Array
  column: Uint32Array
}

/** Arrays filled in place: one entry a kept cell. */
export interface KeptFigures {
  p50: Int32Array
  roadMetres: Int32Array
}

/** Looks from one place after another at those it reaches. */
interface Outlook {
  task: TableTask
  search: Search
  /** Columns by the edges their legs lie on. */
  onEdge: { first: Uint32Array; column: Uint32Array }
  seedAt: Int32Array
  trip: ReturnType<typeof newTrip>
  /** The round in which a column was last looked at. */
  stamp: Int32Array
  round: number
  /** Columns looked at in this round, with their seconds, not rounded, and metres by road. */
  reached: Int32Array
  count: number
  time: Float64Array
  road: Float64Array
}

function newOutlook(task: TableTask): Outlook {
  const columns = task.to.first.length - 1
  return {
    task,
    search: newSearch(task.graph, task.view),
    onEdge: columnsByEdge(task.to, task.graph.edges),
    seedAt: new Int32Array(task.graph.edges).fill(-1),
    trip: newTrip(),
    stamp: new Int32Array(columns),
    round: 0,
    reached: new Int32Array(columns),
    count: 0,
    time: new Float64Array(columns),
    road: new Float64Array(columns),
  }
}

function columnsByEdge(to: Access, edges: number): Outlook['onEdge'] {
  const first = new Uint32Array(edges + 1)
  for (const e of to.edge) first[e + 1]!++
  for (let e = 0; e < edges; e++) first[e + 1]! += first[e]!
  const next = first.slice()
  const column = new Uint32Array(to.edge.length)
  for (let c = 0; c + 1 < to.first.length; c++)
    for (let k = to.first[c]!; k < to.first[c + 1]!; k++) column[next[to.edge[k]!]!++] = c
  return { first, column }
}

function startAt(outlook: Outlook, place: number): void {
  const { task, search, seedAt } = outlook
  resetSearch(search, false)
  markSeeds(task.from, place, seedAt)
  seed(task, search, task.from, place)
}

/** Searches up to so many seconds on the road; says whether anything lies beyond. */
function lookTo(outlook: Outlook, limit: number): boolean {
  runSearch(outlook.search, limit)
  return outlook.search.heapSize > 0
}

/** Looks at the way to one column as the search stands: right if it is no longer than the search went. */
function lookAt(outlook: Outlook, place: number, column: number): void {
  const { task, search, seedAt, trip } = outlook
  bestTrip(task, search, task.from, place, task.to, column, seedAt, trip)
  outlook.time[column] = trip.time
  outlook.road[column] = trip.road
}

/** Goes through the columns on edges that the search has settled an end of, or that the place itself lies on. */
function eachAround(
  { task, search, onEdge }: Outlook,
  place: number,
  visit: (column: number, least: number) => void,
): void {
  const on = (e: number, least: number): void => {
    for (let k = onEdge.first[e]!; k < onEdge.first[e + 1]!; k++) visit(onEdge.column[k]!, least)
  }
  for (let k = task.from.first[place]!; k < task.from.first[place + 1]!; k++)
    on(task.from.edge[k]!, 0)
  const { firstHalf, half } = task.graph
  for (let t = 0; t < search.touchedCount; t++) {
    const v = search.touched[t]!
    if (search.settled[v] !== 1) continue
    for (let k = firstHalf[v]!; k < firstHalf[v + 1]!; k++) on(half[k]! >> 1, search.time[v]!)
  }
}

/**
 * Looks at the columns within their bound, and at those of sets whose nearest is not within it. No column is nearer than the nearest
 * end of its edges, so one whose edges all end beyond the bound need not be looked at.
 */
function lookAround(outlook: Outlook, asked: CellsAsked, place: number, nearest: Nearest): void {
  const { stamp } = outlook
  const { rowWithin, columnWithin, firstSet, set } = asked
  const own = rowWithin[place]!
  const open = (column: number): boolean => {
    for (let k = firstSet[column]!; k < firstSet[column + 1]!; k++)
      if (nearest.time[set[k]!]! > Math.max(own, columnWithin[column]!)) return true
    return false
  }
  outlook.round++
  outlook.count = 0
  const look = (column: number): void => {
    stamp[column] = outlook.round
    outlook.reached[outlook.count++] = column
    lookAt(outlook, place, column)
  }
  eachAround(outlook, place, (column, least) => {
    if (stamp[column] === outlook.round) return
    if (least <= columnWithin[column]! || least <= own) look(column)
  })
  nearestOfSets(outlook, asked, nearest)
  eachAround(outlook, place, (column) => {
    if (stamp[column] !== outlook.round && open(column)) look(column)
  })
  nearestOfSets(outlook, asked, nearest)
}

interface Nearest {
  column: Int32Array
  time: Float64Array
}

/**
 * The columns worth keeping of rows `[start, end)`: within the bound, the nearest of every set at any distance, and those asked
 * for. The search goes on, half as far again each time, until every set has its nearest.
 */
export function keptColumns(
  task: TableTask,
  asked: CellsAsked,
  start: number,
  end: number,
): KeptColumns {
  const outlook = newOutlook(task)
  const farthest = asked.columnWithin.reduce((most, s) => Math.max(most, s), 0)
  const nearest: Nearest = {
    column: new Int32Array(asked.sets),
    time: new Float64Array(asked.sets),
  }
  const rows: number[][] = []
  for (let place = start; place < end; place++) {
    startAt(outlook, place)
    const within = Math.max(farthest, asked.rowWithin[place]!)
    for (let limit = Math.max(60, within); ; limit *= 1.5) {
      const more = lookTo(outlook, limit)
      lookAround(outlook, asked, place, nearest)
      if (!more || nearest.time.every((time) => time <= limit)) break
    }
    unmarkSeeds(task.from, place, outlook.seedAt)
    rows.push(columnsOf(outlook, asked, place, nearest.column))
  }
  return {
    counts: Uint32Array.from(rows, (row) => row.length),
    column: Uint32Array.from(rows.flat()),
  }
}

/** The nearest column of each set, ties to the first. */
function nearestOfSets(
  { reached, count, time }: Outlook,
  { firstSet, set }: CellsAsked,
  nearest: Nearest,
): void {
  nearest.column.fill(-1)
  nearest.time.fill(Number.POSITIVE_INFINITY)
  for (let r = 0; r < count; r++) {
    const column = reached[r]!
    if (time[column] === Number.POSITIVE_INFINITY) continue
    for (let k = firstSet[column]!; k < firstSet[column + 1]!; k++) {
      const s = set[k]!
      const sooner =
        time[column]! < nearest.time[s]! ||
        (time[column] === nearest.time[s] && column < nearest.column[s]!)
      if (!sooner) continue
      nearest.column[s] = column
      nearest.time[s] = time[column]!
    }
  }
}

function columnsOf(
  { task, reached, count, time }: Outlook,
  { rowWithin, columnWithin, first, column: columns }: CellsAsked,
  place: number,
  nearest: Int32Array,
): number[] {
  const row = new Set<number>()
  for (let r = 0; r < count; r++) {
    const column = reached[r]!
    const within = Math.max(rowWithin[place]!, columnWithin[column]!)
    if (
      time[column] !== Number.POSITIVE_INFINITY &&
      seconds(time[column]! + task.boarding) <= within
    )
      row.add(column)
  }
  for (const column of nearest) if (column >= 0) row.add(column)
  for (let k = first[place]!; k < first[place + 1]!; k++) row.add(columns[k]!)
  return [...row].sort((a, b) => a - b)
}

/** Fills the kept cells of rows `[start, end)`; those without a way stay -1. */
export function fillKept(
  task: TableTask,
  kept: KeptCells,
  figures: KeptFigures,
  start: number,
  end: number,
): void {
  const outlook = newOutlook(task)
  for (let place = start; place < end; place++) {
    startAt(outlook, place)
    const [first, last] = [kept.first[place]!, kept.first[place + 1]!]
    outlook.time.fill(Number.POSITIVE_INFINITY)
    let right = -1
    for (let limit = firstLook; ; limit *= farther) {
      const more = lookTo(outlook, limit)
      let farthest = 0
      for (let cell = first; cell < last; cell++) {
        const column = kept.column[cell]!
        if (outlook.time[column]! > right) lookAt(outlook, place, column)
        farthest = Math.max(farthest, outlook.time[column]!)
      }
      if (!more || farthest <= limit) break
      right = limit
    }
    unmarkSeeds(task.from, place, outlook.seedAt)
    for (let cell = first; cell < last; cell++) {
      const time = outlook.time[kept.column[cell]!]!
      const way = time !== Number.POSITIVE_INFINITY
      figures.p50[cell] = way ? seconds(time + task.boarding) : UNREACHABLE
      figures.roadMetres[cell] = way ? Math.round(outlook.road[kept.column[cell]!]!) : UNREACHABLE
    }
  }
}

/** How far is looked first, and how much farther each time until every cell has its way: a search grows by the square. */
const firstLook = 3_600
const farther = 1.25

/** Joins rows that were made in parts, in their order. */
export function joinKept(
  parts: readonly KeptColumns[],
  columns: number,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): KeptCells {
  const rows = parts.reduce((sum, part) => sum + part.counts.length, 0)
  const first = new Uint32Array(allocate(4 * (rows + 1)))
  let row = 0
  for (const part of parts)
    for (const count of part.counts) {
      first[row + 1] = first[row]! + count
      row++
    }
  const column =
    columns <= 0x1_0000
      ? new Uint16Array(allocate(2 * first[rows]!))
      : new Uint32Array(allocate(4 * first[rows]!))
  let at = 0
  for (const part of parts) {
    column.set(part.column, at)
    at += part.column.length
  }
  return { first, column }
}
