import type { Rule } from './rule.ts'
import type { Service } from './service.ts'

/**
 * Who goes first where not everybody can be served: 0 basic services for the weak, 1 other basic services, 2 other
 * services for the weak, 3 the rest. Basic before non-basic (A48); within each the elderly, people with disabilities,
 * minors and families in difficulty first (A96).
 */
export type PriorityClass = 0 | 1 | 2 | 3

export const priorityClasses: readonly PriorityClass[] = [0, 1, 2, 3]

/** The class of a service, from its catalogue row alone: `basic`, and whom its rule entitles. */
export const priorityClassOf = (service: Pick<Service, 'basic' | 'entitled'>): PriorityClass => {
  const weak = onlyForTheWeak(service.entitled.rule)
  if (service.basic) return weak ? 0 : 1
  return weak ? 2 : 3
}

/** Ages, in years, that make a minor or an elder. */
const minorBelow = 18
const elderFrom = 60

/** Attributes that hold only of people with disabilities, in care, or in difficulty. */
const weakWhenTrue = [
  'leftBehindChild',
  'guardianAbsent',
  'livesAlone',
  'emptyNest',
  'bedridden',
  'displacedBySchoolClosure',
]
const weakFromOne = ['disabilityLevel', 'ltcGrade', 'abilityBand']
const inDifficulty = ['dibao', 'dibaoEdge', 'tekun', 'temporaryAid']
const schoolOfMinors = ['kindergarten', 'primary', 'junior']

/** Whether everybody whom a rule entitles is of those groups. */
export function onlyForTheWeak(rule: Rule): boolean {
  if ('all' in rule) return rule.all.some(onlyForTheWeak)
  if ('any' in rule) return rule.any.length > 0 && rule.any.every(onlyForTheWeak)
  if ('not' in rule) return false
  if ('eq' in rule) return isWeak(rule.eq[0], [rule.eq[1]])
  if ('in' in rule) return isWeak(rule.in[0], rule.in[1])
  if ('has' in rule) return false
  if ('ge' in rule) return fromAge(rule.ge[0], rule.ge[1]) || weakLevel(rule.ge[0], rule.ge[1])
  if ('gt' in rule)
    return fromAge(rule.gt[0], rule.gt[1] + 1) || weakLevel(rule.gt[0], rule.gt[1] + 1)
  if ('le' in rule) return belowAge(rule.le[0], rule.le[1] + 1) || rule.le[0] === 'disabilityLevel'
  return belowAge(rule.lt[0], rule.lt[1]) || rule.lt[0] === 'disabilityLevel'
}

const fromAge = (attribute: string, years: number): boolean =>
  attribute === 'age' && years >= elderFrom

const belowAge = (attribute: string, limit: number): boolean =>
  (attribute === 'age' && limit <= minorBelow) ||
  (attribute === 'ageMonths' && limit <= minorBelow * 12)

const weakLevel = (attribute: string, level: number): boolean =>
  weakFromOne.includes(attribute) && level >= 1

function isWeak(attribute: string, values: readonly (string | number | boolean)[]): boolean {
  const only = (allowed: readonly unknown[]) => values.every((v) => allowed.includes(v))
  if (attribute === 'aidStatus') return only(inDifficulty)
  if (attribute === 'schoolStage') return only(schoolOfMinors)
  return weakWhenTrue.includes(attribute) && only([true])
}
