import { finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { linesOf, type Notes, numbersOf } from './number-lines.ts'
import { numbered } from './numbered.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { byRow } from './whereabouts.ts'

/**
 * Team orienteering with time windows (Righini & Salani; Montemanni & Gambardella): most profit with m vehicles, 1 unless asked.
 * Distances are cut to one decimal for Solomon's points and to two for Cordeau's, told apart by the name.
 */
export function readToptw(text: string, file: string): ReadInstance {
  const notes: Notes = { file, findings: [] }
  const lines = linesOf(text)
  const rows = new Map<number, number>()
  const missing = (section: string) =>
    notes.findings.push(finding('instance-section-missing', { file }, { section }))
  if (!lines[0]) missing('k v N t')
  const heading = lines[0] && numbersOf(lines[0], ['k', 'v', 'N', 't'], notes)
  if (!heading) return { instance: null, findings: notes.findings }
  const places = lines.slice(2).flatMap((line) => {
    const numbers = numbersOf(line, ['i', 'x', 'y', 'd', 'S', 'f', 'a', 'O', 'C'], notes)
    if (!numbers) return []
    const [id, x, y, service, prize] = numbers
    rows.set(id, line.row)
    const [open, close] = numbers.slice(-2) as [number, number]
    return [{ id, x, y, service, prize, open, close }]
  })
  const have = places.length - 1
  if (have !== heading[2])
    notes.findings.push(
      finding('instance-count-differs', { file }, { what: 'customers', want: heading[2], have }),
    )
  const depot = places[0]
  if (!depot) missing('depot')
  if (!depot) return { instance: null, findings: notes.findings }
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const instance: RoutingInstance = {
    name,
    days: 1,
    objective: 'profit',
    convention: /^pr/i.test(name) ? 'trunc100' : 'trunc10',
    depots: [{ id: depot.id, x: depot.x, y: depot.y, open: 0, close: depot.close }],
    fleets: [
      { days: [1], depot: 0, vehicles: numbered(1), capacity: Infinity, maxDuration: Infinity },
    ],
    customers: places
      .slice(1)
      .map((place) => ({ ...place, demand: 0, patterns: [1], optional: true })),
  }
  return readResult(instance, byRow(file, rows, instance), notes.findings)
}
