import { priorityClasses } from '../../catalogue/priority-class.ts'
import type { Milp, MilpResult, MilpRow, SolveMilp } from '../../kernel/milp.ts'
import { type ChoiceModel, choiceModel, withCosts } from './choice-model.ts'
import type { Choice } from './option.ts'

/** People count in thousands, so that coefficients stay near one. */
const thousand = 1e-3
/** Levels of people are frozen as they are: a cut of one per cent would be a village. */
const slack = 1e-7
const floorLimits = { nodeLimit: 100, gap: 1e-4 }

/** A group's miss counts against its priority class, at its settlements. */
interface ClassTerms {
  /** People missed, by the variable of the miss. */
  people: Map<number, number>
  /** The most people that one settlement misses, and the rows that say so; -1 with a single settlement. */
  most: number
  rows: MilpRow[]
}

/**
 * The joint choice under its limits, level by level: for each priority class the most people who miss a floor at one
 * settlement, then all people who do; then value. A class that nobody need miss is done with one solve. Of the leximin
 * order of settlements these are the first step and the sum (docs/methods/joint-plan.md says why no further).
 */
export async function chooseByLevels(
  choice: Choice,
  groups: readonly number[],
  milp: SolveMilp,
  valueLimits: { nodeLimit: number; gap: number },
): Promise<{ model: ChoiceModel; result: MilpResult }> {
  const base = choiceModel(choice, groups, { limited: true })
  const classes = priorityClasses.map((c) => classTerms(choice, base, c))
  const model = withMost(base, classes)
  const frozen: MilpRow[] = []
  let start: readonly number[] | undefined
  const solve = async (problem: Milp, limits: { nodeLimit: number; gap: number }) => {
    const result = await milp(problem, { ...limits, ...(start ? { start } : {}) })
    if (result.values.length > 0) start = result.values
    return result
  }
  const freeze = (terms: ReadonlyMap<number, number>, high: number) =>
    frozen.push({ name: `frozen ${frozen.length}`, low: -1, high: high + slack, terms: [...terms] })
  for (const { people, most } of classes) {
    if (people.size === 0) continue
    const all = await solve(withCosts(model, people, frozen), floorLimits)
    if (all.objective > slack && most >= 0) {
      const one = new Map([[most, 1]])
      freeze(one, (await solve(withCosts(model, one, frozen), floorLimits)).objective)
      freeze(people, (await solve(withCosts(model, people, frozen), floorLimits)).objective)
    } else freeze(people, all.objective)
  }
  const last = await solve({ ...model, rows: [...model.rows, ...frozen] }, valueLimits)
  return {
    model: base,
    result: last.values.length > 0 ? last : { ...last, values: start ?? [] },
  }
}

function classTerms(choice: Choice, model: ChoiceModel, priority: number): ClassTerms {
  const people = new Map<number, number>()
  const at = new Map<string, Map<number, number>>()
  model.groups.forEach((g, n) => {
    const group = choice.groups[g]!
    if (group.priority !== priority) return
    const miss = model.missAt[n]!
    for (const [settlement, count] of group.people) {
      if (count <= 0) continue
      people.set(miss, (people.get(miss) ?? 0) + count * thousand)
      const terms = at.get(settlement) ?? new Map<number, number>()
      at.set(settlement, terms.set(miss, (terms.get(miss) ?? 0) + count * thousand))
    }
  })
  if (at.size < 2) return { people, most: -1, rows: [] }
  const rows = [...at].map(
    ([settlement, terms]): MilpRow => ({
      name: `most ${priority} ${settlement}`,
      low: Number.NEGATIVE_INFINITY,
      high: 0,
      terms: [...terms],
    }),
  )
  return { people, most: 0, rows }
}

/** Adds one variable a class, the most missed at one settlement, which costs nothing until its level. */
function withMost(base: ChoiceModel, classes: ClassTerms[]): Milp {
  const variables = [...base.milp.variables]
  const rows = [...base.milp.rows]
  classes.forEach((of, c) => {
    if (of.most < 0) return
    of.most = variables.length
    const high = Math.max(
      1,
      [...of.people.values()].reduce((a, b) => a + b, 0),
    )
    variables.push({ name: `most ${c}`, cost: 0, low: 0, high, integer: false })
    for (const row of of.rows) rows.push({ ...row, terms: [...row.terms, [of.most, -1]] })
  })
  return { variables, rows }
}
