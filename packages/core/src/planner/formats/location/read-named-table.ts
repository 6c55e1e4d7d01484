import { type Finding, finding } from '../../../kernel/finding.ts'
import { ended, instanceOf, nameOf, type ReadLocation } from './location-parts.ts'

interface Named {
  facility_order?: unknown
  demand?: unknown
  network_distance_m?: unknown
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/**
 * A table of distances by name, as the San Francisco data of spopt is kept: `facility_order` names the columns,
 * `demand` the clients with `id` and `pop`, `network_distance_m[id]` is a client's row. Null or negative is "no way".
 */
export function readNamedTable(text: string, file: string): ReadLocation {
  const findings: Finding[] = []
  let raw: Named = {}
  try {
    raw = JSON.parse(text) as Named
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    findings.push(
      finding('instance-not-a-number', { file }, { field: 'JSON', value: message.slice(0, 80) }),
    )
  }
  const order = raw.facility_order
  const demand = raw.demand
  const table = raw.network_distance_m as Record<string, unknown> | undefined
  for (const [section, there] of [
    ['facility_order', isList(order)],
    ['demand', isList(demand)],
    ['network_distance_m', typeof table === 'object' && table !== null],
  ] as const)
    if (!there && findings.length === 0)
      findings.push(finding('instance-section-missing', { file }, { section }))
  if (findings.length > 0 || !isList(order) || !isList(demand) || !table)
    return { instance: null, findings }
  const sites = order.map(String)
  const pairs = new Float64Array(demand.length * sites.length)
  const weight = new Float64Array(demand.length)
  const ids = demand.map((entry, i) => {
    const { id, pop } = (entry ?? {}) as { id?: unknown; pop?: unknown }
    const path = `demand.${i}`
    if (typeof pop !== 'number' || !Number.isFinite(pop))
      findings.push(
        finding('instance-not-a-number', { file, path }, { field: 'pop', value: String(pop) }),
      )
    else if (pop < 0)
      findings.push(finding('instance-negative', { file, path }, { field: 'pop', value: pop }))
    else weight[i] = pop
    findings.push(...readRow(table[String(id)], String(id), sites.length, pairs, i, file))
    return String(id)
  })
  return ended(findings, () =>
    instanceOf(nameOf(file), ids, sites, { pairs, weight, demand: weight }),
  )
}

function readRow(
  row: unknown,
  id: string,
  sites: number,
  pairs: Float64Array,
  i: number,
  file: string,
): Finding[] {
  const at = { file, path: `network_distance_m.${id}` }
  if (!isList(row) || row.length !== sites)
    return [
      finding('instance-count-differs', at, {
        what: id,
        want: sites,
        have: isList(row) ? row.length : 0,
      }),
    ]
  return row.flatMap((value, j) => {
    const noWay = value === null || (typeof value === 'number' && value < 0)
    if (noWay || (typeof value === 'number' && Number.isFinite(value))) {
      pairs[i * sites + j] = noWay ? Number.POSITIVE_INFINITY : (value as number)
      return []
    }
    return [
      finding('instance-not-a-number', at, {
        field: sites === 0 ? id : `#${j + 1}`,
        value: String(value),
      }),
    ]
  })
}
