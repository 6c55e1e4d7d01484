import type { LpModel, LpResult, OpenLp } from '@kuashan/core/kernel/lp.ts'
import type { SolveMilp } from '@kuashan/core/kernel/milp.ts'
import type { Highs } from 'highs'
import { loadHighs, runHighs } from './highs-run.ts'

type Entries = readonly (readonly [index: number, coefficient: number])[]

/** Lists of entries in packed form: one segment a list. */
function packed(lists: readonly Entries[]) {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, k) => {
    starts[k + 1] = starts[k]! + list.length
  })
  const flat = lists.flat()
  return {
    starts,
    indices: Int32Array.from(flat, (e) => e[0]),
    values: Float64Array.from(flat, (e) => e[1]),
  }
}

export interface HighsHere {
  openLp: OpenLp
  milp: SolveMilp
}

/**
 * HiGHS for growing linear programs and whole-number ones, on the calling thread, which they block: for callers that are a
 * worker. Deterministic: one thread, a fixed seed, no clock. `stopped` is polled within a solve.
 */
export async function highsHere(stopped: () => boolean = () => false): Promise<HighsHere> {
  const highs = await loadHighs()
  return {
    openLp: () => openLp(highs, stopped),
    milp: async (problem, options) => runHighs(highs, problem, options, stopped),
  }
}

function openLp(highs: Highs, stopped: () => boolean): LpModel {
  const { infinity, constants } = highs
  const model = highs.createModel()
  // Presolve would throw the basis away, and with it what the last solve knew.
  model.options.set({ output_flag: false, random_seed: 0, presolve: 'off' })
  const size = { columns: 0, rows: 0 }
  const finite = (value: number) => Math.max(-infinity, Math.min(infinity, value))
  return {
    addColumns: (columns) => {
      if (columns.length === 0) return
      const matrix = packed(columns.map((c) => c.entries))
      model.addCols({
        cost: Float64Array.from(columns, (c) => c.cost),
        lower: new Float64Array(columns.length),
        upper: new Float64Array(columns.length).fill(infinity),
        matrix: { format: 'csc', numRows: size.rows, numCols: columns.length, ...matrix },
      })
      size.columns += columns.length
    },
    addRows: (rows) => {
      if (rows.length === 0) return
      const matrix = packed(rows.map((r) => r.entries))
      model.addRows({
        lower: Float64Array.from(rows, (r) => finite(r.low)),
        upper: Float64Array.from(rows, (r) => finite(r.high)),
        matrix: { format: 'csr', numRows: rows.length, numCols: size.columns, ...matrix },
      })
      size.rows += rows.length
    },
    setRowBounds: (row, low, high) => {
      model.changeRowBounds(row, finite(low), finite(high))
    },
    setColumnHigh: (column, high) => {
      model.changeColBounds(column, 0, finite(high))
    },
    solve: () => {
      model.run({
        [constants.callbackType.simplexInterrupt]: (event) => {
          if (stopped()) event.interrupt()
          return undefined
        },
      })
      return result()
    },
    close: () => model.dispose(),
  }

  function result(): LpResult {
    const { modelStatus } = constants
    const status = model.getModelStatus()
    const none = { objective: Infinity, primal: new Float64Array(0), dual: new Float64Array(0) }
    if (status === modelStatus.infeasible) return { status: 'infeasible', ...none }
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible)
      return { status: 'unbounded', ...none }
    if (status !== modelStatus.optimal) return { status: 'stopped', ...none }
    const { colValue, rowDual } = model.getSolution()
    const objective = model.getObjectiveValue()
    return { status: 'optimal', objective, primal: colValue, dual: rowDual }
  }
}
