import type { Opportunities } from '../../access/opportunity.ts'
import type { Offer } from '../../access/supply.ts'
import { compareText } from '../../kernel/order.ts'
import { callSeconds } from '../../plan/costs.ts'
import { visitLoad } from '../../plan/visit-load.ts'
import type { FleetClass } from '../fleet-class.ts'
import { largestFloor, mayServe, meets, type NeedCell, type PlanGround } from '../plan-ground.ts'
import type { RoadReader } from '../road-reader.ts'
import type { RoadOf } from '../route-cost.ts'
import type { SiteCandidate } from '../site-candidates.ts'
import type { Walks } from '../stop-candidates.ts'
import { type Choice, type Group, keyOfOption, type Option, type StopChoice } from './option.ts'

/** What a round of the joint choice starts from. */
export interface ChoiceGround {
  ground: PlanGround
  classes: readonly FleetClass[]
  /** Settlements where vehicles may stop. */
  stops: readonly string[]
  walks: Walks
  candidates: readonly SiteCandidate[]
  resident: RoadReader
  /** Buildings that surely stay open, by kind: doorstep staff start from them. */
  firmSites: ReadonlyMap<string, readonly string[]>
}

export interface RoundLimits {
  roadOf: RoadOf
  /** Limits by row: fleet, staff, fund, capital, cash. */
  limits: ReadonlyMap<string, number>
}

/** Key of a stop of one class, and back. */
export const stopKey = (settlement: string, fleet: FleetClass): string =>
  `${settlement} ${fleet.key}`

/** Most stops and doorstep sites that are weighed for one cell: the nearest. */
const mostStops = 6
const mostDoorstep = 2

/** The joint choice of a round: every cell that the firm sites don't meet, with all its options, merged into groups. */
export function buildChoice(base: ChoiceGround, round: RoundLimits): Choice {
  const groups = new Map<string, { group: Group; cells: number[] }>()
  base.ground.cells.forEach((cell, index) => {
    if (cell.met) return
    const options = optionsOf(cell, base, round.roadOf)
    const { basic } = cell.scoped.service
    const key = `${options.map(keyOfOption).join('|')}|${basic}`
    const of = groups.get(options.length > 0 ? key : `none ${index}`)
    if (of === undefined)
      groups.set(options.length > 0 ? key : `none ${index}`, {
        group: {
          options,
          basic: basic ? cell.weight : 0,
          other: basic ? 0 : cell.weight,
          cells: [],
        },
        cells: [index],
      })
    else {
      of.group = merge(of.group, options, cell.weight, basic)
      of.cells.push(index)
    }
  })
  return {
    groups: [...groups.values()].map(({ group, cells }) => ({ ...group, cells })),
    sites: base.candidates.map((c) => ({
      key: c.key,
      facility: c.facility.id,
      value: c.value,
      uses: siteUses(c),
    })),
    stops: stopChoices(base, round.roadOf),
    limits: round.limits,
  }
}

function siteUses(c: SiteCandidate): [string, number][] {
  const { capitalFen, fund } = c.decision
  const capital: [string, number][] =
    capitalFen > 0
      ? [
          ['capital', capitalFen],
          ...(fund === null ? [] : [[`fund ${fund}`, capitalFen] as [string, number]]),
        ]
      : []
  return [['cash', c.cashFen], ...capital]
}

function merge(group: Group, options: readonly Option[], weight: number, basic: boolean): Group {
  return {
    cells: group.cells,
    basic: group.basic + (basic ? weight : 0),
    other: group.other + (basic ? 0 : weight),
    options: group.options.map((o, k) => {
      const same = options[k]!
      const uses = o.uses.map(([row, amount], u) => [row, amount + same.uses[u]![1]] as const)
      return { ...o, value: o.value + same.value, uses }
    }),
  }
}

const perYear = (ground: PlanGround): number => 365 / ground.horizonDays

function stopChoices({ ground, classes, stops }: ChoiceGround, roadOf: RoadOf): StopChoice[] {
  const hourFen = ground.county.settings.prices.staffHourFen
  return stops.flatMap((settlement) =>
    classes.flatMap((fleet): StopChoice[] => {
      const road = roadOf(settlement, fleet)
      if (road === null) return []
      const cash =
        ((road.metres * fleet.perKmFen) / 1000 + road.days * fleet.perDayFen) * perYear(ground)
      const seconds = road.driveSeconds + fleet.setupSeconds
      const hours = ((seconds * fleet.crew) / 3600) * perYear(ground)
      return [
        {
          key: stopKey(settlement, fleet),
          valuePerVisit: cash + hours * hourFen,
          usesPerVisit: [
            [`fleet ${fleet.key}`, seconds / fleet.shiftSeconds],
            ['cash', cash],
          ],
        },
      ]
    }),
  )
}

function optionsOf(cell: NeedCell, base: ChoiceGround, roadOf: RoadOf): Option[] {
  return [
    ...siteOptions(cell, base),
    ...vehicleOptions(cell, base, roadOf),
    ...doorstepOptions(cell, base),
  ]
}

