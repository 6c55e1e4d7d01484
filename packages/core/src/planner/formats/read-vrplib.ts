import { finding } from '../../kernel/finding.ts'
import type { ArcConvention, RoutingFleet } from '../../plan/routing.ts'
import { type Line, linesOf, type Notes, numbersOf } from './number-lines.ts'
import { type ReadInstance, readResult } from './read-result.ts'

/** The file cut into `KEY : value` and sections. */
interface Parts {
  keys: Map<string, string>
  sections: Map<string, Line[]>
}

function cut(lines: readonly Line[]): Parts {
  const parts: Parts = { keys: new Map(), sections: new Map() }
  let section: Line[] | null = null
  for (const line of lines) {
    if (/^EOF$/i.test(line.text)) break
    const heading = /^([A-Z_]+)_SECTION\b/i.exec(line.text)?.[1]
    const pair = /^([A-Z_]+)\s*:\s*(.*)$/i.exec(line.text)
    if (heading) {
      section = []
      parts.sections.set(heading.toUpperCase(), section)
    } else if (pair) parts.keys.set(pair[1]!.toUpperCase(), pair[2]!.replace(/^"|"$/g, '').trim())
    else section?.push(line)
  }
  return parts
}

/** `number → numbers` of a section, or null when the file has none. */
function table(
  parts: Parts,
  name: string,
  fields: readonly string[],
  notes: Notes,
): Map<number, number[]> | null {
  const lines = parts.sections.get(name)
  if (!lines) return null
  const found = new Map<number, number[]>()
  for (const line of lines) {
    const numbers = numbersOf(line, ['node', ...fields], notes)
    if (!numbers) continue
    const id = numbers[0]!
    if (found.has(id))
      notes.findings.push(
        finding('instance-id-doubled', { file: notes.file, row: line.row }, { id }),
      )
    found.set(id, numbers.slice(1))
  }
  return found
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
  const { keys } = parts
  const size = number(parts, 'DIMENSION', notes)
  const capacity = number(parts, 'CAPACITY', notes, Infinity)
  const coordinates = table(parts, 'NODE_COORD', ['x', 'y'], notes)
  const matrix = readMatrix(parts, size, notes)
  if (!coordinates && !matrix)
    notes.findings.push(
      finding('instance-section-missing', { file }, { section: 'NODE_COORD_SECTION' }),
    )
  const depotIds = (parts.sections.get('DEPOT') ?? [])
    .flatMap((line) => numbersOf(line, ['depot'], notes) ?? [])
    .filter((id) => id > 0)
  if (depotIds.length === 0)
    notes.findings.push(finding('instance-section-missing', { file }, { section: 'DEPOT_SECTION' }))
  if (notes.findings.length > 0) return { instance: null, findings: notes.findings }
  const nodes = Array.from({ length: size }, (_, k) => k + 1)
  checkNodes(nodes, coordinates, 'NODE_COORD_SECTION', notes)
  const demand = table(parts, 'DEMAND', ['demand'], notes)
  const window = table(parts, 'TIME_WINDOW', ['open', 'close'], notes)
  const service = table(parts, 'SERVICE_TIME', ['service'], notes)
  for (const [found, section] of [
    [demand, 'DEMAND_SECTION'],
    [window, 'TIME_WINDOW_SECTION'],
    [service, 'SERVICE_TIME_SECTION'],
  ] as const)
    checkNodes(nodes, found, section, notes)
  for (const id of depotIds)
    if (!(id <= size))
      notes.findings.push(finding('instance-id-unknown', { file }, { what: 'depot', id }))
  if (notes.findings.length > 0) return { instance: null, findings: notes.findings }
  const stay = keys.has('SERVICE_TIME') ? number(parts, 'SERVICE_TIME', notes) : 0
  const place = (id: number) => ({
    x: coordinates?.get(id)?.[0] ?? 0,
    y: coordinates?.get(id)?.[1] ?? 0,
    open: window?.get(id)?.[0] ?? 0,
    close: window?.get(id)?.[1] ?? Infinity,
  })
  const customerNodes = nodes.filter((id) => !depotIds.includes(id))
  const order = [...depotIds, ...customerNodes].map((id) => id - 1)
  const convention: ArcConvention = window
    ? depotIds.length > 1
      ? 'exact1000'
      : 'trunc10'
    : 'round'
  return readResult(
    {
      name: keys.get('NAME') ?? file,
      days: 1,
      objective: 'distance',
      convention,
      depots: depotIds.map((id) => ({ id: id - depotIds.length, ...place(id) })),
      fleets: readFleets(parts, depotIds, capacity, customerNodes.length, notes),
      customers: customerNodes.map((id) => ({
        id: id - depotIds.length,
        ...place(id),
        service: service?.get(id)?.[0] ?? stay,
        demand: demand?.get(id)?.[0] ?? 0,
        patterns: [1],
        prize: 0,
        optional: false,
      })),
      ...(matrix ? { matrix: order.map((a) => order.map((b) => matrix[a]![b]!)) } : {}),
    },
    file,
    notes.findings,
    new Map(),
  )
}

