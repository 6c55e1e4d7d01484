import { type Finding, finding } from '../kernel/finding.ts'
import { isWithin, type LocationInstance, type LocationKind, type Sited } from '../plan/location.ts'

/** An answer recomputed from the raw instance. */
export interface CheckedSited {
  /** By the shares that the answer states. */
  cost: number
  findings: Finding[]
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b))

/** Tests an answer against what its kind of problem demands, and prices it anew. */
export function checkSited(
  instance: LocationInstance,
  kind: LocationKind,
  sited: Sited,
): CheckedSited {
  const findings: Finding[] = []
  const wrong = (what: string, id: number | string, want: number, have: number): void => {
    findings.push(finding('siting-answer-wrong', {}, { what, id, want, have }))
  }
  const isOpen = new Set(sited.open)
  const load = new Float64Array(instance.sites.length)
  sited.shares.forEach((list, i) => {
    const id = instance.clients[i]!
    const total = list.reduce((sum, { share }) => sum + share, 0)
    const mayLack = kind === 'mclp' && list.length === 0
    if (!mayLack && !near(total, 1)) wrong('share', id, 1, total)
    if (kind !== 'cwl' && list.length > 1) wrong('sites', id, 1, list.length)
    for (const { site, share } of list) {
      load[site]! += share * instance.demand[i]!
      if (!isOpen.has(site)) wrong('open', instance.sites[site]!, 1, 0)
      if (share < 0) wrong('share', id, 0, share)
      if (!reaches(instance, kind, i, site)) wrong('reach', id, 1, 0)
    }
  })
  if (instance.p !== null && ['p-median', 'p-centre', 'mclp', 'cpmp'].includes(kind))
    if (isOpen.size !== instance.p) wrong('open', 'p', instance.p, isOpen.size)
  if (instance.capacity && ['cwl', 'sscflp', 'cpmp'].includes(kind))
    load.forEach((used, j) => {
      const room = instance.capacity![j]!
      if (used > room + 1e-6 * (1 + room)) wrong('capacity', instance.sites[j]!, room, used)
    })
  const cost = costOf(instance, kind, sited)
  if (!near(sited.cost, cost)) wrong('cost', kind, cost, sited.cost)
  return { cost, findings }
}

const pairOf = (instance: LocationInstance, i: number, j: number): number =>
  instance.pairs?.[i * instance.sites.length + j] ?? Number.POSITIVE_INFINITY

function reaches(instance: LocationInstance, kind: LocationKind, i: number, j: number): boolean {
  if (kind === 'scp' && instance.covers) return instance.covers[i]!.includes(j)
  if (kind === 'scp' || kind === 'mclp')
    return isWithin(pairOf(instance, i, j), instance.radius ?? 0)
  return pairOf(instance, i, j) < Number.POSITIVE_INFINITY
}

function costOf(instance: LocationInstance, kind: LocationKind, { open, shares }: Sited): number {
  const fixed = open.reduce((sum, j) => sum + (instance.fixed?.[j] ?? 0), 0)
  const byShare = (price: (i: number, site: number) => number): number =>
    shares.reduce(
      (sum, list, i) => sum + list.reduce((s, { site, share }) => s + share * price(i, site), 0),
      0,
    )
  switch (kind) {
    case 'p-median':
      return byShare((i, site) => instance.weight[i]! * pairOf(instance, i, site))
    case 'p-centre':
      return shares.reduce(
        (most, list, i) => Math.max(most, ...list.map(({ site }) => pairOf(instance, i, site))),
        0,
      )
    case 'mclp':
      return byShare((i) => instance.weight[i]!)
    case 'scp':
      return instance.fixed ? fixed : open.length
    case 'cwl':
    case 'sscflp':
      return fixed + byShare((i, site) => pairOf(instance, i, site))
    case 'cpmp':
      return byShare((i, site) => pairOf(instance, i, site))
  }
}
