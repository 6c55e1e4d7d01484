import { type PlainDate, type Weekday, weekday } from '../../kernel/calendar.ts'
import { clockSeconds } from '../../kernel/clock.ts'
import type { Facility } from '../../resources/facility.ts'

/** Hours in which a stay fits on each of some weekdays; seconds after midnight. */
export interface SiteWindow {
  opens: number
  closes: number
  isOpen: (date: PlainDate) => boolean
}

/** Windows by building and stay, each reckoned once: runs ask for the same ones over and over. */
export function siteWindows(
  facilities: ReadonlyMap<string, Facility>,
): (facility: string, staySeconds: number) => SiteWindow | null {
  const known = new Map<string, Map<number, SiteWindow | null>>()
  return (id, staySeconds) => {
    const own = known.get(id) ?? new Map<number, SiteWindow | null>()
    known.set(id, own)
    const before = own.get(staySeconds)
    if (before !== undefined) return before
    const found = siteWindow(facilities.get(id)!, staySeconds)
    own.set(staySeconds, found)
    return found
  }
}

const usual = { opens: 8 * 3600, closes: 17 * 3600 }

/**
 * The hours common to all weekdays on which the building is open long enough, the longest opening of each day; eight
 * to five on every day where it states none. Null where no stay fits.
 */
export function siteWindow(facility: Facility, staySeconds: number): SiteWindow | null {
  if (facility.opening.length === 0)
    return usual.closes - usual.opens < staySeconds ? null : { ...usual, isOpen: () => true }
  const longest = new Map<Weekday, { opens: number; closes: number }>()
  for (const row of facility.opening) {
    const own = { opens: clockSeconds(row.from), closes: clockSeconds(row.to) }
    const before = longest.get(row.weekday)
    const length = own.closes - own.opens
    if (length < staySeconds) continue
    if (before === undefined || length > before.closes - before.opens) longest.set(row.weekday, own)
  }
  const all = [...longest.values()]
  const opens = Math.max(...all.map((w) => w.opens))
  const closes = Math.min(...all.map((w) => w.closes))
  if (all.length === 0 || closes - opens < staySeconds) return null
  return { opens, closes, isOpen: (date) => longest.has(weekday(date)) }
}
