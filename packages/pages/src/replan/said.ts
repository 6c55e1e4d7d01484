import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type {
  Alternative,
  FloorLost,
  RideAt,
  RideDifference,
  VisitAt,
  VisitDifference,
} from '@kuashan/core/planner/replan/replan-problem.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { differenceWords, floorLostWords } from '@kuashan/core/words/replan/difference-words.ts'
import { rideDifferenceWords } from '@kuashan/core/words/replan/ride-difference-words.ts'
import type { Names } from '../report/names.ts'

/** A difference in words, without the village's name. */
export function sayDifference(d: VisitDifference, names: Names, language: Language): string {
  const at = (where: VisitAt | null) =>
    where === null ? null : { ...where, vehicle: names.vehicle(where.vehicle) }
  const services = someServices(d.services, names, language)
  return differenceWords({ ...d, services, before: at(d.before), after: at(d.after) }, language)
}

/** A ride that goes otherwise, as one of its pick-ups sees it. */
export function sayRide(
  d: RideDifference,
  pickup: string,
  names: Names,
  language: Language,
): string {
  const at = ({ date, arrive, vehicle }: RideAt) => ({
    date,
    arrive,
    vehicle: vehicle === null ? null : names.vehicle(vehicle),
  })
  return rideDifferenceWords(
    {
      services: someServices(d.services, names, language),
      site: names.facility(d.site),
      before: at(d.before),
      after: d.after?.pickups.includes(pickup) ? at(d.after) : null,
      cause: d.cause,
    },
    language,
  )
}

/** Two services by name; how many there are in all where there are more. */
function someServices(services: readonly string[], names: Names, language: Language): string {
  const zh = language === 'zh'
  const shown = services.slice(0, 2).map((s) => names.service(s))
  const list = shown.join(zh ? '、' : ', ')
  const rest = services.length - shown.length
  if (rest === 0) return list
  return zh ? `${list}等 ${services.length} 项` : `${list} and ${rest} more`
}

/** A lost floor in words, without the village's name. */
export const sayFloorLost = (f: FloorLost, names: Names, language: Language): string =>
  floorLostWords(
    {
      ...f,
      service: names.service(f.service),
      floor: metricText(f.metric, f.want, language),
    },
    language,
  )

/** One village with all that differs there. */
export interface VillageDifferences {
  settlement: string
  differences: readonly VisitDifference[]
  rides: readonly RideDifference[]
  lost: readonly FloorLost[]
}

/** Differences of an alternative by settlement; where somebody loses a floor first, then by name. */
export function byVillage(
  { differences, rides, lost }: Alternative,
  names: Names,
): VillageDifferences[] {
  const villages = new Map<
    string,
    {
      settlement: string
      differences: VisitDifference[]
      rides: RideDifference[]
      lost: FloorLost[]
    }
  >()
  const of = (settlement: string) => {
    const found = villages.get(settlement) ?? { settlement, differences: [], rides: [], lost: [] }
    villages.set(settlement, found)
    return found
  }
  for (const d of differences) of(d.settlement).differences.push(d)
  for (const ride of rides) for (const pickup of ride.before.pickups) of(pickup).rides.push(ride)
  for (const f of lost) of(f.settlement).lost.push(f)
  return [...villages.values()].sort(
    (a, b) =>
      Number(b.lost.length > 0) - Number(a.lost.length > 0) ||
      names.settlement(a.settlement).localeCompare(names.settlement(b.settlement), 'zh'),
  )
}

/** A difference of money with its sign before all else: `+¥120`, `−¥120`. */
export const signedYuan = (fen: number, language: Language): string =>
  `${fen > 0 ? '+' : fen < 0 ? '−' : ''}${formatYuan(Math.abs(fen), language)}`

export const signedHours = (hours: number, language: Language): string => {
  const sign = hours > 0 ? '+' : ''
  return language === 'zh'
    ? `${sign}${formatNumber(hours, 1)} 小时`
    : `${sign}${formatNumber(hours, 1)} h`
}

/** Whether two alternatives send everybody out alike. */
export const sameTours = (a: Alternative, b: Alternative): boolean =>
  JSON.stringify(a.plan.tours) === JSON.stringify(b.plan.tours)
