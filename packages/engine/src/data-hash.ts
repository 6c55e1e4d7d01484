import { createHash } from 'node:crypto'
import { oncePer } from '@kuashan/core/kernel/once-per.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { isCity } from './travel/county-tables.ts'

const digest = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex')

const rowDigest = oncePer((row: object) => digest(JSON.stringify(row)))

const sorted = (rows: readonly unknown[]): string[] =>
  rows
    .map((row) =>
      typeof row === 'object' && row !== null ? rowDigest(row) : digest(JSON.stringify(row)),
    )
    .sort()

/** Provenance tells where a row stood in a file; it is not part of what a plan depends on. */
const bare = oncePer((row: object) => ({ ...row, provenance: undefined }))

type Ways = Pick<CountyInput, 'roads' | 'terrain' | 'minutes'>

const waysKnown = new WeakMap<Ways['terrain'], Ways & { hash: readonly string[][] }>()

/** Roads, heights and minutes are large and stay while rows are corrected: what is the same object is hashed once. */
function waysHash({ roads, terrain, minutes }: Ways): readonly string[][] {
  const known = waysKnown.get(terrain)
  if (known?.roads === roads && known.minutes === minutes) return known.hash
  const ways = roads
    ? roads.ways.map(({ points, ...way }) => {
        const line = Array.from(points, (p) => [roads.lng[p], roads.lat[p]])
        return { way, line }
      })
    : []
  const tiles = terrain.tiles.map((tile) =>
    digest(new Uint8Array(tile.metres.buffer, tile.metres.byteOffset, tile.metres.byteLength)),
  )
  const hash = [sorted(ways), tiles.sort(), sorted(minutes?.entries ?? [])]
  waysKnown.set(terrain, { roads, terrain, minutes, hash })
  return hash
}

/**
 * SHA-256 of all that a plan depends on. The order of rows does not matter: each table is hashed as a set.
 * Printed on every plan, so that a replay can be told from a plan on other data.
 */
export function dataHash(input: CountyInput): string {
  const { county, catalogue } = input
  const { baseline, settings, settlements, facilities, vehicles, staff, ...rest } = county
  const tables = [settlements, facilities, vehicles, staff].map((rows: readonly object[]) =>
    sorted(rows.map(bare)),
  )
  const others = Object.values(rest).map((rows) => sorted(rows))
  const today = Object.values(baseline).map((rows) => sorted(rows))
  return digest(
    JSON.stringify([
      settings,
      catalogue.catalogueVersion,
      sorted(catalogue.services),
      tables,
      others,
      today,
      ...waysHash(input),
    ]),
  )
}

/**
 * SHA-256 of what deciding and judging plans of a county depends on. It is that of all data, save that of a height it counts
 * alone whether it is one that the county calls remote (`classifyRemote`).
 */
export function planningHash(input: CountyInput): string {
  const { county } = input
  const { minElevationM: least } = county.settings.remote
  const settlements = county.settlements.map((s) => {
    const { elevationM, ...rest } = s
    const high = least === undefined || elevationM === undefined ? null : elevationM >= least
    return { ...rest, elevationM: high === null ? undefined : Number(high) }
  })
  return dataHash({ ...input, county: { ...county, settlements } })
}

/**
 * SHA-256 of what ways and travel times of a county depend on: data with one hash have one travel, so that people counted
 * anew or a door that opens longer leave it as it is. In a city, whose tables keep only what may decide something, all data
 * count.
 */
export function travelHash(input: CountyInput): string {
  const { county } = input
  if (isCity(county)) return dataHash(input)
  const { horizon, seasons, closures, assumptions } = county.settings
  const places = [...county.settlements, ...county.facilities].map(
    ({ id, name, at, provenance }) => [id, name, at, provenance],
  )
  const stands = county.settlements.filter((s) => s.canStop).map((s) => s.id)
  const vehicles = county.vehicles.map((v) => [v.depot, v.widthM, v.weightT])
  const walks = county.standards.filter((s) => s.metric === 'maxWalkMin').map((s) => s.value)
  const { walkToStopMin } = assumptions
  return digest(
    JSON.stringify([
      [horizon, seasons, closures, walkToStopMin],
      county.settlements.length,
      places,
      stands,
      vehicles,
      walks,
      waysHash(input),
    ]),
  )
}
