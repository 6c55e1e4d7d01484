import { addDays, daysBetween, PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import type { Closure, Season } from '../plan/county.ts'
import type { RoadNetwork } from '../territory/roads.ts'

const day = (year: number, rest: string): PlainDate => PlainDate.parse(`${year}-${rest}`)

/** Plum rain and flood, typhoons, ice on the heights: the year of a county south of the Yangtze. */
export function seasonsOf(year: number): Season[] {
  const season = (
    id: string,
    nameZh: string,
    nameEn: string,
    from: string,
    to: string,
    timeFactor: number,
    aboveM: number | null,
  ): Season => ({
    id,
    nameZh,
    nameEn,
    range: { from: day(year, from), to: day(year, to) },
    timeFactor,
    aboveM,
  })
  return [
    season('ice-early', '冰冻期（年初）', 'Ice (early year)', '01-01', '02-28', 1.5, 800),
    season('flood', '梅汛期', 'Plum rain and flood', '04-15', '07-15', 1.15, null),
    season('typhoon', '台风期', 'Typhoons', '07-16', '09-20', 1.1, null),
    season('ice-late', '冰冻期（年末）', 'Ice (end of year)', '12-01', '12-31', 1.5, 800),
  ]
}

/** Spells of bad weather, by season: first day and length. Few spells, so that there are few states of the roads. */
const spells = (
  year: number,
): { season: string; from: PlainDate; days: number; reason: string }[] => [
  { season: 'ice-early', from: day(year, '01-19'), days: 7, reason: '道路结冰 ice' },
  { season: 'flood', from: day(year, '06-08'), days: 10, reason: '滑坡 landslide' },
  { season: 'flood', from: day(year, '06-27'), days: 7, reason: '滑坡 landslide' },
  { season: 'typhoon', from: day(year, '08-10'), days: 6, reason: '台风塌方 typhoon' },
  { season: 'ice-late', from: day(year, '12-21'), days: 5, reason: '道路结冰 ice' },
]

/** Share of road-days in season on which a village's road is closed. */
const closedShare = 0.03

/** Village roads, by name: those that lead from the wider network to a village. */
export const villageRoads = (roads: RoadNetwork): string[] => [
  ...new Set(roads.ways.flatMap((w) => (w.class === 'unclassified' && w.name ? [w.name] : []))),
]

/** Closures of village roads, one way of each: together `closedShare` of the road-days of the seasons. */
export function closuresOf(year: number, roads: RoadNetwork, random: Random): Closure[] {
  const draw = random.fork('closures')
  const parts = waysByName(roads)
  const names = villageRoads(roads)
  const seasonDays = seasonsOf(year).reduce(
    (sum, s) => sum + daysBetween(s.range.from, s.range.to) + 1,
    0,
  )
  const all = spells(year)
  const spellDays = all.reduce((sum, s) => sum + s.days, 0)
  let owed = closedShare * names.length * seasonDays
  const each = owed / spellDays
  const closures: Closure[] = []
  all.forEach((spell, k) => {
    const count = k === all.length - 1 ? Math.round(owed / spell.days) : Math.round(each)
    owed -= count * spell.days
    for (const name of draw.shuffle(names).slice(0, count).sort()) {
      closures.push({
        way: draw.pick(parts.get(name)!),
        range: { from: spell.from, to: addDays(spell.from, spell.days - 1) },
        reason: spell.reason,
      })
    }
  })
  return closures
}

function waysByName(roads: RoadNetwork): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { name, id } of roads.ways) {
    if (name === undefined) continue
    const list = ids.get(name)
    if (list) list.push(id)
    else ids.set(name, [id])
  }
  return ids
}
