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

/** Clients without a candidate in reach; where one is merely too far, by how much the radius falls short. */
function unreached(instance: LocationInstance, kind: LocationKind, file: string): Finding[] {
  const n = instance.sites.length
  return instance.clients.flatMap((id, i) => {
    if (kind === 'scp' && instance.covers)
      return instance.covers[i]!.length > 0
        ? []
        : [finding('siting-client-unreached', { file }, { id })]
    const ways = instance.pairs!.subarray(i * n, (i + 1) * n)
    const nearest = ways.reduce((least, way) => Math.min(least, way), Number.POSITIVE_INFINITY)
    if (nearest === Number.POSITIVE_INFINITY)
      return [finding('siting-client-unreached', { file }, { id })]
    const radius = instance.radius ?? Number.POSITIVE_INFINITY
    if (kind !== 'scp' || isWithin(nearest, radius)) return []
    return [finding('siting-radius-short', { file }, { id, nearest, radius, by: nearest - radius })]
  })
}

function tooSmall(
  { clients, demand, p }: LocationInstance,
  capacity: Float64Array,
  kind: LocationKind,
  file: string,
): Finding[] {
  const total = demand.reduce((a, b) => a + b, 0)
  const findings = roomShort(total, capacity, kind === 'cpmp' ? p : null, file)
  if (kind === 'cwl') return findings
  const most = capacity.reduce((a, b) => Math.max(a, b), 0)
  return [
    ...findings,
    ...clients.flatMap((id, i) => {
      const facts = { id, demand: demand[i]!, capacity: most, by: demand[i]! - most }
      return facts.by > 0 ? [finding('siting-client-too-big', { file }, facts)] : []
    }),
  ]
}

/** Whether the p largest capacities, or all, hold the demand; else how many would, or by how much all fall short. */
function roomShort(
  demand: number,
  capacities: Float64Array,
  p: number | null,
  file: string,
): Finding[] {
  const falling = [...capacities].sort((a, b) => b - a)
  let [room, needed] = [0, 0]
  while (needed < falling.length && room < demand - 1e-6) room += falling[needed++]!
  if (room < demand - 1e-6)
    return [
      finding('siting-capacity-short', { file }, { demand, capacity: room, by: demand - room }),
    ]
  if (p === null || needed <= p) return []
  const capacity = falling.slice(0, p).reduce((a, b) => a + b, 0)
  return [finding('siting-p-short-of-room', { file }, { p, demand, capacity, needed })]
}
