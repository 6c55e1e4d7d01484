import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingDepot, RoutingInstance } from '../../plan/routing.ts'

/** What makes an instance contradictory whatever its format. `rows` gives the line of a customer or depot where known. */
export function checkInstance(
  instance: RoutingInstance,
  file: string,
  rows: ReadonlyMap<number, number>,
): Finding[] {
  const findings: Finding[] = []
  const at = (id: number) => ({ file, ...(rows.has(id) ? { row: rows.get(id)! } : {}) })
  const seen = new Set<number>()
  for (const place of [...instance.depots, ...instance.customers]) {
    if (seen.has(place.id))
      findings.push(finding('instance-id-doubled', at(place.id), { id: place.id }))
    seen.add(place.id)
    if (place.close < place.open)
      findings.push(
        finding('instance-window-empty', at(place.id), {
          id: place.id,
          open: place.open,
          close: place.close,
        }),
      )
  }
  const biggest = Math.max(...instance.fleets.map((f) => f.capacity), 0)
  for (const customer of instance.customers)
    findings.push(...checkCustomer(customer, instance.days, biggest, at(customer.id)))
  for (const fleet of instance.fleets) {
    const place = { file, path: `fleets.${instance.fleets.indexOf(fleet)}` }
    if (fleet.capacity < 0)
      findings.push(
        finding('instance-negative', place, { field: 'capacity', value: fleet.capacity }),
      )
    if (fleet.maxDuration < 0)
      findings.push(
        finding('instance-negative', place, { field: 'duration', value: fleet.maxDuration }),
      )
    if (!instance.depots[fleet.depot])
      findings.push(finding('instance-id-unknown', place, { what: 'depot', id: fleet.depot + 1 }))
  }
  for (const matrix of [instance.matrix, instance.durations])
    if (matrix) findings.push(...checkMatrix(matrix, instance, file))
  return findings
}

function checkCustomer(
  customer: RoutingCustomer,
  days: number,
  biggest: number,
  at: Finding['at'],
): Finding[] {
  const findings: Finding[] = []
  for (const field of ['service', 'demand', 'prize'] as const)
    if (customer[field] < 0)
      findings.push(finding('instance-negative', at, { field, value: customer[field] }))
  if (customer.patterns.length === 0)
    findings.push(finding('instance-pattern-missing', at, { id: customer.id }))
  for (const pattern of customer.patterns)
    if (!Number.isInteger(pattern) || pattern <= 0 || pattern >= 2 ** days)
      findings.push(finding('instance-pattern-outside', at, { id: customer.id, pattern, days }))
  if (customer.demand > biggest)
    findings.push(
      finding('instance-demand-too-big', at, {
        id: customer.id,
        demand: customer.demand,
        capacity: biggest,
      }),
    )
  return findings
}

function checkMatrix(
  matrix: readonly (readonly number[])[],
  instance: { depots: readonly RoutingDepot[]; customers: readonly RoutingCustomer[] },
  file: string,
): Finding[] {
  const want = instance.depots.length + instance.customers.length
  const findings: Finding[] = []
  if (matrix.length !== want)
    findings.push(
      finding('instance-count-differs', { file }, { what: 'matrix', want, have: matrix.length }),
    )
  matrix.forEach((row, k) => {
    const path = `matrix.${k}`
    if (row.length !== want)
      findings.push(
        finding(
          'instance-matrix-not-square',
          { file, path },
          { line: k + 1, want, have: row.length },
        ),
      )
    row.forEach((value, j) => {
      if (value < 0)
        findings.push(
          finding('instance-negative', { file, path: `${path}.${j}` }, { field: 'matrix', value }),
        )
    })
  })
  return findings
}
