import { finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { isCount, linesOf, type Notes, numbersOf } from './number-lines.ts'
import { numbered } from './numbered.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { byRow } from './whereabouts.ts'

const fields = ['id', 'x', 'y', 'demand', 'ready', 'due', 'service'] as const

/** Solomon (1987) and Gehring & Homberger (1999): one depot, windows, unrounded distances; the file's vehicle count is a limit. */
export function readSolomon(text: string, file: string): ReadInstance {
  const notes: Notes = { file, findings: [] }
  const lines = linesOf(text)
  const vehicleAt = lines.findIndex((line) => /^NUMBER\b/i.test(line.text))
  const tableAt = lines.findIndex((line) => /^CUST\b/i.test(line.text))
  for (const [at, section] of [
    [vehicleAt, 'VEHICLE NUMBER CAPACITY'],
    [tableAt, 'CUSTOMER'],
  ] as const)
    if (at < 0) notes.findings.push(finding('instance-section-missing', { file }, { section }))
  const vehicleLine = lines[vehicleAt + 1]
  if (vehicleAt < 0 || tableAt < 0 || !vehicleLine)
    return { instance: null, findings: notes.findings }
  const fleet = numbersOf(vehicleLine, ['number', 'capacity'], notes) ?? [0, 0]
  const counted = isCount(fleet[0]!, 'NUMBER', vehicleLine, notes, { least: 0 })
  const rows = new Map<number, number>()
  const places = lines.slice(tableAt + 1).flatMap((line) => {
    const numbers = numbersOf(line, fields, notes)
    if (!numbers) return []
    const [id, x, y, demand, open, close, service] = numbers
    rows.set(id, line.row)
    return [{ id, x, y, demand, open, close, service }]
  })
  const depot = places[0]
  if (!depot) {
    notes.findings.push(finding('instance-section-missing', { file }, { section: 'depot' }))
    return { instance: null, findings: notes.findings }
  }
  const instance: RoutingInstance = {
    name: lines[0]!.text,
    days: 1,
    objective: 'distance',
    convention: 'float',
    depots: [{ id: depot.id, x: depot.x, y: depot.y, open: depot.open, close: depot.close }],
    fleets: [
      {
        days: [1],
        depot: 0,
        vehicles: numbered(counted ? fleet[0]! : 0),
        capacity: fleet[1]!,
        maxDuration: Infinity,
      },
    ],
    customers: places
      .slice(1)
      .map((place) => ({ ...place, patterns: [1], prize: 0, optional: false })),
  }
  return readResult(instance, byRow(file, rows, instance), notes.findings)
}
