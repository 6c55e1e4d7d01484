import type { ChangeKind } from '../../../words/why-not/change-words.ts'
import { compileProblem } from '../ruled/compile.ts'
import { compareLevels } from '../ruled/levels.ts'
import { stateFrom } from '../ruled/read-solution.ts'
import type { Change, ChangePart, Complaint, WhyNot } from './answer.ts'
import { daysAgainst } from './fits.ts'
import { workingPairs } from './pairs.ts'
import { applyChange, probes } from './probes/probes.ts'
import { type Question, unitOf } from './question.ts'
import { type Effort, judge } from './re-solve.ts'
import { type Refusals, refusalsOf } from './refusals.ts'
import { type Proven, smallest } from './smallest.ts'
import { makeTrials, type Trials } from './trials.ts'

/**
 * Why a customer isn't served (or placed) as asked, and the smallest changes that would do it: a fixed list of probes, each proved
 * by routes of the loosened instance that serve everyone served before and the customer too (docs/methods/why-not.md).
 */
export function whyNot(
  question: Question,
  complaint: Complaint,
  effort: Effort,
  stop: () => boolean,
): WhyNot {
  const { instance, customers, solution } = question
  const problem = compileProblem(instance)
  const refusals = refusalsOf(stateFrom(problem, solution), unitOf(problem, customers[0]!))
  const trials = makeTrials(question, effort, stop)
  const changes = changesFor(question, trials, refusals)
    .map((proven) => finish(question, trials, proven))
    .sort(bySmallness)
  const proof = changes.length > 0 ? null : trials.proof
  return {
    customer: customers[0]!,
    complaint,
    ...refusals,
    changes,
    verdict: changes.length > 0 ? 'change-found' : proof ? 'impossible' : 'none-found',
    ...(proof ? { proof } : {}),
    tried: trials.tried(),
    stopped: trials.stopped(),
  }
}

/** No change where none is needed; else single ones; else two together. */
function changesFor(question: Question, trials: Trials, refusals: Refusals): Proven[] {
  const prove = (parts: readonly ChangePart[]): Proven[] => {
    const proof = trials.ask(parts)
    return proof === null ? [] : [{ parts, proof }]
  }
  const least = (wide: Proven) => smallest(question, trials, wide)
  const unchanged = prove([{ kind: 'no-change', what: {} }])
  if (unchanged.length > 0) return unchanged
  const widest = Object.values(probes)
    .filter(({ kind }) => kind !== 'no-change')
    .flatMap((probe) => probe.widest(question) as readonly ChangePart[])
  const single = widest.flatMap((part) => prove([part]).map(least))
  return single.length > 0 ? single : workingPairs(widest, refusals, prove).map(least)
}

/** Goes on searching for a cheaper proof, and says what the change costs. */
function finish(question: Question, trials: Trials, { parts, proof }: Proven): Change {
  const { original, customers, levels, cost } = question
  const changed = applyChange(original, customers, parts)
  const thorough = trials.ask(parts, true)
  const [best] = [proof, ...(thorough ? [thorough] : [])]
    .map((routes) => judge(changed, routes))
    .sort((a, b) => compareLevels(a.levels, b.levels))
  const [first, also] = parts
  return {
    ...first!,
    ...(also ? { also } : {}),
    costDifference: rounded(best!.cost - cost),
    levels: best!.levels.map((level, k) => rounded(level - levels[k]!)),
    usedOn: daysAgainst(original, best!.solution),
    proof: best!.solution,
  }
}

const rounded = (x: number): number => Math.round(x * 1e6) / 1e6

const kinds = Object.keys(probes) as ChangeKind[]

/** What it loses elsewhere, then cost, longest day, changes and wishes; then how much; then the order of the probes. */
const bySmallness = (a: Change, b: Change): number =>
  compareLevels(a.levels, b.levels) ||
  (a.amount ?? 0) - (b.amount ?? 0) ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
