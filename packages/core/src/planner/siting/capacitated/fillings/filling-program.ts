import type { Milp } from '../../../../kernel/milp.ts'
import { milpBuilder } from '../../milp-builder.ts'
import type { Assigned, SingleSource } from '../single-source.ts'
import type { Filling } from './filling.ts'
import type { FillingPool } from './filling-pool.ts'

/** The choice among fillings as an integer program: first the sites, then the fillings. `triples` hold at most one each. */
export function fillingProgram(
  { clients, sites, demand, capacity, fixed }: SingleSource,
  { fillings, held }: FillingPool,
  triples: number,
): Milp {
  const model = milpBuilder()
  type Terms = (readonly [number, number])[]
  const lists = (count: number): Terms[] => Array.from({ length: count }, () => [])
  const used = new Set(fillings.map(({ site }) => site))
  const open = fixed.map((price, j) => (used.has(j) ? model.binary(`y ${j}`, price) : -1))
  const [byClient, bySite, byTriple] = [lists(clients), lists(sites), lists(triples)]
  fillings.forEach(({ site, clients: members, cost }, k) => {
    const z = model.binary('z', cost)
    for (const i of members) byClient[i]!.push([z, 1])
    for (const t of held[k]!) byTriple[t]!.push([z, 1])
    bySite[site]!.push([z, 1])
  })
  for (const terms of byClient) model.row('served', 1, 1, terms)
  for (const j of used) model.row('one filling', 0, 0, [...bySite[j]!, [open[j]!, -1]])
  for (const terms of byTriple)
    if (terms.length > 1) model.row('triple', Number.NEGATIVE_INFINITY, 1, terms)
  const need = demand.reduce((a, b) => a + b, 0)
  const room = [...used].map((j) => [open[j]!, capacity[j]!] as const)
  model.row('room', need, Number.POSITIVE_INFINITY, room)
  return model.build()
}

/** The answer that values of the program stand for. */
export function assignedByFillings(
  { clients, fixed }: SingleSource,
  fillings: readonly Filling[],
  values: readonly number[],
): Assigned {
  const from = values.length - fillings.length
  const chosen = fillings.filter((_, k) => values[from + k]! > 0.5)
  const siteOf = new Int32Array(clients)
  for (const { site, clients: members } of chosen) for (const i of members) siteOf[i] = site
  return {
    siteOf,
    open: chosen.map(({ site }) => site).sort((a, b) => a - b),
    cost: chosen.reduce((sum, { site, cost }) => sum + fixed[site]! + cost, 0),
  }
}
