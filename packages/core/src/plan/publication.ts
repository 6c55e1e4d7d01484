import { z } from 'zod'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Role } from '../people/role.ts'

/**
 * The road of a plan to publication: departments comment, every village gets a page, objections are answered with the
 * price and with who would be displaced, risk and legality are reviewed, the county decides together.
 */
export const PlanStep = z.enum([
  'draft',
  'comments',
  'notice',
  'objections',
  'review',
  'decision',
  'published',
  'replaced',
  'withdrawn',
])
export type PlanStep = z.infer<typeof PlanStep>

/** Steps at which a plan hangs in the villages or is in force: residents and those who serve them may know it. */
export const publicSteps: ReadonlySet<PlanStep> = new Set([
  'notice',
  'objections',
  'review',
  'decision',
  'published',
])

export const planStepNames: Readonly<Record<PlanStep, { zh: string; en: string }>> = {
  draft: { zh: '起草', en: 'draft' },
  comments: { zh: '部门意见', en: 'departments’ comments' },
  notice: { zh: '公示', en: 'notice' },
  objections: { zh: '异议答复', en: 'objections' },
  review: { zh: '风险与合法性审查', en: 'risk and legality review' },
  decision: { zh: '集体决定', en: 'collective decision' },
  published: { zh: '已公布', en: 'published' },
  replaced: { zh: '已被取代', en: 'replaced' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

const roleNames: Partial<Record<Role, { zh: string; en: string }>> = {
  planner: { zh: '规划员', en: 'planner' },
  leader: { zh: '领导', en: 'leader' },
}

interface Turn {
  from: readonly PlanStep[]
  to: PlanStep
  owners: readonly Role[]
  /** A record that must be given: the reviewers' opinion, the minutes of the decision, the reason. */
  note?: true
}

const turns: readonly Turn[] = [
  { from: ['draft'], to: 'comments', owners: ['planner'] },
  { from: ['comments'], to: 'notice', owners: ['planner'] },
  { from: ['notice'], to: 'objections', owners: ['planner'] },
  { from: ['objections'], to: 'review', owners: ['planner'] },
  { from: ['review'], to: 'decision', owners: ['leader'], note: true },
  { from: ['decision'], to: 'published', owners: ['leader'], note: true },
  { from: ['comments', 'notice', 'objections'], to: 'draft', owners: ['planner'], note: true },
  { from: ['review', 'decision'], to: 'draft', owners: ['leader'], note: true },
  {
    from: ['draft', 'comments', 'notice', 'objections', 'review', 'decision'],
    to: 'withdrawn',
    owners: ['planner', 'leader'],
    note: true,
  },
]

/** What is known of a plan when somebody wants it to go on. */
export interface PublicationFacts {
  role: string
  note: string
  /** Errors of the independent checker in the newest document. */
  errors: number
  unansweredComments: number
  unansweredObjections: number
  /** Villages the plan touches where no notice has been posted. */
  villagesWithoutNotice: number
}

/** What must hold before a step is taken; all that does not is said. */
const conditions = (to: PlanStep, facts: PublicationFacts): Finding[] => {
  const found: Finding[] = []
  const forward = to !== 'draft' && to !== 'withdrawn'
  if (forward && facts.errors > 0)
    found.push(finding('plan-has-errors', {}, { count: facts.errors }))
  if (to === 'notice' && facts.unansweredComments > 0)
    found.push(finding('plan-unanswered', {}, { count: facts.unansweredComments }))
  if (to === 'objections' && facts.villagesWithoutNotice > 0)
    found.push(finding('plan-villages-without-notice', {}, { count: facts.villagesWithoutNotice }))
  const answersDue = to === 'review' || to === 'decision' || to === 'published'
  if (answersDue && facts.unansweredObjections > 0)
    found.push(finding('plan-unanswered', {}, { count: facts.unansweredObjections }))
  return found
}

/** Why a plan may not go from one step to another now; nothing found, and it may. */
export function stepFindings(from: PlanStep, to: PlanStep, facts: PublicationFacts): Finding[] {
  const turn = turns.find((t) => t.to === to && t.from.includes(from))
  const [here, there] = [planStepNames[from], planStepNames[to]]
  if (!turn) {
    const words = { from: here.en, fromZh: here.zh, to: there.en, toZh: there.zh }
    return [finding('plan-step-not-possible', {}, words)]
  }
  const owners = turn.owners.map((role) => roleNames[role] ?? { zh: role, en: role })
  if (!turn.owners.some((role) => role === facts.role))
    return [
      finding(
        'plan-step-not-yours',
        {},
        {
          owners: owners.map((o) => o.en).join(', '),
          ownersZh: owners.map((o) => o.zh).join('、'),
        },
      ),
    ]
  const missing = turn.note && facts.note.trim() === '' ? [finding('plan-step-needs-note', {})] : []
  return [...missing, ...conditions(to, facts)]
}
