import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import { editsOfSites, openableIn, type SiteChange, type WantedSites } from './decision-edits.ts'
import { changeOfMode, type WantedWay } from './way-edits.ts'

/** A stop to be visited otherwise; what is still open is null. */
export interface WantedVisits {
  stop: string | null
  /** Visits in the horizon, where it is asked how often. */
  visits: number | null
  /** Day and vehicle of a further visit. */
  date: PlainDate | null
  vehicle: string | null
}

export type EditKind = SiteChange | 'serve' | 'frequency' | 'visit'

/** A change of a plan by hand as it is being filled in. */
export interface WantedEdits {
  kind: EditKind
  sites: WantedSites
  way: WantedWay
  visits: WantedVisits
}

export const nothingWanted: WantedEdits = {
  kind: 'open',
  sites: { closes: null, opens: null, toKind: null },
  way: {
    settlement: null,
    service: null,
    mode: 'vehicle',
    stops: [],
    facility: null,
    times: 12,
    brought: null,
    pickup: null,
  },
  visits: { stop: null, visits: null, date: null, vehicle: null },
}

/** How often a stop is visited in the horizon. */
export const visitsNow = ({ tours }: Pick<Plan, 'tours'>, stop: string): number =>
  tours.reduce((sum, tour) => sum + tour.visits.filter((v) => v.stop === stop).length, 0)

/** The edit that visits a stop as often as wanted; null while something is missing. */
function frequencyOf({ stop, visits }: WantedVisits): PlanEdit | null {
  return stop && visits ? { do: 'change-frequency', stop, visits } : null
}

/** The edit that adds one visit; null while something is missing. */
function furtherVisit({ stop, date, vehicle }: WantedVisits): PlanEdit | null {
  return stop && date && vehicle ? { do: 'add-visit', stop, date, vehicle } : null
}

/** The edits that do what is wanted; null while something is missing. */
export function editsOf(
  { kind, sites, way, visits }: WantedEdits,
  plan: Pick<Plan, 'sites'>,
  facilities: readonly Facility[],
): PlanEdit[] | null {
  if (kind === 'open' || kind === 'close' || kind === 'move')
    return editsOfSites(kind, sites, openableIn(plan, facilities))
  const edit =
    kind === 'serve'
      ? changeOfMode(way)
      : kind === 'frequency'
        ? frequencyOf(visits)
        : furtherVisit(visits)
  return edit && [edit]
}

/** What an objection of a village most often asks for: that a stop in it, or one that serves it, is visited oftener; where there is none, that it is served otherwise. */
export function wantedBy(
  village: string,
  settlement: string | null,
  { stops }: Pick<Plan, 'stops'>,
  villageOf: ReadonlyMap<string, string>,
): WantedEdits {
  const isMeant = (id: string) =>
    settlement === null ? villageOf.get(id) === village : id === settlement
  const stop =
    stops.find((s) => isMeant(s.settlement)) ??
    stops.find((s) => s.serves.some((served) => isMeant(served.settlement)))
  if (stop)
    return {
      ...nothingWanted,
      kind: 'frequency',
      visits: { ...nothingWanted.visits, stop: stop.id },
    }
  const [first] = [...villageOf].find(([, of]) => of === village) ?? [null]
  return {
    ...nothingWanted,
    kind: 'serve',
    way: { ...nothingWanted.way, settlement: settlement ?? first },
  }
}
