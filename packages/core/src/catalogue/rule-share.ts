import type { Rule } from './rule.ts'

export type Scalar = string | number | boolean

/** Chances of an attribute's values for people of one age; what is left of 1 is "none" (null). */
export type Chances = readonly { value: Scalar; chance: number }[]

/** What is known of people of one age at one place. `null`: nothing known of this attribute. */
export interface Odds {
  /** Attributes of one value. */
  one: (attribute: string) => Chances | null
  /** The chance that a set attribute contains the value. */
  has: (attribute: string, value: Scalar) => number | null
}

type TestRule = Exclude<Rule, { all: Rule[] } | { any: Rule[] } | { not: Rule }>

/** A single test of a rule taken apart. */
export interface Test {
  operator: string
  attribute: string
  operand: unknown
}

/** The attribute and operand of a single test; null for `all`, `any` and `not`. */
export function testOf(rule: Rule): Test | null {
  if ('all' in rule || 'any' in rule || 'not' in rule) return null
  const [operator, [attribute, operand]] = Object.entries(rule as TestRule)[0]! as [
    string,
    [string, unknown],
  ]
  return { operator, attribute, operand }
}

export function partsOf(rule: Rule): readonly Rule[] {
  if ('all' in rule) return rule.all
  if ('any' in rule) return rule.any
  return 'not' in rule ? [rule.not] : []
}

/** Every single test of a rule, left to right. */
export function testsOf(rule: Rule): Test[] {
  const own = testOf(rule)
  return own ? [own] : partsOf(rule).flatMap(testsOf)
}

/** Whether a value passes a test; null (not known to have any) passes none. */
export function passes(operator: string, value: Scalar | null, operand: unknown): boolean {
  if (value === null) return false
  switch (operator) {
    case 'eq':
      return value === operand
    case 'in':
      return (operand as Scalar[]).includes(value)
    case 'ge':
      return Number(value) >= (operand as number)
    case 'gt':
      return Number(value) > (operand as number)
    case 'le':
      return Number(value) <= (operand as number)
    case 'lt':
      return Number(value) < (operand as number)
    default:
      return false
  }
}

/**
 * The share of people of one age for whom a rule holds, attributes taken as independent of one another:
 * `all` multiplies, `any` is 1 - ∏(1 - p), `not` is 1 - p. An attribute tested more than once is not independent of
 * itself, so the rule is split over its values first (Shannon's expansion) and the parts added: exact.
 * An attribute of which nothing is known is put in `missing`, and its tests hold for nobody.
 */
export function shareOf(rule: Rule, odds: Odds, missing: Set<string>): number {
  const repeated = repeatedAttribute(rule, odds)
  if (repeated === null) return productShare(rule, odds, missing)
  const chances = odds.one(repeated)!
  const rest = 1 - chances.reduce((sum, c) => sum + c.chance, 0)
  const given = (value: Scalar | null): number =>
    shareOf(
      rule,
      {
        ...odds,
        one: (a) => (a === repeated ? (value === null ? [] : [{ value, chance: 1 }]) : odds.one(a)),
      },
      missing,
    )
  return chances.reduce(
    (sum, c) => sum + c.chance * given(c.value),
    rest > 1e-12 ? rest * given(null) : 0,
  )
}

/** An attribute tested twice whose value is still open. */
function repeatedAttribute(rule: Rule, odds: Odds): string | null {
  const seen = new Set<string>()
  for (const { operator, attribute } of testsOf(rule)) {
    if (operator === 'has') continue
    if (seen.has(attribute)) {
      const chances = odds.one(attribute)
      if (chances?.some((c) => c.chance > 0 && c.chance < 1)) return attribute
    }
    seen.add(attribute)
  }
  return null
}

function productShare(rule: Rule, odds: Odds, missing: Set<string>): number {
  if ('all' in rule) return rule.all.reduce((p, r) => p * productShare(r, odds, missing), 1)
  if ('any' in rule)
    return 1 - rule.any.reduce((p, r) => p * (1 - productShare(r, odds, missing)), 1)
  if ('not' in rule) return 1 - productShare(rule.not, odds, missing)
  const { operator, attribute, operand } = testOf(rule)!
  if (operator === 'has') {
    const chance = odds.has(attribute, operand as Scalar)
    if (chance === null) missing.add(attribute)
    return chance ?? 0
  }
  const chances = odds.one(attribute)
  if (chances === null) missing.add(attribute)
  return (chances ?? []).reduce(
    (sum, c) => sum + (passes(operator, c.value, operand) ? c.chance : 0),
    0,
  )
}
