import { type Finding, finding } from '../../../kernel/finding.ts'
import type { MilpOptions, SolveMilp } from '../../../kernel/milp.ts'
import type { CountySiting, CountySitingQuestion } from '../../../plan/county-siting.ts'
import { asksMoney } from './asks-money.ts'
import { type CountySitingInput, countyLocation } from './county-location.ts'
import { reliefFindings } from './relief-findings.ts'
import { solveCountySiting } from './solve-county-siting.ts'
import { newSitePriced } from './village-candidates.ts'

/**
 * Answers a siting question of a county, with everything odd about it: what the question lacks, who is cut off, which
 * buildings are barred; and where nothing meets all requirements, what to relax.
 */
export async function askCountySiting(
  input: CountySitingInput,
  question: CountySitingQuestion,
  milp: SolveMilp,
  options?: MilpOptions,
): Promise<{ siting: CountySiting | null; findings: Finding[] }> {
  const lacking = lacks(question)
  if (lacking.length > 0) return { siting: null, findings: lacking }
  const location = countyLocation(input, question)
  if (location.sites.length === 0) {
    const none = finding('siting-no-candidate', {}, { service: question.service })
    return { siting: null, findings: [...barred(input), none] }
  }
  const findings = [...barred(input), ...oddities(input, question, location)]
  const outcome = await solveCountySiting(location, milp, options)
  if (outcome.kind === 'answer') return { siting: outcome.siting, findings }
  const why =
    outcome.kind === 'infeasible'
      ? reliefFindings(outcome.reliefs)
      : [finding('siting-none-found', {})]
  return { siting: null, findings: [...findings, ...why] }
}

function lacks({ problem, p, budgetFen }: CountySitingQuestion): Finding[] {
  const limited = p !== null || (problem === 'mclp' && budgetFen !== null)
  const needed = problem === 'p-median' || problem === 'p-centre' || problem === 'mclp'
  return needed && !limited ? [finding('siting-p-missing', {})] : []
}

const barred = ({ county }: CountySitingInput): Finding[] =>
  county.facilities
    .filter(({ unfit, conversions }) => unfit.length > 0 && conversions.length > 0)
    .map(({ id, unfit }) => finding('siting-site-barred', {}, { id, reasons: unfit.join('; ') }))

function oddities(
  { county }: CountySitingInput,
  question: CountySitingQuestion,
  { cutOff }: ReturnType<typeof countyLocation>,
): Finding[] {
  const unpriced = asksMoney(question) && !newSitePriced(county)
  return [
    ...(unpriced ? [finding('siting-new-sites-unpriced', { file: 'county.yaml' })] : []),
    ...cutOff.map(({ settlement: id, people }) =>
      finding('siting-cut-off', {}, { id, people: Math.round(people) }),
    ),
  ]
}
