import { type Finding, finding } from '../../../kernel/finding.ts'
import type { LocationInstance } from '../../../plan/location.ts'
import { milpBuilder } from '../milp-builder.ts'
import { reliefProof } from '../relief-proof.ts'
import type { SitingRun } from '../siting-run.ts'

/** Pairs beyond which the integer program is not tried. */
const mostPairs = 60_000

/**
 * Why whole clients do not fit, though their sum would: the least room that sites lack in all, site by site. Empty where
 * they do fit, or nothing was proven in the time.
 */
export async function roomRelief(instance: LocationInstance, run: SitingRun): Promise<Finding[]> {
  const { clients, sites, capacity, demand, pairs, p } = instance
  if (!capacity || !pairs || pairs.length > mostPairs) return []
  const model = milpBuilder()
  const open = sites.map((id) => model.binary(`y ${id}`, 0))
  const lack = sites.map((id) => model.continuous(`lack ${id}`, 1))
  const load: (readonly [number, number])[][] = sites.map(() => [])
  clients.forEach((id, i) => {
    const served = sites.flatMap((_, j) => {
      if (pairs[i * sites.length + j] === Number.POSITIVE_INFINITY) return []
      const x = model.binary(`x ${id}`, 0)
      load[j]!.push([x, demand[i]!])
      return [[x, 1] as const]
    })
    model.row(`served ${id}`, 1, 1, served)
  })
  const all = demand.reduce((a, b) => a + b, 0)
  sites.forEach((id, j) => {
    const room = [open[j]!, -capacity[j]!] as const
    model.row(`room ${id}`, Number.NEGATIVE_INFINITY, 0, [...load[j]!, room, [lack[j]!, -1]])
    model.row(`open ${id}`, Number.NEGATIVE_INFINITY, 0, [
      [lack[j]!, 1],
      [open[j]!, -all],
    ])
  })
  const sum = open.map((y) => [y, 1] as const)
  if (p !== null) model.row('p', p, p, sum)
  const result = await run.milp(model.build(), {
    gap: 0,
    timeLimit: Math.max(0.1, run.secondsLeft()),
  })
  if (result.values.length === 0 || result.bound <= 1e-6) return []
  const list = sites.flatMap((id, j) => {
    const by = result.values[lack[j]!]!
    return by > 1e-6 ? [`${id} ${Math.round(by * 1e6) / 1e6}`] : []
  })
  return [
    finding('siting-infeasible', {}),
    finding(
      'siting-relax-capacity',
      {},
      {
        list: list.join(', '),
        listZh: list.join('、'),
        count: list.length,
        by: Math.round(result.objective * 1e6) / 1e6,
        ...reliefProof(result.status === 'optimal'),
      },
    ),
  ]
}
