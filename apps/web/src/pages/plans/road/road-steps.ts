import type { PlanRoad } from '@kuashan/contract/plans.ts'
import type { PlanStep } from '@kuashan/core/plan/publication.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** The steps on the way to publication, in order; a plan that is replaced or withdrawn has left it. */
export const roadSteps = [
  'draft',
  'comments',
  'notice',
  'objections',
  'review',
  'decision',
  'published',
] as const satisfies readonly PlanStep[]

const planner: Words = { zh: '规划员', en: 'planner' }
const leader: Words = { zh: '领导', en: 'leader' }

/** Who has to act while a plan stands at a step. */
export const ownerWords: Readonly<Record<(typeof roadSteps)[number], Words>> = {
  draft: planner,
  comments: { zh: '各部门提，规划员答', en: 'departments ask, planner answers' },
  notice: { zh: '乡镇和村张贴', en: 'townships and villages post' },
  objections: { zh: '村里提，规划员答', en: 'villages object, planner answers' },
  review: leader,
  decision: leader,
  published: { zh: '全县执行', en: 'the whole county' },
}

/** What the button of a step says. */
export const turnWords: Readonly<Record<PlanStep, Words>> = {
  draft: { zh: '退回起草', en: 'Back to draft' },
  comments: { zh: '送各部门征求意见', en: 'Ask the departments' },
  notice: { zh: '开始各村公示', en: 'Start the notices' },
  objections: { zh: '开始答复异议', en: 'Start answering objections' },
  review: { zh: '送风险与合法性审查', en: 'Send to review' },
  decision: { zh: '审查通过，提交集体决定', en: 'Reviewed: submit for decision' },
  published: { zh: '集体决定通过，公布', en: 'Decided: publish' },
  replaced: { zh: '取代', en: 'Replace' },
  withdrawn: { zh: '撤回这个方案', en: 'Withdraw this plan' },
}

/** Steps that need a record: the opinion, the minutes, the reason. */
export const noteWords: Readonly<Partial<Record<PlanStep, Words>>> = {
  draft: { zh: '为什么退回', en: 'Why it goes back' },
  decision: { zh: '审查意见', en: 'Opinion of the reviewers' },
  published: {
    zh: '会议纪要：哪天、谁参加、怎么定的',
    en: 'Minutes: when, who took part, what was decided',
  },
  withdrawn: { zh: '为什么撤回', en: 'Why it is withdrawn' },
}

/** Where a plan stands on the way; null once it has left it. */
export function roadAt({ step }: Pick<PlanRoad, 'step'>): number | null {
  const at = (roadSteps as readonly PlanStep[]).indexOf(step)
  return at < 0 ? null : at
}

/** The way on first, then the ways back and out. */
export const turnsOf = (road: Pick<PlanRoad, 'next'>): PlanRoad['next'] =>
  [...road.next].sort((a, b) => Number(isBack(a.to)) - Number(isBack(b.to)))

/** A step that somebody else takes: there is nothing to do about it here. */
export const isOthers = ({ missing }: PlanRoad['next'][number]): boolean =>
  missing.some(({ code }) => code === 'plan-step-not-yours')

export const isBack = (step: PlanStep): boolean => step === 'draft' || step === 'withdrawn'
