import { horizonDaysOf } from '@kuashan/core/plan/county.ts'
import type { Ride, RidePickup } from '@kuashan/core/plan/plan.ts'
import { dutySecondsOf, rideFenOf } from '@kuashan/core/plan/ride-cost.ts'
import { formatClock, formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'
import { datesByMonth } from './timetable-villages.ts'

/** Rides that differ in nothing but their days and how many come. */
interface Run extends Ride {
  /** What the run is made of. */
  rides: Ride[]
}

/** One pick-up of one run. */
interface Row {
  village: string
  ride: Run
  pickup: RidePickup
  first: boolean
}

const days = (rides: readonly Ride[]): number => rides.reduce((n, { dates }) => n + dates.length, 0)

/** A year of the same way to the same place is one line on paper, with all its dates; people are the mean of a day. */
function runsOf(rides: readonly Ride[]): Run[] {
  const found = new Map<string, Ride[]>()
  for (const ride of rides) {
    const { site, by, vehicle, lines, services, pickups, arrive, leave } = ride
    const key = JSON.stringify([site, by, vehicle, lines, services, pickups, arrive, leave])
    found.set(key, [...(found.get(key) ?? []), ride])
  }
  return [...found.values()].map((same) => ({
    ...same[0]!,
    rides: same,
    dates: same.flatMap(({ dates }) => dates).sort(),
    people: same.reduce((n, { people, dates }) => n + people * dates.length, 0) / days(same),
  }))
}

function rowsOf({ plan, names }: Context): Row[] {
  return runsOf(plan.rides)
    .flatMap((ride) =>
      ride.pickups.map((pickup, k) => ({
        village: names.villageOf(pickup.settlement),
        ride,
        pickup,
        first: k === 0,
      })),
    )
    .sort(
      (a, b) =>
        a.village.localeCompare(b.village, 'zh') ||
        a.pickup.settlement.localeCompare(b.pickup.settlement) ||
        a.ride.id.localeCompare(b.ride.id),
    )
}

const byWords: Record<Exclude<Ride['by'], 'vehicle'>, Words> = {
  hired: { zh: '租车', en: 'hired' },
  bus: { zh: '现有班车', en: 'bus line' },
}

/** By what a ride goes: the vehicle's name, or hired, or the lines there and back. */
function carrier({ names, t }: Context, { by, vehicle, lines }: Ride): string {
  if (by === 'vehicle') return names.vehicle(vehicle ?? '')
  return by === 'bus' ? `${t(byWords.bus)} ${lines.join(' · ')}` : t(byWords.hired)
}

/** Cash and staff hours of a run in a year; shown at its first pick-up only. */
function yearOf({ input, language, t }: Context, { rides }: Run): Markup {
  const { county } = input
  let fen = 0
  let hours = 0
  for (const ride of rides) {
    const vehicle = county.vehicles.find((v) => v.id === ride.vehicle) ?? null
    const times = (ride.dates.length * 365) / horizonDaysOf(county)
    fen += rideFenOf({ by: ride.by, vehicle, metres: ride.metres }, county) * times
    hours += vehicle ? (dutySecondsOf(ride, county) * vehicle.crew * times) / 3600 : 0
  }
  const crew = t({ zh: `${formatNumber(hours)} 工时`, en: `${formatNumber(hours)} staff h` })
  return html`<span class="keep">${formatYuan(Math.round(fen), language)}</span>${hours > 0 ? html` <small class="keep">${crew}</small>` : ''}`
}

/** People brought to a service: which village, on which days, where to, at what time, by what, at what cost. */
export function ridesSection(context: Context): Markup {
  const { names, t } = context
  const walk = (minutes: number) =>
    minutes > 0 ? t({ zh: `（步行 ${minutes} 分）`, en: ` (${minutes} min on foot)` }) : ''
  const from = ({ pickup }: Row) =>
    pickup.riders
      .filter((r) => r.settlement !== pickup.settlement || r.walkSeconds > 0)
      .map((r) => `${names.settlement(r.settlement)}${walk(Math.ceil(r.walkSeconds / 60))}`)
      .join(t({ zh: '、', en: ', ' }))
  const body = table<Row>(
    context,
    [
      {
        head: { zh: '上车点（从哪里来）', en: 'Pick-up (from where)' },
        cell: (r) =>
          html`<b>${names.settlement(r.pickup.settlement)}</b> <small>${from(r)}</small>`,
      },
      {
        head: { zh: '去哪里，办什么', en: 'Where to, for what' },
        cell: ({ ride }) =>
          html`${names.facility(ride.site)} <small>${ride.services.map(names.service).join(t({ zh: '、', en: ', ' }))}</small>`,
      },
      {
        head: { zh: '上车–到达', en: 'Leave–there' },
        cell: (r) =>
          html`<span class="keep">${formatClock(r.pickup.depart)}–${formatClock(r.ride.arrive)}</span>`,
      },
      {
        head: { zh: '返回–到家', en: 'Back–home' },
        cell: (r) =>
          html`<span class="keep">${formatClock(r.ride.leave)}–${formatClock(r.pickup.home)}</span>`,
      },
      { head: { zh: '怎么去', en: 'By' }, cell: (r) => carrier(context, r.ride) },
      {
        head: { zh: '每次人数', en: 'People a time' },
        cell: (r) => (r.first ? formatNumber(r.ride.people, 1) : ''),
        numeric: true,
      },
      { head: { zh: '日期', en: 'Dates' }, cell: (r) => datesByMonth(context, r.ride.dates) },
      {
        head: { zh: '每年费用', en: 'Cost a year' },
        cell: (r) => (r.first ? yearOf(context, r.ride) : ''),
        numeric: true,
      },
    ],
    rowsOf(context),
    (r) => r.village,
  )
  return section(context, 'rides', { zh: '接送', en: 'Rides' }, body, {
    zh: '把人送到固定场所再送回来。一行是一趟接送的一个上车点，同样的趟次合成一行；人数和费用属于整趟，写在第一个上车点。人数为预计，时间取中位路况；租车按公里付费，现有班车不另花钱。',
    en: 'People are brought to a fixed site and home again. One row is one pick-up of a run, with all its days; people and cost are of the whole run and stand at its first pick-up. People are expected numbers, times are medians; hired buses are paid by the kilometre, an existing bus line costs nothing more.',
  })
}