function siteOptions(cell: NeedCell, { ground, candidates, resident }: ChoiceGround): Option[] {
  const { settlement, scoped, existing, limits } = cell
  const service = scoped.service.id
  return candidates.flatMap((c): Option[] => {
    if (!c.gives.has(service)) return []
    if (!mayServe(ground, c.facility.division, settlement.division)) return []
    const seconds = resident.seconds(settlement.id, c.facility.id)
    const inVillage =
      settlement.division !== '' &&
      c.facility.division === settlement.division &&
      scoped.fixedKinds.includes(c.kind)
    const offer = offerOf(service, 'fixed', c.facility.id, c.kind)
    const within = seconds >= 0 && seconds <= limits.fixedSeconds
    const found: Opportunities = {
      ...existing,
      fixed: within ? [...existing.fixed, { offer, seconds }] : existing.fixed,
      nearestSeconds:
        seconds < 0
          ? existing.nearestSeconds
          : Math.min(existing.nearestSeconds ?? seconds, seconds),
    }
    const sites = cell.sitesInVillage + (inVillage ? 1 : 0)
    if (!meets(cell, found, sites, ground.horizonDays)) return []
    return [{ mode: 'fixed', site: c.key, value: 0, uses: [] }]
  })
}

const offerOf = (service: string, mode: Offer['mode'], place: string, kind: string): Offer => ({
  service,
  mode,
  place,
  kind,
  dates: null,
  capacityYear: null,
})

/** Person-seconds of one visit for one cell, one after the other. */
export function secondsAtVisit(cell: NeedCell, fleet: FleetClass, ground: PlanGround): number {
  const channel = cell.scoped.service.channels.find(
    (c) => c.mode === 'vehicle' && c.kind === fleet.kind,
  )
  const line = {
    people: cell.people,
    servicesPerPersonYear: largestFloor(cell.scoped, ['minServicesPerPersonYear']),
    minutesPerPerson: channel?.minutesPerPerson,
  }
  const uptake = ground.county.settings.assumptions.uptakePerVisit
  return visitLoad([line], cell.visits * perYear(ground), uptake).personSeconds
}

/** Whether a class can give the service of a cell at a settlement. */
const canBring = (cell: NeedCell, fleet: FleetClass, ground: PlanGround): boolean =>
  fleet.services.has(cell.scoped.service.id) &&
  (fleet.township === null || mayServe(ground, `${fleet.township}`, cell.settlement.division))

function vehicleOptions(cell: NeedCell, base: ChoiceGround, roadOf: RoadOf): Option[] {
  const { ground, classes, walks, stops } = base
  const able = classes.filter((fleet) => canBring(cell, fleet, ground))
  if (able.length === 0) return []
  const allowed = new Set(stops)
  const near = [...walks.get(cell.settlement.id)!].filter(
    ([stop, seconds]) =>
      seconds <= cell.limits.walkSeconds &&
      allowed.has(stop) &&
      mayServe(ground, ground.settlements.get(stop)?.division ?? '', cell.settlement.division),
  )
  const gap = Math.ceil(ground.horizonDays / cell.visits)
  const day = ground.county.settings.horizon.from
  return near.slice(0, mostStops).flatMap(([stop, walk]) =>
    able.flatMap((fleet): Option[] => {
      if (roadOf(stop, fleet) === null) return []
      const offer = offerOf(cell.scoped.service.id, 'vehicle', stop, fleet.kind)
      const found: Opportunities = {
        ...cell.existing,
        vehicle: [{ offer, seconds: walk }],
        visitDates: new Array(cell.visits).fill(day),
        visitGap: gap,
      }
      if (!meets(cell, found, cell.sitesInVillage, ground.horizonDays)) return []
      const seconds = (secondsAtVisit(cell, fleet, ground) / fleet.stations) * cell.visits
      const hours = ((seconds * fleet.crew) / 3600) * perYear(ground)
      const days = seconds / fleet.shiftSeconds
      return [
        {
          mode: 'vehicle',
          stop: stopKey(stop, fleet),
          visits: cell.visits,
          value: hours * ground.county.settings.prices.staffHourFen,
          uses: [[`fleet ${fleet.key}`, days]],
        },
      ]
    }),
  )
}

function doorstepOptions(cell: NeedCell, { ground, resident, firmSites }: ChoiceGround): Option[] {
  const { settlement, scoped, limits } = cell
  const hourFen = ground.county.settings.prices.staffHourFen
  const near = scoped.doorstepKinds
    .flatMap((kind) => (firmSites.get(kind) ?? []).map((id) => ({ id, kind })))
    .map((site) => ({ ...site, seconds: resident.seconds(settlement.id, site.id) }))
    .filter((s) => s.seconds >= 0 && s.seconds <= limits.doorstepSeconds)
    .filter((s) =>
      mayServe(ground, ground.facilities.get(s.id)?.division ?? '', settlement.division),
    )
    .sort((a, b) => a.seconds - b.seconds || compareText(a.id, b.id))
    .slice(0, mostDoorstep)
  return near.flatMap(({ id, kind, seconds }): Option[] => {
    const channel = scoped.service.channels.find((c) => c.mode === 'doorstep' && c.kind === kind)
    const offer: Offer = {
      ...offerOf(scoped.service.id, 'doorstep', id, kind),
      settlement: settlement.id,
      calls: cell.visits,
      longestGapDays: Math.ceil(ground.horizonDays / cell.visits),
    }
    const found = { ...cell.existing, doorstep: [{ offer, seconds }] }
    if (!meets(cell, found, cell.sitesInVillage, ground.horizonDays)) return []
    const hours =
      callSeconds({
        people: cell.people,
        calls: cell.visits,
        travelSeconds: seconds,
        minutesPerPerson: channel?.minutesPerPerson,
        capacityPerSession: channel?.capacityPerSession,
      }) / 3600
    return [
      {
        mode: 'doorstep',
        facility: id,
        calls: cell.visits,
        value: hours * perYear(ground) * hourFen,
        uses: [[`staff ${id}`, hours]],
      },
    ]
  })
}
