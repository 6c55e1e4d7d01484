import type { Measurement } from '@kuashan/core/access/measurement.ts'
import { isMade } from '@kuashan/core/plan/plan.ts'
import type { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import { html, type Markup } from '../html.ts'
import { countyMap, type LegendEntry, type MapLine, type Mark } from '../map/county-map.ts'
import { colours, series } from '../tokens.ts'
import { type Context, section } from './section.ts'

/** Share of cells met per settlement. */
function metBySettlement(measurement: Measurement): Map<string, number> {
  const counts = new Map<string, [met: number, all: number]>()
  for (const cell of measurement.cells) {
    if (cell.people === 0) continue
    const [met, all] = counts.get(cell.settlement) ?? [0, 0]
    counts.set(cell.settlement, [met + Number(cell.met), all + 1])
  }
  return new Map([...counts].map(([id, [met, all]]) => [id, met / all]))
}

const statusColour = (share: number): string =>
  share >= 1 ? colours.good : share >= 0.7 ? '#d49a1f' : colours.bad

function settlementMarks(context: Context, measurement: Measurement): Mark[] {
  const share = metBySettlement(measurement)
  return context.input.county.settlements
    .filter((s) => s.at !== null && share.has(s.id))
    .map(
      (s): Mark => ({
        at: s.at as LngLat,
        shape: 'dot',
        colour: statusColour(share.get(s.id) ?? 1),
        size: Math.min(9, 1.6 + Math.sqrt(s.permanent.total) / 9),
        title: `${context.names.settlementInVillage(s.id)}: ${Math.round((share.get(s.id) ?? 1) * 100)}%`,
      }),
    )
    .sort((a, b) => b.size - a.size)
}

function seatMark(context: Context): Mark[] {
  const { seat, name, nameEn } = context.input.county.settings
  if (!seat) return []
  const label = context.language === 'en' ? `${nameEn} (seat)` : `${name}（县城）`
  return [{ at: seat, shape: 'square', colour: colours.ink, size: 5, title: label, label }]
}

const statusLegend = (context: Context): LegendEntry[] => [
  {
    shape: 'dot',
    colour: colours.good,
    text: context.t({ zh: '全部达标', en: 'every floor met' }),
  },
  {
    shape: 'dot',
    colour: '#d49a1f',
    text: context.t({ zh: '达标 70% 以上', en: '70 % of floors or more' }),
  },
  { shape: 'dot', colour: colours.bad, text: context.t({ zh: '达标不足 70%', en: 'fewer' }) },
]

/** Today and the plan, in the same frame and colours. */
export function mapsSection(context: Context): Markup {
  const { t, input, today, planned, plan } = context
  const base = { roads: input.roads, terrain: input.terrain, lines: [] as MapLine[] }
  const frame = input.county.settlements.flatMap((s) => (s.at ? [s.at] : []))
  const before = countyMap({
    ...base,
    frame,
    title: t({ zh: '今天的达标情况', en: 'Floors met today' }),
    marks: [...settlementMarks(context, today), ...seatMark(context)],
    legend: statusLegend(context),
  })
  const facilities = new Map(input.county.facilities.map((f) => [f.id, f]))
  const newSites = plan.sites.filter(isMade).flatMap((s): Mark[] => {
    const f = facilities.get(s.facility)
    return f?.at
      ? [
          {
            at: f.at,
            shape: 'triangle',
            colour: colours.brand,
            size: 5,
            title: context.names.facility(f.id),
          },
        ]
      : []
  })
  const after = countyMap({
    ...base,
    frame,
    title: t({ zh: '方案的达标情况', en: 'Floors met by the plan' }),
    marks: [...settlementMarks(context, planned), ...newSites, ...seatMark(context)],
    legend: [
      ...statusLegend(context),
      {
        shape: 'triangle',
        colour: colours.brand,
        text: t({ zh: '新增或改建场所', en: 'new or converted site' }),
      },
    ],
  })
  return section(
    context,
    'maps',
    { zh: '地图', en: 'Maps' },
    html`<h3>${t({ zh: '今天', en: 'Today' })}</h3>${before}<h3>${t({ zh: '方案', en: 'Plan' })}</h3>${after}${toursMap(context, frame)}${approval(context)}`,
    {
      zh: '圆点是自然村，大小随常住人口；线路按停靠顺序直线相连，不是道路走向。',
      en: 'Dots are settlements, sized by permanent residents; tours join stops in order by straight lines, not along roads.',
    },
  )
}

/** The number under which the county’s map was approved for publication. */
const approval = ({ mapApproval, t }: Context): Markup | null =>
  mapApproval === undefined
    ? null
    : html`<p>${t({ zh: `审图号：${mapApproval}`, en: `Map approval number: ${mapApproval}` })}</p>`

/** Clinic vehicles where there are any, else the kind with most days out. */
function kindToDraw(context: Context): string | undefined {
  const out = context.plan.fleet.filter((f) => f.daysUsed > 0)
  const busiest = [...out].sort((a, b) => b.daysUsed - a.daysUsed)[0]
  return (out.find((f) => f.kind === 'clinicVehicle') ?? busiest)?.kind
}

function placesOf({ input }: Context): Map<string, LngLat> {
  const places = new Map<string, LngLat>()
  for (const place of [...input.county.settlements, ...input.county.facilities])
    if (place.at) places.set(place.id, place.at)
  return places
}

/** One line for each different tour of a vehicle. */
function tourLines(
  context: Context,
  vehicles: readonly Vehicle[],
  colourOf: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, LngLat>,
): MapLine[] {
  const { plan, names } = context
  const settlementOf = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const vehicleOf = new Map(vehicles.map((v) => [v.id, v]))
  const lines = new Map<string, MapLine>()
  for (const tour of plan.tours) {
    const vehicle = vehicleOf.get(tour.vehicle)
    const key = `${tour.vehicle}|${tour.visits.map((v) => v.stop).join()}`
    if (!vehicle || lines.has(key)) continue
    const stops = tour.visits.map((v) => settlementOf.get(v.stop) ?? '')
    lines.set(key, {
      points: [vehicle.depot, ...stops, vehicle.depot].flatMap((id) => {
        const at = places.get(id)
        return at ? [at] : []
      }),
      colour: colourOf.get(vehicle.id) ?? colours.ink,
      width: 1.8,
      title: names.vehicle(vehicle.id),
    })
  }
  return [...lines.values()].filter((line) => line.points.length > 1)
}

/** The tours of one kind of vehicle, one colour a vehicle. */
function toursMap(context: Context, frame: readonly LngLat[]): Markup | null {
  const { plan, input, t, names } = context
  const kind = kindToDraw(context)
  if (!kind) return null
  const places = placesOf(context)
  const out = new Set(plan.tours.map((tour) => tour.vehicle))
  const vehicles = input.county.vehicles.filter((v) => v.kind === kind && out.has(v.id))
  const colourOf = new Map(vehicles.map((v, k) => [v.id, series[k % series.length] as string]))
  const mark = (id: string, rest: Omit<Mark, 'at'>): Mark[] => {
    const at = places.get(id)
    return at ? [{ at, ...rest }] : []
  }
  const stops = plan.stops
    .filter((s) => s.kind === kind)
    .flatMap((s) =>
      mark(s.settlement, {
        shape: 'dot',
        colour: colours.ink,
        size: 3,
        title: names.settlementInVillage(s.settlement),
      }),
    )
  const depots = [...new Set(vehicles.map((v) => v.depot))].flatMap((id) =>
    mark(id, {
      shape: 'square',
      colour: colours.brand,
      size: 5,
      title: names.facility(id),
      label: names.facility(id),
    }),
  )
  const map = countyMap({
    roads: input.roads,
    terrain: input.terrain,
    frame,
    lines: tourLines(context, vehicles, colourOf, places),
    marks: [...stops, ...depots],
    title: t({ zh: '巡回线路', en: 'Tours' }),
    legend: vehicles.slice(0, series.length).map((v) => ({
      shape: 'line' as const,
      colour: colourOf.get(v.id) ?? colours.ink,
      text: names.vehicle(v.id),
    })),
  })
  return html`<h3>${t({ zh: '巡回线路', en: 'Tours' })}</h3>${map}`
}
