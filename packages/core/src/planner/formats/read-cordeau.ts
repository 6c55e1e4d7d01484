import { finding } from '../../kernel/finding.ts'
import type {
  RoutingCustomer,
  RoutingDepot,
  RoutingFleet,
  RoutingInstance,
} from '../../plan/routing.ts'
import { mostPatternDays } from './check-horizon.ts'
import { isCount, type Line, linesOf, type Notes, numbersOf } from './number-lines.ts'
import { numbered } from './numbered.ts'
import { type ReadInstance, readResult } from './read-result.ts'
import { byRow } from './whereabouts.ts'

/** Kinds of the format by their first number; windows of kind 8 are to be ignored, as its authors say. */
const kinds: Record<number, { periodic: boolean; depots: boolean; windows: boolean }> = {
  0: { periodic: false, depots: false, windows: false },
  1: { periodic: true, depots: false, windows: false },
  2: { periodic: false, depots: true, windows: false },
  4: { periodic: false, depots: false, windows: true },
  5: { periodic: true, depots: false, windows: true },
  6: { periodic: false, depots: true, windows: true },
  8: { periodic: true, depots: true, windows: false },
}

interface Heading {
  kind: { periodic: boolean; depots: boolean; windows: boolean }
  vehicles: number
  customers: number
  days: number
  depots: number
}

/**
 * Cordeau, Gendreau & Laporte (1997): periodic, multi-depot, both, and with windows. Distances unrounded; a limit of 0 is none.
 * Depots come first, save in the kinds with several depots and one day, where they come last.
 */
export function readCordeau(text: string, file: string): ReadInstance {
  const notes: Notes = { file, findings: [] }
  const lines = linesOf(text)
  const heading = readHeading(lines[0], notes)
  if (!heading) return { instance: null, findings: notes.findings }
  const { kind, days, depots: depotCount } = heading
  const limitLines = lines.slice(1, 1 + days * depotCount)
  const limits = limitLines.map((line) => numbersOf(line, ['D', 'Q'], notes) ?? [0, 0])
  const places = lines.slice(1 + days * depotCount)
  const want = heading.customers + depotCount
  if (places.length !== want)
    notes.findings.push(
      finding('instance-count-differs', { file }, { what: 'places', want, have: places.length }),
    )
  const last = kind.depots && days === 1
  const depotLines = last ? places.slice(-depotCount) : places.slice(0, depotCount)
  const customerLines = last ? places.slice(0, -depotCount) : places.slice(depotCount)
  const rows = new Map<number, number>()
  const depots = depotLines.flatMap((line) => readDepot(line, kind.windows, notes, rows))
  const customers = customerLines.flatMap((line) => readCustomer(line, heading, notes, rows))
  const vehicles = numbered(heading.vehicles)
  const fleets = limits.map(
    ([limit, capacity], k): RoutingFleet => ({
      days: [(k % days) + 1],
      depot: Math.floor(k / days),
      vehicles,
      capacity: capacity! > 0 ? capacity! : Infinity,
      maxDuration: limit! > 0 ? limit! : Infinity,
    }),
  )
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const instance: RoutingInstance = {
    name,
    days,
    objective: 'distance',
    convention: 'float',
    depots,
    fleets,
    customers,
  }
  return readResult(instance, byRow(file, rows, instance), notes.findings)
}

function readHeading(line: Line | undefined, notes: Notes): Heading | null {
  if (!line) {
    notes.findings.push(
      finding('instance-section-missing', { file: notes.file }, { section: 'type m n t' }),
    )
    return null
  }
  const numbers = numbersOf(line, ['type', 'm', 'n', 't'], notes)
  if (!numbers) return null
  const [type, vehicles, customers, span, depots] = numbers
  const kind = kinds[type]
  const at = { file: notes.file, row: line.row }
  if (!kind) {
    notes.findings.push(
      finding('instance-kind-other', at, {
        field: 'type',
        value: type,
        known: Object.keys(kinds).join(', '),
      }),
    )
    return null
  }
  const days = kind.periodic ? span : 1
  const depotCount = kind.depots ? (kind.periodic ? (depots ?? 0) : span) : 1
  const counts = { m: vehicles, n: customers, d: depotCount }
  const bad = Object.entries(counts).filter(([field, v]) => !isCount(v, field, line, notes))
  const short = isCount(days, 't', line, notes, { most: mostPatternDays })
  return bad.length > 0 || !short ? null : { kind, vehicles, customers, days, depots: depotCount }
}

function readDepot(
  line: Line,
  windows: boolean,
  notes: Notes,
  rows: Map<number, number>,
): RoutingDepot[] {
  const numbers = numbersOf(line, ['i', 'x', 'y'], notes)
  if (!numbers) return []
  const [id, x, y] = numbers
  rows.set(id, line.row)
  const tail = windows && numbers.length >= 9 ? numbers.slice(-2) : []
  return [{ id, x, y, open: tail[0] ?? 0, close: tail[1] ?? Infinity }]
}

const customerFields = ['i', 'x', 'y', 'd', 'q', 'f', 'a'] as const

function readCustomer(
  line: Line,
  heading: Heading,
  notes: Notes,
  rows: Map<number, number>,
): RoutingCustomer[] {
  const numbers = numbersOf(line, customerFields, notes)
  if (!numbers) return []
  const [id, x, y, service, demand, , count] = numbers
  const { kind } = heading
  const want = customerFields.length + count + (kind.windows ? 2 : 0)
  if (!Number.isInteger(count) || count < 0 || numbers.length < want) {
    notes.findings.push(
      finding(
        'instance-line-short',
        { file: notes.file, row: line.row },
        { want, have: numbers.length },
      ),
    )
    return []
  }
  rows.set(id, line.row)
  const window = kind.windows ? numbers.slice(7 + count, 9 + count) : [0, Infinity]
  return [
    {
      id,
      x,
      y,
      service,
      demand,
      open: window[0]!,
      close: window[1]!,
      patterns: kind.periodic ? numbers.slice(7, 7 + count) : [1],
      prize: 0,
      optional: false,
    },
  ]
}
