import { z } from 'zod'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { Memory } from '../../kernel/memory.ts'
import type { Plan } from '../../plan/plan.ts'
import { PlanEdit } from '../../plan/plan-edit.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { applyEdits, type EditedPlan } from './apply-edits.ts'

/** Edits as they come from a file: a list, or findings that name the entry. */
export function readEdits(value: unknown): { edits: PlanEdit[]; findings: Finding[] } {
  const read = z.array(PlanEdit).min(1).safeParse(value)
  if (read.success) return { edits: read.data, findings: [] }
  return {
    edits: [],
    findings: read.error.issues.map((issue) =>
      finding(
        'edit-malformed',
        { path: ['edits', ...issue.path].map(String).join('.') },
        { problem: issue.message },
      ),
    ),
  }
}

interface EditedFrom {
  name?: string | undefined
  /** Hash of the plan before. */
  parent: string
  /** Of this plan and its edits on the same base. */
  memory?: Memory
}

/** An edited plan that knows where it comes from, under a name of its own. */
export function editPlan(
  base: ChoiceGround,
  plan: Plan,
  edits: readonly PlanEdit[],
  { name, parent, memory }: EditedFrom,
): EditedPlan {
  const done = applyEdits(base, plan, edits, memory === undefined ? {} : { memory })
  if (done.plan === null) return done
  const { origin: _, name: before, ...rest } = done.plan
  const called = name ?? before
  return {
    ...done,
    plan: {
      ...rest,
      ...(called === undefined ? {} : { name: called }),
      origin: {
        parent,
        ...(before === undefined ? {} : { parentName: before }),
        edits: [...edits],
        undo: [...done.undo],
      },
    },
  }
}

/** The plan before the last edits; null where it was not edited. It is the parent to the byte where its tours are the planner's. */
export function undoEdits(base: ChoiceGround, plan: Plan): EditedPlan | null {
  if (plan.origin === undefined) return null
  const done = applyEdits(base, plan, plan.origin.undo)
  if (done.plan === null) return done
  const { origin: _, name: __, ...rest } = done.plan
  const { parentName } = plan.origin
  return { ...done, plan: parentName === undefined ? rest : { ...rest, name: parentName } }
}
