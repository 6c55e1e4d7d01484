import type { FacilityKind } from '../../catalogue/service.ts'
import { UNREACHABLE } from '../../kernel/units.ts'
import { type Layer, layers } from '../../plan/change.ts'
import { daysOutToday } from '../../plan/costs-today.ts'
import { horizonDaysOf } from '../../plan/county.ts'
import { siteInRedLine } from '../../plan/scenario/red-lines.ts'
import { residentsByAge, sumOf } from '../../territory/age-bands.ts'
import { metresBetween } from '../../territory/earth.ts'
import { placesIn, secondsAt } from '../../travel/read-table.ts'
import type { Words } from '../../words/language.ts'
import type { Side } from './side.ts'

/** One live figure of a layer; null where the county has no data for it. */
export interface Indicator {
  layer: Layer
  name: Words
  value: number | null
  unit: 'share' | 'minutes' | 'km' | 'count' | 'yuan' | 'hours'
  better: 'higher' | 'lower'
}

/** Places where work, training and trade are. */
const workPlaces: readonly FacilityKind[] = [
  'jobCentre',
  'trainingBase',
  'cooperativeShop',
  'postStation',
]
/** A way to work or trade that is done on a day, minutes. */
const dailyMinutes = 30

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Minutes from a settlement to the nearest open facility of some kinds (any kind without them); null where there is no way. */
function nearestMinutes(
  { input, travel }: Side,
  kinds?: readonly FacilityKind[],
): (settlement: string) => number | null {
  const { resident } = travel.base
  const open = new Set(
    input.county.facilities
      .filter((f) => f.state === 'open' && (kinds?.includes(f.kind) ?? true))
      .map((f) => f.id),
  )
  const columns = resident.to.flatMap((id, k) => (open.has(id) ? [k] : []))
  const rows = placesIn(resident.from)
  return (settlement) => {
    const row = rows.get(settlement)
    if (row === undefined) return null
    const ways = columns.map((c) => secondsAt(resident, row, c)).filter((s) => s !== UNREACHABLE)
    return ways.length > 0 ? Math.min(...ways) / 60 : null
  }
}

function planning({ input }: Side): Indicator {
  const { settlements } = input.county
  const all = settlements.reduce((sum, s) => sum + s.permanent.total, 0)
  const central = settlements.reduce((sum, s) => sum + (s.isCentre ? s.permanent.total : 0), 0)
  return {
    layer: 'planning',
    name: { zh: '住在中心村的常住人口', en: 'Residents who live in a village centre' },
    value: ratio(central, all),
    unit: 'share',
    better: 'higher',
  }
}

function industry(side: Side): Indicator {
  const minutes = nearestMinutes(side, workPlaces)
  let [near, all] = [0, 0]
  for (const s of side.input.county.settlements) {
    const people = sumOf(residentsByAge(s.permanent), 15, 59)
    const way = minutes(s.id)
    all += people
    if (way !== null && way <= dailyMinutes) near += people
  }
  return {
    layer: 'industry',
    name: {
      zh: `15–59 岁居民 ${dailyMinutes} 分钟内到就业、培训、商贸场所`,
      en: `Residents of 15–59 within ${dailyMinutes} min of work, training or trade`,
    },
    value: ratio(near, all),
    unit: 'share',
    better: 'higher',
  }
}

function infrastructure(side: Side): Indicator[] {
  const minutes = nearestMinutes(side)
  let [sum, people] = [0, 0]
  for (const s of side.input.county.settlements) {
    const way = minutes(s.id)
    if (way === null) continue
    sum += way * s.permanent.total
    people += s.permanent.total
  }
  const { roads } = side.input
  let metres = 0
  for (const way of roads?.ways ?? [])
    if (!way.footOnly)
      way.points.forEach((p, k) => {
        if (k === 0) return
        const q = way.points[k - 1]!
        metres += metresBetween([roads!.lng[q]!, roads!.lat[q]!], [roads!.lng[p]!, roads!.lat[p]!])
      })
  return [
    {
      layer: 'infrastructure',
      name: { zh: '居民到最近设施的平均分钟', en: 'Mean minutes of residents to a facility' },
      value: ratio(sum, people),
      unit: 'minutes',
      better: 'lower',
    },
    {
      layer: 'infrastructure',
      name: { zh: '公路里程', en: 'Kilometres of road' },
      value: roads ? metres / 1000 : null,
      unit: 'km',
      better: 'higher',
    },
  ]
}

/** Kilometres of all tours, a year. */
function tourKilometres({ plan, input, travel }: Side): number {
  const metres = plan
    ? plan.tours.reduce((sum, t) => sum + t.metres, 0)
    : daysOutToday(input.county, travel).reduce((sum, d) => sum + d.metres, 0)
  return ((metres / 1000) * 365) / horizonDaysOf(input.county)
}

function ecology(side: Side): Indicator[] {
  const { facilities } = side.input.county
  const built = facilities.filter((f) => f.state === 'open' || f.state === 'planned')
  return [
    {
      layer: 'ecology',
      name: { zh: '红线内的设施', en: 'Facilities inside a red line' },
      value: built.filter((f) => siteInRedLine(side.input, f).length > 0).length,
      unit: 'count',
      better: 'lower',
    },
    {
      layer: 'ecology',
      name: { zh: '服务车一年行驶里程', en: 'Kilometres of service vehicles a year' },
      value: tourKilometres(side),
      unit: 'km',
      better: 'lower',
    },
  ]
}

function services({ measurement }: Side): Indicator {
  const all = measurement.cells.reduce((sum, c) => sum + c.people, 0)
  const met = measurement.cells.reduce((sum, c) => sum + (c.met ? c.people : 0), 0)
  return {
    layer: 'services',
    name: { zh: '全部达标的人×服务', en: 'People × services with every floor met' },
    value: ratio(met, all),
    unit: 'share',
    better: 'higher',
  }
}

function resources({ costs }: Side): Indicator[] {
  return [
    {
      layer: 'resources',
      name: { zh: '每年现金', en: 'Cash a year' },
      value: costs.cashFen / 100,
      unit: 'yuan',
      better: 'lower',
    },
    {
      layer: 'resources',
      name: { zh: '每年工时', en: 'Staff hours a year' },
      value: costs.staffHours,
      unit: 'hours',
      better: 'lower',
    },
  ]
}

/** The six-part scorecard of one side: at least one live indicator a layer, in the order of the six. */
export function scorecard(side: Side): Indicator[] {
  const all = [
    planning(side),
    industry(side),
    ...infrastructure(side),
    ...ecology(side),
    services(side),
    ...resources(side),
  ]
  return layers.flatMap((layer) => all.filter((i) => i.layer === layer))
}
