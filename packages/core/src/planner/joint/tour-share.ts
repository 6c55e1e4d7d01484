import { pricePerKm } from '../../plan/price-per-km.ts'
import { cellAt, placesIn } from '../../travel/read-table.ts'
import type { TravelTable } from '../../travel/travel-table.ts'
import { profileOf } from '../fleet-class.ts'
import type { ChoiceGround } from './build-choice.ts'
import { stopKey } from './options/vehicle-options.ts'

/** Above so many steps a county gets no bound: it would take longer than the plan. */
const mostWork = 2e9

/** Fen to choose by of each second at a stop, its share of the cheapest tour included; by stop key. */
export type SecondFen = ReadonlyMap<string, number>

/**
 * An underestimate of what a second of service at a stop costs on any tour of any vehicle of the class. A tour that
 * visits stops T, works Σ τ seconds at them and drives D has Σ τ ≤ shift − D, where D is at least the shortest way to
 * each of T and back, and so are its metres. So Σ τᵢ ÷ (shift − dᵢ) ≤ 1 and Σ mᵢ τᵢ ÷ (shift − dᵢ) ≤ its metres: to
 * share day, metres and driving by τᵢ ÷ (shift − dᵢ) never charges more than the tour costs (after Haimovich and
 * Rinnooy Kan 1985). Shortest ways run over all stops and depots, in each state of the road, by seconds and by metres
 * apart, so that no triangle inequality is supposed. Null where the county is too big.
 */
export function secondFen(base: ChoiceGround): SecondFen | null {
  const { ground, classes, stops } = base
  const vehicles = classes.flatMap((fleet) => fleet.vehicles.map((vehicle) => ({ fleet, vehicle })))
  const depots = [...new Set(vehicles.map((v) => v.vehicle.depot))].sort()
  const tables = roadTables(base)
  const profiles = [...new Set(vehicles.map((v) => profileOf(v.vehicle)))]
  const n = depots.length + stops.length
  if (4 * depots.length * n ** 2 * profiles.length > mostWork) return null
  const places = [...depots, ...stops]
  const least = new Map<string, number>()
  for (const profile of profiles) {
    const ways = waysIn(
      tables.map((table) => table[profile]),
      places,
      depots.length,
    )
    for (const { fleet, vehicle } of vehicles) {
      if (profileOf(vehicle) !== profile) continue
      const { seconds, metres } = ways[depots.indexOf(vehicle.depot)]!
      const perSecond = (vehicle.crew * ground.county.settings.prices.staffHourFen) / 3600
      const perMetre = pricePerKm(vehicle, ground.county) / 1000
      stops.forEach((stop, k) => {
        const at = depots.length + k
        const left = vehicle.shiftSeconds - seconds[at]!
        if (!(left > 0)) return
        const day = metres[at]! * perMetre + vehicle.costPerDayFen + seconds[at]! * perSecond
        const key = stopKey(stop, fleet)
        least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, day / left + perSecond))
      })
    }
  }
  return least
}

/** The vehicle tables of every state of the road. */
const roadTables = ({ ground }: ChoiceGround): Readonly<Record<string, TravelTable>>[] => [
  ...new Set([ground.travel.base.vehicle, ...ground.travel.seasons.map((s) => s.travel.vehicle)]),
]

/** The shortest ways there and back, by place: seconds and metres, each by itself. */
interface Ways {
  seconds: Float64Array
  metres: Float64Array
}

/** From each of the first `depots` places, over legs each as short as it is in any state of the road. */
function waysIn(
  tables: readonly (TravelTable | undefined)[],
  places: readonly string[],
  depots: number,
): Ways[] {
  const n = places.length
  const seconds = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY)
  const metres = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY)
  for (const table of tables) {
    if (table === undefined) continue
    const [rows, columns] = [placesIn(table.from), placesIn(table.to)].map((at) =>
      places.map((place) => at.get(place) ?? -1),
    ) as [number[], number[]]
    for (let i = 0; i < n; i++) {
      const row = rows[i]!
      if (row < 0) continue
      for (let j = 0; j < n; j++) {
        const column = columns[j]!
        const cell = column < 0 ? -1 : cellAt(table, row, column)
        if (cell < 0 || table.p50[cell]! < 0) continue
        const k = i * n + j
        if (table.p50[cell]! < seconds[k]!) seconds[k] = table.p50[cell]!
        const way = Math.max(0, table.roadMetres[cell]!)
        if (way < metres[k]!) metres[k] = way
      }
    }
  }
  const [bySeconds, byMetres] = [thereAndBack(seconds, n, depots), thereAndBack(metres, n, depots)]
  return bySeconds.map((way, k) => ({ seconds: way, metres: byMetres[k]! }))
}

function thereAndBack(length: Float64Array, n: number, depots: number): Float64Array[] {
  const home = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) home[j * n + i] = length[i * n + j]!
  return Array.from({ length: depots }, (_, depot) => {
    const back = shortest(home, n, depot)
    return shortest(length, n, depot).map((way, k) => way + back[k]!)
  })
}

/** Dijkstra on a dense table, row = from. */
function shortest(length: Float64Array, n: number, depot: number): Float64Array {
  const way = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const left = Int32Array.from({ length: n }, (_, k) => k)
  way[depot] = 0
  for (let count = n; count > 0; count--) {
    let at = 0
    for (let k = 1; k < count; k++) if (way[left[k]!]! < way[left[at]!]!) at = k
    const place = left[at]!
    left[at] = left[count - 1]!
    const here = way[place]!
    if (here === Number.POSITIVE_INFINITY) break
    for (let k = 0; k < count - 1; k++) {
      const to = left[k]!
      const over = here + length[place * n + to]!
      if (over < way[to]!) way[to] = over
    }
  }
  return way
}
