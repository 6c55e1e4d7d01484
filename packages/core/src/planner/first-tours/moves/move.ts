import type { Candidate, TemplateSet } from '../templates/template-set.ts'

/**
 * One kind of change to the templates. Looks at template `t` and those in `near` and returns the
 * best change that is a gain, or null. Never changes the set.
 */
export interface Move {
  name: string
  best(set: TemplateSet, t: number, near: readonly number[]): Candidate | null
}
