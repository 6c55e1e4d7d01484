import { finding } from '../../kernel/finding.ts'
import type { ArcConvention, RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import { isCount, linesOf, mostCounted, type Notes, numbersOf } from './number-lines.ts'
import { numbered } from './numbered.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { readMatrix } from './vrplib-matrix.ts'
import { cut, keyNumber, noteUnread, type Parts, table } from './vrplib-parts.ts'
import { byRow } from './whereabouts.ts'

/** What is known of each node, counted from 1; tables that the file lacks are null. */
interface Nodes {
  size: number
  depots: number[]
  coordinates: Map<number, number[]> | null
  matrix: number[][] | null
  demand: Map<number, number[]> | null
  window: Map<number, number[]> | null
  service: Map<number, number[]> | null
}

/**
 * CVRPLIB and the VRPLIB dialect of PyVRP: capacity, windows, service, several depots, duration limits, explicit matrices.
 * Nodes count from 1 and depots stand among them; customers are numbered from 1 as in the `.sol` files (node − depots).
 * Arcs are rounded to whole numbers; with windows they are cut to one decimal (DIMACS), with several depots as well they are
 * exact to a thousandth (PyVRP).
 */
export function readVrplib(text: string, file: string): ReadInstance {
  const notes: Notes = { file, findings: [] }
  const parts = cut(linesOf(text))
  noteUnread(parts, notes)
  const nodes = readNodes(parts, notes)
  if (!nodes) return { instance: null, findings: notes.findings }
  const instance = toInstance(parts, nodes, notes)
  const rows = new Map(
    (parts.sections.get('NODE_COORD') ?? []).map((line) => [
      Number.parseInt(line.text, 10) - nodes.depots.length,
      line.row,
    ]),
  )
  return readResult(instance, byRow(file, rows, instance), notes.findings)
}

function readNodes(parts: Parts, notes: Notes): Nodes | null {
  const at = { file: notes.file }
  const size = keyNumber(parts, 'DIMENSION', notes)
  if (!isCount(size, 'DIMENSION', { row: 1, text: '' }, notes)) return null
  const coordinates = table(parts, 'NODE_COORD', ['x', 'y'], notes)
  const drawn = coordinates ?? table(parts, 'DISPLAY_DATA', ['x', 'y'], notes)
  if (!coordinates && !parts.sections.has('EDGE_WEIGHT'))
    notes.findings.push(finding('instance-section-missing', at, { section: 'NODE_COORD_SECTION' }))
  const demand = table(parts, 'DEMAND', ['demand'], notes)
  const window = table(parts, 'TIME_WINDOW', ['open', 'close'], notes)
  const service = table(parts, 'SERVICE_TIME', ['service'], notes)
  const tables = { NODE_COORD: drawn, DEMAND: demand, TIME_WINDOW: window, SERVICE_TIME: service }
  for (const [what, found] of Object.entries(tables))
    if (found && (found.size !== size || !numbered(size).every((id) => found.has(id))))
      notes.findings.push(
        finding('instance-count-differs', at, {
          what: `${what}_SECTION`,
          want: size,
          have: found.size,
        }),
      )
  const depots = readDepots(parts, size, notes)
  const broken = notes.findings.some((f) => f.severity === 'error')
  const matrix = broken ? null : readMatrix(parts, size, coordinates, notes)
  return notes.findings.some((f) => f.severity === 'error')
    ? null
    : { size, depots, coordinates: drawn, matrix, demand, window, service }
}

function readDepots(parts: Parts, size: number, notes: Notes): number[] {
  const lines = parts.sections.get('DEPOT') ?? []
  const depots: number[] = []
  for (const line of lines) {
    const id = numbersOf(line, ['depot'], notes)?.[0]
    if (id === undefined || id === -1) continue
    const at = { file: notes.file, row: line.row }
    if (!Number.isInteger(id) || id < 1 || id > size)
      notes.findings.push(finding('instance-id-unknown', at, { what: 'depot', id }))
    else if (depots.includes(id)) notes.findings.push(finding('instance-id-doubled', at, { id }))
    else depots.push(id)
  }
  if (lines.length === 0 || (depots.length === 0 && notes.findings.length === 0))
    notes.findings.push(
      finding('instance-section-missing', { file: notes.file }, { section: 'DEPOT_SECTION' }),
    )
  return depots
}

function toInstance(parts: Parts, nodes: Nodes, notes: Notes): RoutingInstance {
  const { coordinates, matrix, demand, window, service } = nodes
  const stay = parts.keys.has('SERVICE_TIME') ? keyNumber(parts, 'SERVICE_TIME', notes) : 0
  const place = (node: number) => ({
    id: node - nodes.depots.length,
    x: coordinates?.get(node)?.[0] ?? 0,
    y: coordinates?.get(node)?.[1] ?? 0,
    open: window?.get(node)?.[0] ?? 0,
    close: window?.get(node)?.[1] ?? Infinity,
  })
  const isDepot = new Set(nodes.depots)
  const customers = numbered(nodes.size).filter((node) => !isDepot.has(node))
  const order = [...nodes.depots, ...customers].map((node) => node - 1)
  const rounded: ArcConvention = nodes.depots.length > 1 ? 'exact1000' : 'trunc10'
  return {
    name: parts.keys.get('NAME') ?? notes.file,
    days: 1,
    objective: 'distance',
    convention: window ? rounded : 'round',
    depots: nodes.depots.map(place),
    fleets: readFleets(parts, nodes.depots, customers.length, notes),
    customers: customers.map((node) => ({
      ...place(node),
      service: service?.get(node)?.[0] ?? stay,
      demand: demand?.get(node)?.[0] ?? 0,
      patterns: [1],
      prize: 0,
      optional: false,
    })),
    ...(matrix ? { matrix: order.map((a) => order.map((b) => matrix[a]![b]!)) } : {}),
  }
}

/** Vehicles by depot as VEHICLES_DEPOT_SECTION says, or as many as customers from every depot. */
function readFleets(
  parts: Parts,
  depots: readonly number[],
  customers: number,
  notes: Notes,
): RoutingFleet[] {
  const limit = parts.keys.has('VEHICLES_MAX_DURATION') ? 'VEHICLES_MAX_DURATION' : 'DISTANCE'
  const maxDuration = keyNumber(parts, limit, notes, Infinity)
  const capacity = keyNumber(parts, 'CAPACITY', notes, Infinity)
  const homes = table(parts, 'VEHICLES_DEPOT', ['depot'], notes)
  for (const [vehicle, [home]] of homes ?? [])
    if (!depots.includes(home!))
      notes.findings.push(
        finding(
          'instance-id-unknown',
          { file: notes.file },
          { what: `depot (${vehicle})`, id: home! },
        ),
      )
  const count = Math.min(keyNumber(parts, 'VEHICLES', notes, customers), customers, mostCounted)
  const all = numbered(count > 0 ? Math.floor(count) : 0)
  return depots.map((node, depot) => ({
    days: [1],
    depot,
    vehicles: homes
      ? [...homes].filter(([, home]) => home[0] === node).map(([vehicle]) => vehicle)
      : all,
    capacity,
    maxDuration,
  }))
}
