import { byText } from '../../kernel/order.ts'
import type { County } from '../../plan/county.ts'
import type { Facility } from '../../resources/facility.ts'
import { takesPost } from '../../resources/posts.ts'
import type { PostKind } from '../../resources/staff.ts'
import { type Settlement, villageOf } from '../../territory/settlement.ts'
import { cellAt, cellsTowards, placesIn } from '../../travel/read-table.ts'
import type { CountyTravel, TravelTable } from '../../travel/travel-table.ts'
import { freePosts } from '../site-staff.ts'

/** Up to here, in settlements, a county is planned in one piece. */
const mostInOnePiece = 3000
/** Digits of a division's code that name its county. */
const countyDigits = 6

const countyOf = (division: string): string => division.slice(0, countyDigits)

/** A part of a city that is planned by itself. */
export interface Territory {
  county: County
  /** Ids of the buildings that it decides on; others in it are only used. */
  decides: ReadonlySet<string>
}

/**
 * A city in territories, each with the depots of one county: every village belongs to the territory of the depot that is nearest
 * there and back, in whatever county it lies, so vehicles go over borders. One territory where the county is small.
 */
export function territoriesOf(
  county: County,
  travel: CountyTravel,
  most = mostInOnePiece,
): Territory[] {
  const whole = { county, decides: new Set(county.facilities.map((f) => f.id)) }
  if (county.settlements.length <= most) return [whole]
  const codes = [...new Set(county.facilities.map((f) => countyOf(f.division)))].sort()
  if (codes.length < 2) return [whole]
  const nearest = nearestDepot(county, travel)
  const homeOf = new Map<string, string>()
  for (const [village, centre] of villageCentres(county))
    homeOf.set(village, nearest(centre) ?? countyOf(centre.division))
  const reached = buildingsReached(travel.resident)
  return codes.flatMap((code) => {
    const settlements = county.settlements.filter((s) => homeOf.get(villageOf(s)) === code)
    return settlements.length === 0 ? [] : [partOf(county, code, settlements, reached(settlements))]
  })
}

/** The settlement that stands for a village: its centre, else that with most people, else the lowest id. */
function villageCentres({ settlements }: County): Map<string, Settlement> {
  const found = new Map<string, Settlement>()
  for (const s of [...settlements].sort(byText((x) => x.id))) {
    const other = found.get(villageOf(s))
    const before =
      other === undefined ||
      (s.isCentre && !other.isCentre) ||
      (s.isCentre === other.isCentre && s.permanent.total > other.permanent.total)
    if (before) found.set(villageOf(s), s)
  }
  return found
}

/** The county of the depot that is nearest to a settlement, there and back by any vehicle; null where none is known. */
function nearestDepot({ vehicles, facilities }: County, { vehicle }: CountyTravel) {
  const counties = new Map(facilities.map((f) => [f.id, countyOf(f.division)]))
  const depots = [...new Set(vehicles.map((v) => v.depot))].filter((d) => counties.has(d)).sort()
  const tables = Object.values(vehicle).map((table) => ({ table, at: placesIn(table.from) }))
  return (settlement: Settlement): string | null => {
    let best: { county: string; seconds: number } | null = null
    for (const { table, at } of tables) {
      const stop = at.get(settlement.id)
      if (stop === undefined) continue
      for (const id of depots) {
        const depot = at.get(id)
        if (depot === undefined) continue
        const [there, back] = [cellAt(table, depot, stop), cellAt(table, stop, depot)]
        if (there < 0 || back < 0 || table.p50[there]! < 0 || table.p50[back]! < 0) continue
        const seconds = table.p50[there]! + table.p50[back]!
        if (best === null || seconds < best.seconds) best = { county: counties.get(id)!, seconds }
      }
    }
    return best?.county ?? null
  }
}

/** Buildings that some settlements have a way to, as far as the table says. */
function buildingsReached(table: TravelTable) {
  const rows = placesIn(table.from)
  const towards = cellsTowards(
    table,
    table.to.map((_, column) => column),
  )
  return (settlements: readonly Settlement[]): Set<string> => {
    const found = new Set<number>()
    for (const { id } of settlements) {
      const row = rows.get(id)
      if (row !== undefined) towards(row, (column) => found.add(column))
    }
    return new Set([...found].map((column) => table.to[column]!))
  }
}

/**
 * One territory as a county of its own. Open buildings beyond its borders that its people can reach stay there to be used: they
 * cost nothing, send nobody out and are decided by their own territory. Money is shared out by people.
 */
function partOf(
  county: County,
  code: string,
  settlements: readonly Settlement[],
  reached: ReadonlySet<string>,
): Territory {
  const villages = new Set(settlements.map((s) => s.division).filter((d) => d !== ''))
  const own = (f: Facility) => countyOf(f.division) === code
  const facilities = county.facilities.flatMap((f): Facility[] => {
    if (own(f)) return [f]
    if (f.state !== 'open' || !(reached.has(f.id) || villages.has(f.division))) return []
    return [{ ...f, yearCostFen: 0, staffHoursYear: 0 }]
  })
  const ownIds = new Set(county.facilities.filter(own).map((f) => f.id))
  const there = new Set(facilities.map((f) => f.id))
  const vehicles = county.vehicles.filter((v) => ownIds.has(v.depot))
  const going = new Set(vehicles.map((v) => v.id))
  const people = (list: readonly Settlement[]) =>
    list.reduce((sum, s) => sum + s.permanent.total, 0)
  const share = people(settlements) / Math.max(1, people(county.settlements))
  const part = (fen: number | null) => (fen === null ? null : Math.floor(fen * share))
  const { settings, baseline } = county
  const territory: County = {
    ...county,
    settings: {
      ...settings,
      budgetFen: part(settings.budgetFen),
      capitalBudgetFen: part(settings.capitalBudgetFen),
      ...(settings.posts === undefined ? {} : { posts: partOfPosts(county, ownIds, share) }),
      // A building near a border may be needed beyond it, which its own territory does not see.
      assumptions: { ...settings.assumptions, mayClose: 0 },
    },
    settlements: [...settlements],
    facilities,
    vehicles,
    staff: county.staff.flatMap((person) =>
      ownIds.has(person.employer)
        ? [person]
        : there.has(person.employer)
          ? [{ ...person, weeklyHours: 0 }]
          : [],
    ),
    funds: county.funds.map((fund) => ({ ...fund, amountFen: part(fund.amountFen)! })),
    baseline: {
      ...baseline,
      rotas: baseline.rotas.filter((r) => ownIds.has(r.place) || going.has(r.place)),
      timetable: baseline.timetable.filter((line) => going.has(line.vehicle)),
    },
  }
  return { county: territory, decides: ownIds }
}

/** Posts filled in a territory, and its part of those that are free. */
function partOfPosts(
  county: County,
  own: ReadonlySet<string>,
  share: number,
): NonNullable<County['settings']['posts']> {
  const { horizon } = county.settings
  const filled = (post: PostKind) =>
    county.staff.filter((s) => s.post === post && own.has(s.employer) && takesPost(s, horizon.from))
      .length
  return Object.fromEntries(
    [...freePosts(county)].map(([post, free]) => [post, filled(post) + Math.floor(free * share)]),
  )
}
