import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import type { Floor, Metric } from '../catalogue/standard.ts'
import { dayNumber, daysBetween } from '../kernel/calendar.ts'
import { type County, horizonDaysOf } from './county.ts'
import { workdaysOf } from './workdays.ts'

/** A service whose standards no calendar of visits can hold, with their rows and what would hold. */
export interface BeyondCalendar {
  service: string
  /** Nothing but a site within reach could meet them; without a fixed channel nothing can. */
  bySite: boolean
  rows: readonly BeyondRow[]
}

interface BeyondRow {
  metric: Metric
  value: number
  /** The value nearest to it that a calendar can hold. */
  nearest: number
  /** Row of `standards.yaml`, from 0; null where the catalogue carries it. */
  index: number | null
  document: string
  clause: string
}

/**
 * Standards that ask for more visits than there are working days, or for shorter gaps than the days off leave
 * (docs/methods/floors.md: visits and rides fall on working days; calls at the door are not dated). In order of service.
 */
export function beyondCalendar(county: County, catalogue: Catalogue): BeyondCalendar[] {
  const { settings, standards } = county
  const { floors } = floorsOn(catalogue, standards, settings.asOf)
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const asked = (id: string) => settings.services.length === 0 || settings.services.includes(id)
  const most = mostOf(county)
  const found = new Map<string, BeyondRow[]>()
  for (const floor of floors) {
    if (!asked(floor.service)) continue
    const modes = services.get(floor.service)?.channels.map((c) => c.mode) ?? []
    if (floor.metric === 'minServicesPerPersonYear' && modes.includes('doorstep')) continue
    const nearest = most(floor)
    if (nearest === null) continue
    const { metric, value, document, clause } = floor
    const row = { metric, value, nearest, index: rowOf(county, floor), document, clause }
    found.set(floor.service, [...(found.get(floor.service) ?? []), row])
  }
  return [...found].map(([service, rows]) => ({
    service,
    bySite: services.get(service)!.channels.some((c) => c.mode === 'fixed'),
    rows,
  }))
}

/** For a floor that no calendar holds, the nearest value that one does; null where it can be held. */
function mostOf(county: County): (floor: Floor) => number | null {
  const horizon = horizonDaysOf(county)
  const days = workdaysOf(county.settings)
  const longest = longestStretch(county, days)
  return ({ metric, value }) => {
    if (metric === 'maxGapDays') return value < longest ? longest : null
    if (metric !== 'minVisitsPerVillageYear' && metric !== 'minServicesPerPersonYear') return null
    if (Math.floor((value * horizon) / 365 + 1e-9) <= days.length) return null
    return Math.floor((days.length * 365) / horizon)
  }
}

/** Days from a working day to the next, the longest, round from the end of the horizon to its start. */
function longestStretch(county: County, days: readonly (typeof county.settings.asOf)[]): number {
  const horizon = horizonDaysOf(county)
  if (days.length === 0) return horizon
  const round = horizon - daysBetween(days[0]!, days.at(-1)!)
  return days.reduce(
    (most, day, k) => (k === 0 ? most : Math.max(most, dayNumber(day) - dayNumber(days[k - 1]!))),
    round,
  )
}

function rowOf({ standards }: County, floor: Floor): number | null {
  const index = standards.findIndex(
    (s) =>
      s.service === floor.service &&
      s.metric === floor.metric &&
      s.value === floor.value &&
      s.document === floor.document &&
      s.clause === floor.clause,
  )
  return index < 0 ? null : index
}
