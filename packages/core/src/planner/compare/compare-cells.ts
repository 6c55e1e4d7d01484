import type { Cell, Reach } from '../../access/measurement.ts'
import { compareText } from '../../kernel/order.ts'

/** How a settlement comes to a service on one side. */
export interface HowServed {
  met: boolean
  people: number
  mode: Reach['mode'] | null
  place: string | null
  /** Minutes one way to the nearest; null where nothing is in reach but the line. */
  minutes: number | null
  /** A year, to be served in person; null where it is open all year, 0 where nothing is in reach. */
  opportunities: number | null
}

export type Aspect = 'floor' | 'channel' | 'minutes' | 'opportunities' | 'people'

/** One settlement × service that is not the same on both sides. */
export interface Difference {
  settlement: string
  service: string
  verdict: 'better' | 'worse' | 'other'
  what: Aspect[]
  a: HowServed | null
  b: HowServed | null
}

/** Ways that differ by less than this are the same, minutes. */
const sameMinutes = 1

const many = (reach: Reach): number => reach.opportunities ?? Number.POSITIVE_INFINITY

/** Minutes that people themselves are on the way: none where staff come to the door. */
const ownMinutes = (reach: Reach): number => (reach.mode === 'doorstep' ? 0 : reach.seconds / 60)

/** The line and agents: nobody goes anywhere, and no floor of place is met. */
const isAway = ({ mode }: Reach): boolean => mode === 'remote' || mode === 'agent'

/** Shortest way and most opportunities are looked for apart, so that one more place never makes a cell worse. */
export function howServed(cell: Cell | undefined): HowServed | null {
  if (cell === undefined || cell.people <= 0) return null
  const there = cell.reach.filter((r) => !isAway(r))
  const ways = [...(there.length > 0 ? there : cell.reach)].sort(
    (x, y) => ownMinutes(x) - ownMinutes(y) || many(y) - many(x) || compareText(x.place, y.place),
  )
  const most = Math.max(0, ...there.map(many))
  return {
    met: cell.met,
    people: cell.people,
    mode: ways[0]?.mode ?? null,
    place: ways[0]?.place ?? null,
    minutes: there.length > 0 ? ownMinutes(ways[0]!) : null,
    opportunities: Number.isFinite(most) ? most : null,
  }
}

const far = (h: HowServed): number => h.minutes ?? Number.POSITIVE_INFINITY
const often = (h: HowServed): number => h.opportunities ?? Number.POSITIVE_INFINITY

function aspectsOf(a: HowServed, b: HowServed): Aspect[] {
  const what: Aspect[] = []
  if (a.met !== b.met) what.push('floor')
  if (a.mode !== b.mode || (a.mode !== 'fixed' && a.place !== b.place)) what.push('channel')
  if (far(a) !== far(b) && !(Math.abs(far(a) - far(b)) < sameMinutes)) what.push('minutes')
  if (often(a) !== often(b)) what.push('opportunities')
  if (Math.abs(a.people - b.people) >= 0.5) what.push('people')
  return what
}

/** A floor first; else a shorter way without fewer chances, or more chances without a longer way. */
function verdictOf(a: HowServed, b: HowServed, what: readonly Aspect[]): Difference['verdict'] {
  if (a.met !== b.met) return b.met ? 'better' : 'worse'
  const way = what.includes('minutes') ? Math.sign(far(a) - far(b)) : 0
  const chances = what.includes('opportunities') ? Math.sign(often(b) - often(a)) : 0
  if (way * chances < 0 || (way === 0 && chances === 0)) return 'other'
  return way + chances > 0 ? 'better' : 'worse'
}

/**
 * Settlement by settlement and service by service, what is different from A to B. Those with nobody entitled on one
 * side came or went, which is neither better nor worse. Most people first, then by ids.
 */
export function compareCells(a: readonly Cell[], b: readonly Cell[]): Difference[] {
  const key = (c: Cell) => `${c.settlement} ${c.service}`
  const [inA, inB] = [a, b].map((cells) => new Map(cells.map((c) => [key(c), c])))
  const keys = [...new Set([...inA!.keys(), ...inB!.keys()])].sort()
  const found = keys.flatMap((k): Difference[] => {
    const [cellA, cellB] = [inA!.get(k), inB!.get(k)]
    const { settlement, service } = (cellA ?? cellB)!
    const [was, is] = [howServed(cellA), howServed(cellB)]
    if (was === null || is === null)
      return was === is
        ? []
        : [{ settlement, service, verdict: 'other', what: ['people'], a: was, b: is }]
    const what = aspectsOf(was, is)
    if (what.length === 0) return []
    return [{ settlement, service, verdict: verdictOf(was, is, what), what, a: was, b: is }]
  })
  const people = (d: Difference) => Math.max(d.a?.people ?? 0, d.b?.people ?? 0)
  return found.sort((x, y) => people(y) - people(x))
}
