import { apportion } from '../kernel/apportion.ts'
import { breaksOf, cutAt, residentsByAge, sumOf } from './age-bands.ts'
import type { AgeBand, Population, Settlement } from './settlement.ts'

export interface AgeRange {
  from: number
  to: number | null
}

/** Two settlements after a move; `estimated` where it had to be guessed who is how old. */
export interface Moved {
  from: Settlement
  to: Settlement
  estimated: boolean
}

const within = (band: AgeBand, ages: AgeRange | undefined): boolean =>
  ages === undefined ||
  (band.from >= ages.from && (ages.to === null || (band.to !== null && band.to <= ages.to)))

const rangeBreaks = (ages: AgeRange | undefined): number[] =>
  ages === undefined ? [] : [ages.from, ...(ages.to === null ? [] : [ages.to + 1])]

/** People in `total` that no band counts; whole people only. */
const uncounted = (p: Population): number =>
  Math.max(0, Math.floor(p.total - p.bands.reduce((sum, b) => sum + b.people, 0) + 1e-9))

/** How many people of the ages could move: whole people. */
export function movable(settlement: Settlement, ages?: AgeRange): number {
  const { permanent } = settlement
  if (ages === undefined) return Math.floor(permanent.total + 1e-9)
  const byAge = residentsByAge(permanent)
  return Math.floor(sumOf(byAge, ages.from, ages.to) + 1e-9)
}

/** Bands of both cut alike; of a place that has none, the other's with nobody in them where it has nobody at all. */
function bandsAlike(from: Population, to: Population, ages: AgeRange | undefined) {
  const breaks = [...breaksOf(from.bands), ...breaksOf(to.bands), ...rangeBreaks(ages)]
  const own = cutAt(from.bands, breaks)
  const empty = own.map((b) => ({ ...b, people: 0 }))
  const there = to.bands.length === 0 && to.total === 0 ? empty : cutAt(to.bands, breaks)
  return { own, there }
}

const added = (bands: readonly AgeBand[], band: AgeBand, people: number): AgeBand[] => {
  const k = bands.findIndex((b) => b.from === band.from && b.to === band.to)
  if (k < 0) return [...bands, { ...band, people }].sort((a, b) => a.from - b.from)
  return bands.map((b, j) => (j === k ? { ...b, people: b.people + people } : b))
}

/** Where the source gives no ages, those who come are put into the bands there by the estimate of who they are. */
function joinByEstimate(bands: readonly AgeBand[], from: Population, people: number): AgeBand[] {
  if (bands.length === 0) return []
  const byAge = residentsByAge(from)
  const shares = apportion(
    bands.map((b) => sumOf(byAge, b.from, b.to)),
    people,
  )
  return bands.map((b, k) => ({ ...b, people: b.people + shares[k]! }))
}

/** Part of a whole that goes along with `moved` of `all` people, by sex as far as it is known. */
function sexes(from: Population, to: Population, moved: number) {
  const { female, male } = from
  if (female === undefined || male === undefined) return { own: {}, there: {} }
  const [f, m] = apportion([female, male], moved) as [number, number]
  const join = (known: number | undefined, people: number) =>
    known === undefined && to.total > 0 ? undefined : (known ?? 0) + people
  const there = { female: join(to.female, f), male: join(to.male, m) }
  return {
    own: { female: female - f, male: male - m },
    there: there.female === undefined || there.male === undefined ? {} : there,
  }
}

const households = (from: Settlement, to: Settlement, moved: number): number | null =>
  from.households === null || to.households === null || from.permanent.total <= 0
    ? null
    : Math.min(from.households, Math.round((from.households * moved) / from.permanent.total))

/**
 * Moves whole people from one settlement to another, in proportion to ages by largest remainders: band by band what one
 * loses the other gains, and totals are conserved exactly. Registration (户籍) stays where it is.
 */
export function movePeople(
  from: Settlement,
  to: Settlement,
  people: number,
  ages?: AgeRange,
): Moved {
  const [own, there] = [from.permanent, to.permanent]
  const alike = bandsAlike(own, there, ages)
  const chosen = alike.own.filter((b) => within(b, ages))
  const rest = ages === undefined || own.bands.length === 0 ? uncounted(own) : 0
  const leaving = apportion([...chosen.map((b) => Math.floor(b.people + 1e-9)), rest], people)
  let [bandsOwn, bandsThere] = [alike.own, alike.there]
  const known = there.bands.length > 0 || there.total === 0
  chosen.forEach((band, k) => {
    const n = leaving[k]!
    if (n === 0) return
    bandsOwn = added(bandsOwn, band, -n)
    if (known) bandsThere = added(bandsThere, band, n)
  })
  const restMoved = leaving[chosen.length]!
  const rest0 = own.bands.length === 0 ? { ...own, bands: [] } : own
  if (restMoved > 0 && there.bands.length > 0)
    bandsThere = joinByEstimate(bandsThere, rest0, restMoved)
  const sex = sexes(own, there, people)
  const homes = households(from, to, people)
  const estimated =
    restMoved > 0 || !known || alike.own.length !== own.bands.length || !sameBreaks(alike, there)
  return {
    from: {
      ...from,
      permanent: { ...own, total: own.total - people, bands: bandsOwn, ...sex.own },
      households: homes === null ? from.households : from.households! - homes,
    },
    to: {
      ...to,
      permanent: { ...there, total: there.total + people, bands: bandsThere, ...sex.there },
      households: homes === null ? to.households : to.households! + homes,
    },
    estimated,
  }
}

const sameBreaks = (alike: { there: readonly AgeBand[] }, to: Population): boolean =>
  to.bands.length === 0 || alike.there.length === to.bands.length
