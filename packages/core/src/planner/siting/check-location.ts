import { type Finding, finding } from '../../kernel/finding.ts'
import { isWithin, type LocationInstance, type LocationKind } from '../../plan/location.ts'

const needsP: readonly LocationKind[] = ['p-median', 'p-centre', 'mclp', 'cpmp']
const needsCapacity: readonly LocationKind[] = ['cwl', 'sscflp', 'cpmp']

/** What a kind of problem asks of an instance and does not find there: all of it. */
export function checkLocation(
  instance: LocationInstance,
  kind: LocationKind,
  file: string,
): Finding[] {
  const at = { file }
  const { p, radius, sites } = instance
  const missing = (part: string): Finding[] => [finding('siting-part-missing', at, { part })]
  const findings: Finding[] = []
  if (needsP.includes(kind)) {
    if (p === null) findings.push(finding('siting-p-missing', at))
    else if (!Number.isInteger(p) || p < 1 || p > sites.length)
      findings.push(finding('siting-p-outside', at, { p, sites: sites.length }))
  }
  const byRadius = kind === 'mclp' || (kind === 'scp' && !instance.covers)
  if (byRadius && radius === null) findings.push(finding('siting-radius-missing', at))
  if (kind === 'scp' ? !instance.covers && !instance.pairs : !instance.pairs)
    return [...findings, ...missing('distances / 距离')]
  if (needsCapacity.includes(kind) && kind !== 'cwl' && !instance.capacity)
    return [...findings, ...missing('capacities / 容量')]
  if (kind !== 'mclp') findings.push(...unreached(instance, kind, file))
  if (instance.capacity && needsCapacity.includes(kind))
    findings.push(...tooSmall(instance, instance.capacity, kind, file))
  return findings
}

function unreached(instance: LocationInstance, kind: LocationKind, file: string): Finding[] {
  const n = instance.sites.length
  const limit = kind === 'scp' ? (instance.radius ?? 0) : Number.MAX_VALUE
  return instance.clients.flatMap((id, i) => {
    const reached =
      kind === 'scp' && instance.covers
        ? instance.covers[i]!.length > 0
        : instance.pairs!.subarray(i * n, (i + 1) * n).some((d) => isWithin(d, limit))
    return reached ? [] : [finding('siting-client-unreached', { file }, { id })]
  })
}

function tooSmall(
  { clients, demand, p }: LocationInstance,
  capacity: Float64Array,
  kind: LocationKind,
  file: string,
): Finding[] {
  const falling = [...capacity].sort((a, b) => b - a)
  const most = falling[0] ?? 0
  const room = falling.slice(0, kind === 'cpmp' ? (p ?? 0) : undefined).reduce((a, b) => a + b, 0)
  const total = demand.reduce((a, b) => a + b, 0)
  const findings =
    total > room + 1e-6 && (kind !== 'cpmp' || p !== null)
      ? [finding('siting-capacity-short', { file }, { demand: total, capacity: room })]
      : []
  if (kind === 'cwl') return findings
  return [
    ...findings,
    ...clients.flatMap((id, i) =>
      demand[i]! > most
        ? [finding('siting-client-too-big', { file }, { id, demand: demand[i]!, capacity: most })]
        : [],
    ),
  ]
}
