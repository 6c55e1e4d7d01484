import type { Milp, MilpRow, MilpVariable } from '../../kernel/milp.ts'
import { type Choice, siteOf, stepsOf, type Uses } from './option.ts'

/** Fen are scaled to thousands of yuan, so that coefficients stay near one. */
const scale = 1e-5

export interface ChoiceModel {
  milp: Milp
  groups: readonly number[]
  /** Variable of option k of the n-th group, and of its miss. */
  optionAt: readonly (readonly number[])[]
  missAt: readonly number[]
  siteAt: ReadonlyMap<string, number>
}

interface Sizes {
  /** With limits, and the possibility to miss. Without, every group takes an option. */
  limited: boolean
}

/**
 * The joint choice over some groups as a MILP: a facility-location model in which a stop is "opened" step by step
 * of its frequency. Σ options + miss = 1; option ≤ site; option ≤ step of the stop; a step only above the one below;
 * Σ uses ≤ limit. The objective is the value; other levels replace it (`withCosts`).
 */
export function choiceModel(
  choice: Choice,
  groups: readonly number[],
  { limited }: Sizes,
): ChoiceModel {
  const variables: MilpVariable[] = []
  const rows: MilpRow[] = []
  const uses = new Map<string, [number, number][]>()
  const add = (name: string, cost: number, integer: boolean, taken: Uses = []): number => {
    variables.push({ name, cost: cost * scale, low: 0, high: 1, integer })
    for (const [row, amount] of taken) {
      const terms = uses.get(row) ?? []
      terms.push([variables.length - 1, amount])
      uses.set(row, terms)
    }
    return variables.length - 1
  }
  const { siteAt, oneUse } = siteVariables(choice, groups, add)
  rows.push(...oneUse)
  const stepAt = stepVariables(choice, groups, add, rows)
  const missAt: number[] = []
  const optionAt = groups.map((g, n) => {
    const group = choice.groups[g]!
    const own = group.options.map((o, k) => add(`x${g}.${k}`, o.value, limited, o.uses))
    missAt.push(limited ? add(`m${g}`, 0, true) : -1)
    const all = limited ? [...own, missAt[n]!] : own
    rows.push({ name: `g${g}`, low: 1, high: 1, terms: all.map((v) => [v, 1] as const) })
    group.options.forEach((o, k) => {
      const site = siteOf(o)
      const gates = [
        site === undefined ? undefined : siteAt.get(site),
        ...stepsOf(o).map((step) => stepAt.get(`${step.stop} ${step.visits}`)),
      ]
      gates.forEach((gate, n) => {
        const name = `l${g}.${k}${['y', 'u'][n] ?? `p${n}`}`
        if (gate !== undefined) rows.push(below(name, own[k]!, gate))
      })
    })
    return own
  })
  if (limited)
    for (const [row, limit] of choice.limits) {
      const terms = uses.get(row)
      if (terms) rows.push(scaled(row, terms, limit))
    }
  return { milp: { variables, rows }, groups, optionAt, missAt, siteAt }
}

const below = (name: string, variable: number, gate: number): MilpRow => ({
  name,
  low: Number.NEGATIVE_INFINITY,
  high: 0,
  terms: [
    [variable, 1],
    [gate, -1],
  ],
})

/** Rows of fen, seconds and days become rows of about one. */
function scaled(
  name: string,
  terms: readonly (readonly [number, number])[],
  limit: number,
): MilpRow {
  const most = Math.max(1e-9, Math.abs(limit), ...terms.map(([, a]) => Math.abs(a)))
  return {
    name,
    low: Number.NEGATIVE_INFINITY,
    high: limit / most,
    terms: terms.map(([v, a]) => [v, a / most] as const),
  }
}

type Add = (name: string, cost: number, integer: boolean, uses?: Uses) => number

function siteVariables(choice: Choice, groups: readonly number[], add: Add) {
  const wanted = new Set(
    groups.flatMap((g) => choice.groups[g]!.options.flatMap((o) => siteOf(o) ?? [])),
  )
  const siteAt = new Map<string, number>()
  const byFacility = new Map<string, number[]>()
  for (const site of choice.sites) {
    if (!wanted.has(site.key)) continue
    const variable = add(`y ${site.key}`, site.value, true, site.uses)
    siteAt.set(site.key, variable)
    byFacility.set(site.facility, [...(byFacility.get(site.facility) ?? []), variable])
  }
  const oneUse = [...byFacility]
    .filter(([, of]) => of.length > 1)
    .map(
      ([facility, of]): MilpRow => ({
        name: `one ${facility}`,
        low: Number.NEGATIVE_INFINITY,
        high: 1,
        terms: of.map((v) => [v, 1] as const),
      }),
    )
  return { siteAt, oneUse }
}

/** One variable a step of frequency: the first opens the stop, each further one adds the visits in between. */
function stepVariables(
  choice: Choice,
  groups: readonly number[],
  add: Add,
  rows: MilpRow[],
): Map<string, number> {
  const levels = new Map<string, Set<number>>()
  for (const g of groups)
    for (const o of choice.groups[g]!.options) {
      for (const step of stepsOf(o))
        levels.set(step.stop, (levels.get(step.stop) ?? new Set<number>()).add(step.visits))
    }
  const stepAt = new Map<string, number>()
  for (const stop of choice.stops) {
    let [before, lower] = [0, -1]
    for (const visits of [...(levels.get(stop.key) ?? [])].sort((a, b) => a - b)) {
      const more = visits - before
      const taken = stop.usesPerVisit.map(([row, a]) => [row, a * more] as const)
      const step = add(`u ${stop.key} ${visits}`, stop.valuePerVisit * more, true, taken)
      if (lower >= 0) rows.push(below(`s ${stop.key} ${visits}`, step, lower))
      stepAt.set(`${stop.key} ${visits}`, step)
      ;[before, lower] = [visits, step]
    }
  }
  return stepAt
}

/** The same model with another objective and further rows: how levels are solved one after the other. */
export const withCosts = (
  milp: Milp,
  costs: ReadonlyMap<number, number>,
  frozen: readonly MilpRow[],
): Milp => ({
  variables: milp.variables.map((v, k) => ({ ...v, cost: costs.get(k) ?? 0 })),
  rows: [...milp.rows, ...frozen],
})

export const fenOf = (objective: number): number => objective / scale
