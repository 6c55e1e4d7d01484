import type { Milp, MilpOptions, MilpResult } from '@kuashan/core/kernel/milp.ts'
import loadHighs, { type Highs, type ModelData } from 'highs'

/** The model in HiGHS's own arrays: rows packed one after the other (CSR). */
function highsData(problem: Milp, infinity: number): ModelData {
  const { variables, rows } = problem
  const entries = rows.map((row) => merged(row.terms))
  const starts = new Int32Array(rows.length + 1)
  entries.forEach((terms, k) => {
    starts[k + 1] = starts[k]! + terms.length
  })
  const flat = entries.flat()
  const finite = (value: number) => Math.max(-infinity, Math.min(infinity, value))
  return {
    numCols: variables.length,
    numRows: rows.length,
    colCost: Float64Array.from(variables, (v) => v.cost),
    colLower: Float64Array.from(variables, (v) => finite(v.low)),
    colUpper: Float64Array.from(variables, (v) => finite(v.high)),
    rowLower: Float64Array.from(rows, (r) => finite(r.low)),
    rowUpper: Float64Array.from(rows, (r) => finite(r.high)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: variables.length,
      starts,
      indices: Int32Array.from(flat, (t) => t[0]),
      values: Float64Array.from(flat, (t) => t[1]),
    },
    integrality: Int32Array.from(variables, (v) => (v.integer ? 1 : 0)),
  }
}

/** HiGHS refuses a variable twice in one row, so such terms are added up. */
function merged(terms: Milp['rows'][number]['terms']): (readonly [number, number])[] {
  const sum = new Map<number, number>()
  for (const [variable, coefficient] of terms)
    sum.set(variable, (sum.get(variable) ?? 0) + coefficient)
  return [...sum].filter(([, coefficient]) => coefficient !== 0)
}

/**
 * Solves on this thread and blocks it. Deterministic: one thread, a fixed seed, and no clock unless
 * `timeLimit` is asked for. `interrupted` is polled and ends the search with what was found.
 */
export function runHighs(
  highs: Highs,
  problem: Milp,
  options: MilpOptions = {},
  interrupted: () => boolean = () => false,
): MilpResult {
  if (interrupted()) return nothing('none-found')
  const model = highs.createModel(highsData(problem, highs.infinity))
  try {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: options.gap ?? 0 })
    model.options.set({ mip_abs_gap: options.gap === undefined ? 1e-9 : 1e-6 })
    if (options.nodeLimit !== undefined) model.options.set('mip_max_nodes', options.nodeLimit)
    if (options.timeLimit !== undefined) model.options.set('time_limit', options.timeLimit)
    if (options.start) model.setSolution({ colValue: Float64Array.from(options.start) })
    const { mipInterrupt } = highs.constants.callbackType
    model.run({
      [mipInterrupt]: (event) => {
        if (interrupted()) event.interrupt()
        return undefined
      },
    })
    return resultOf(highs, model, problem)
  } finally {
    model.dispose()
  }
}

const nothing = (status: MilpResult['status']): MilpResult => ({
  status,
  values: [],
  objective: Number.POSITIVE_INFINITY,
  bound: Number.NEGATIVE_INFINITY,
  nodes: 0,
})

function resultOf(
  highs: Highs,
  model: ReturnType<Highs['createModel']>,
  problem: Milp,
): MilpResult {
  const { modelStatus } = highs.constants
  const status = model.getModelStatus()
  const integer = problem.variables.some((v) => v.integer)
  const nodes = integer ? Math.max(0, Number(model.info.get('mip_node_count'))) : 0
  if (status === modelStatus.infeasible) return { ...nothing('infeasible'), nodes }
  if (status === modelStatus.unbounded) return { ...nothing('unbounded'), nodes }
  if (status === modelStatus.unboundedOrInfeasible) return whichOfTwo(highs, problem)
  const optimal = status === modelStatus.optimal || status === modelStatus.empty
  const dual = integer ? Number(model.info.get('mip_dual_bound')) : Number.NEGATIVE_INFINITY
  const bound = Math.abs(dual) >= highs.infinity ? Number.NEGATIVE_INFINITY : dual
  const found = Number(model.info.get('primal_solution_status')) === 2
  if (!found && !optimal) return { ...nothing('none-found'), bound, nodes }
  const raw = model.getSolution().colValue
  const values = problem.variables.map((v, k) => (v.integer ? Math.round(raw[k]!) : raw[k]!) + 0)
  const objective = problem.variables.reduce((sum, v, k) => sum + v.cost * values[k]!, 0)
  return {
    status: optimal ? 'optimal' : 'feasible',
    values,
    objective,
    bound: !integer && optimal ? objective : Math.min(bound, objective),
    nodes,
  }
}

/** Presolve may not tell the two apart: without a cost, only an infeasible model has no answer. */
function whichOfTwo(highs: Highs, problem: Milp): MilpResult {
  const free = { ...problem, variables: problem.variables.map((v) => ({ ...v, cost: 0 })) }
  const answer = runHighs(highs, free)
  return nothing(answer.values.length > 0 ? 'unbounded' : 'infeasible')
}

export { loadHighs }
