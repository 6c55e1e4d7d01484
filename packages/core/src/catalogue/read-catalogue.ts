import { type Finding, finding } from '../kernel/finding.ts'
import { Catalogue } from './catalogue.ts'

/** A catalogue from data of any shape: the catalogue, or everything that keeps it from being one. */
export function readCatalogue(data: unknown): { catalogue: Catalogue | null; findings: Finding[] } {
  const read = Catalogue.safeParse(data)
  if (read.success) return { catalogue: read.data, findings: [] }
  const findings = read.error.issues.map((issue) =>
    finding('catalogue-malformed', { path: pathOf(issue.path) }, { problem: issue.message }),
  )
  return { catalogue: null, findings: [...unknownOperators(data), ...findings] }
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** Named before the shape errors they cause, as those say less. */
function unknownOperators(data: unknown): Finding[] {
  if (!isObject(data) || !Array.isArray(data.services)) return []
  const declared = isObject(data.ruleOperators) ? data.ruleOperators : {}
  return data.services.flatMap((service, k) => {
    const entitled = isObject(service) ? service.entitled : null
    if (!isObject(service) || !isObject(entitled)) return []
    return operatorsIn(entitled.rule)
      .filter((operator) => declared[operator] === undefined)
      .map((operator) =>
        finding(
          'unknown-operator',
          { path: `services.${k}.entitled.rule` },
          { service: String(service.id ?? k), operator },
        ),
      )
  })
}

function operatorsIn(rule: unknown): string[] {
  if (!isObject(rule)) return []
  return Object.entries(rule).flatMap(([operator, operand]) => [
    operator,
    ...(Array.isArray(operand) ? operand.flatMap(operatorsIn) : operatorsIn(operand)),
  ])
}
