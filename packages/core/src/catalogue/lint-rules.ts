import { type Finding, finding } from '../kernel/finding.ts'
import type { Catalogue } from './catalogue.ts'
import type { Rule } from './rule.ts'
import { partsOf, passes, type Scalar, testOf, testsOf } from './rule-share.ts'
import type { Service } from './service.ts'

/** What is wrong with the entitlement rule of each service (A14, A50). */
export const lintRules = (catalogue: Catalogue): Finding[] => [
  ...catalogue.services.flatMap((service) => [
    ...unknownWords(catalogue, service),
    ...(service.basic ? gates(service) : []),
    ...withoutBasis(catalogue, service),
  ]),
  ...unconfirmed(catalogue),
]

const at = (service: Service, part: string) => ({ path: `services.${service.id}.${part}` })

/** Operators of a rule, groups included. */
function operatorsOf(rule: Rule): string[] {
  return [Object.keys(rule)[0] ?? '', ...partsOf(rule).flatMap(operatorsOf)]
}

function unknownWords(catalogue: Catalogue, service: Service): Finding[] {
  const { rule } = service.entitled
  const operators = [...new Set(operatorsOf(rule))]
    .filter((operator) => catalogue.ruleOperators[operator] === undefined)
    .map((operator) =>
      finding('unknown-operator', at(service, 'entitled.rule'), { service: service.id, operator }),
    )
  const attributes = [...new Set(testsOf(rule).map((t) => t.attribute))]
    .filter((attribute) => catalogue.attributes[attribute] === undefined)
    .map((attribute) =>
      finding('unknown-attribute', at(service, 'entitled.rule'), {
        service: service.id,
        attribute,
      }),
    )
  return [...operators, ...attributes]
}

/** Nobody who lives here may be turned away by hukou, openly or by the residence test. */
function gates(service: Service): Finding[] {
  const { rule } = service.entitled
  const facts = { service: service.id, rule: JSON.stringify(rule) }
  const found: Finding[] = []
  if (testsOf(rule).some((t) => t.attribute === 'hukouHere'))
    found.push(finding('hukou-gates-basic-service', at(service, 'entitled.rule'), facts))
  if (excludesPermanent(rule))
    found.push(finding('residence-gates-basic-service', at(service, 'entitled.rule'), facts))
  return found
}

const residences = ['registeredAway', 'temporary'] as const
/** 2^14 truth assignments at most; longer rules are judged on their residence tests alone. */
const mostAtoms = 14

/**
 * True when somebody qualifies who lives elsewhere and, all else equal, would not by living here. Tried for every
 * truth assignment of the other tests.
 */
function excludesPermanent(rule: Rule): boolean {
  const tests = testsOf(rule)
  if (!tests.some((t) => t.attribute === 'residence')) return false
  const atoms = [
    ...new Set(tests.filter((t) => t.attribute !== 'residence').map((t) => JSON.stringify(t))),
  ]
  const count = Math.min(atoms.length, mostAtoms)
  for (let bits = 0; bits < 2 ** count; bits++) {
    const truth = (test: string) =>
      ((bits >> Math.min(atoms.indexOf(test), mostAtoms - 1)) & 1) === 1
    if (holds(rule, 'permanent', truth)) continue
    if (residences.some((residence) => holds(rule, residence, truth))) return true
  }
  return false
}

function holds(rule: Rule, residence: Scalar, truth: (test: string) => boolean): boolean {
  if ('all' in rule) return rule.all.every((r) => holds(r, residence, truth))
  if ('any' in rule) return rule.any.some((r) => holds(r, residence, truth))
  if ('not' in rule) return !holds(rule.not, residence, truth)
  const test = testOf(rule)!
  return test.attribute === 'residence'
    ? passes(test.operator, residence, test.operand)
    : truth(JSON.stringify(test))
}

function withoutBasis(catalogue: Catalogue, service: Service): Finding[] {
  const source = service.legalBasisSource
  const named = service.legalBasis && source && catalogue.sources[source] !== undefined
  if (named) return []
  const code = service.basic ? 'rule-without-basis' : 'programme-without-basis'
  return [finding(code, at(service, 'legalBasis'), { service: service.id })]
}

function unconfirmed(catalogue: Catalogue): Finding[] {
  const services = catalogue.services
    .filter((s) => s.legalBasis && (s.legalBasisSource === 'G' || s.legalBasisSource === 'A'))
    .map((s) => s.id)
    .sort()
  if (services.length === 0) return []
  return [
    finding(
      'basis-unconfirmed',
      { path: 'services' },
      { count: services.length, services: services.join(' ') },
    ),
  ]
}