function number(parts: Parts, key: string, notes: Notes, otherwise?: number): number {
  const text = parts.keys.get(key)
  if (text === undefined && otherwise !== undefined) return otherwise
  const value = Number(text)
  if (text === undefined)
    notes.findings.push(finding('instance-section-missing', { file: notes.file }, { section: key }))
  else if (!Number.isFinite(value))
    notes.findings.push(
      finding('instance-not-a-number', { file: notes.file }, { field: key, value: text }),
    )
  return value
}

function checkNodes(
  nodes: readonly number[],
  found: ReadonlyMap<number, unknown> | null,
  section: string,
  notes: Notes,
): void {
  if (!found) return
  const have = nodes.filter((id) => found.has(id)).length
  if (have !== nodes.length || found.size !== nodes.length)
    notes.findings.push(
      finding(
        'instance-count-differs',
        { file: notes.file },
        {
          what: section,
          want: nodes.length,
          have: found.size,
        },
      ),
    )
}

/** Vehicles by depot as VEHICLES_DEPOT_SECTION says, or as many as customers from every depot. */
function readFleets(
  parts: Parts,
  depotIds: readonly number[],
  capacity: number,
  customers: number,
  notes: Notes,
): RoutingFleet[] {
  const limit = parts.keys.has('VEHICLES_MAX_DURATION') ? 'VEHICLES_MAX_DURATION' : 'DISTANCE'
  const maxDuration = number(parts, limit, notes, Infinity)
  const homes = table(parts, 'VEHICLES_DEPOT', ['depot'], notes)
  const count = homes ? 0 : Math.min(number(parts, 'VEHICLES', notes, customers), customers)
  return depotIds.map((id, depot) => ({
    days: [1],
    depot,
    vehicles: homes
      ? [...homes].filter(([, home]) => home[0] === id).map(([vehicle]) => vehicle)
      : Array.from({ length: count }, (_, k) => k + 1),
    capacity,
    maxDuration,
  }))
}

/** EXPLICIT weights: full, or the lower triangle with or without its diagonal. */
function readMatrix(parts: Parts, size: number, notes: Notes): number[][] | null {
  const type = parts.keys.get('EDGE_WEIGHT_TYPE') ?? 'EUC_2D'
  const format = parts.keys.get('EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX'
  const known = ['EUC_2D', 'EXPLICIT']
  const at = { file: notes.file }
  if (!known.includes(type))
    notes.findings.push(
      finding('instance-kind-other', at, {
        field: 'EDGE_WEIGHT_TYPE',
        value: type,
        known: known.join(', '),
      }),
    )
  if (type !== 'EXPLICIT') return null
  const weights = (parts.sections.get('EDGE_WEIGHT') ?? []).flatMap(
    (line) => numbersOf(line, [], notes) ?? [],
  )
  const shapes: Record<string, { rows: (k: number) => number; full: boolean }> = {
    FULL_MATRIX: { rows: () => size, full: true },
    LOWER_ROW: { rows: (k) => k, full: false },
    LOWER_DIAG_ROW: { rows: (k) => k + 1, full: false },
  }
  const shape = shapes[format]
  if (!shape) {
    notes.findings.push(
      finding('instance-kind-other', at, {
        field: 'EDGE_WEIGHT_FORMAT',
        value: format,
        known: Object.keys(shapes).join(', '),
      }),
    )
    return null
  }
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  let used = 0
  for (let a = 0; a < size; a++)
    for (let b = 0; b < shape.rows(a); b++) {
      const weight = weights[used++] ?? 0
      matrix[a]![b] = weight
      if (!shape.full) matrix[b]![a] = weight
    }
  if (used !== weights.length)
    notes.findings.push(
      finding('instance-count-differs', at, {
        what: 'EDGE_WEIGHT_SECTION',
        want: used,
        have: weights.length,
      }),
    )
  return matrix
}
