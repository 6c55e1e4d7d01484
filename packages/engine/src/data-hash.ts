import { createHash } from 'node:crypto'
import type { CountyInput } from '@kuashan/core/plan/county.ts'

const digest = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex')

const sorted = (rows: readonly unknown[]): string[] =>
  rows.map((row) => digest(JSON.stringify(row))).sort()

/** Provenance tells where a row stood in a file; it is not part of what a plan depends on. */
const bare = (rows: readonly object[]): unknown[] =>
  rows.map((row) => ({ ...row, provenance: undefined }))

/**
 * SHA-256 of all that a plan depends on. The order of rows does not matter: each table is hashed as a set.
 * Printed on every plan, so that a replay can be told from a plan on other data.
 */
export function dataHash(input: CountyInput): string {
  const { county, catalogue, roads, terrain, minutes } = input
  const { baseline, settings, settlements, facilities, vehicles, staff, ...rest } = county
  const tables = [settlements, facilities, vehicles, staff].map((rows) => sorted(bare(rows)))
  const others = Object.values(rest).map((rows) => sorted(rows))
  const today = Object.values(baseline).map((rows) => sorted(rows))
  const ways = roads
    ? roads.ways.map(({ points, ...way }) => {
        const line = Array.from(points, (p) => [roads.lng[p], roads.lat[p]])
        return { way, line }
      })
    : []
  const tiles = terrain.tiles.map((tile) =>
    digest(new Uint8Array(tile.metres.buffer, tile.metres.byteOffset, tile.metres.byteLength)),
  )
  return digest(
    JSON.stringify([
      settings,
      catalogue.catalogueVersion,
      sorted(catalogue.services),
      tables,
      others,
      today,
      sorted(ways),
      tiles.sort(),
      sorted(minutes?.entries ?? []),
    ]),
  )
}
