import { writeFileSync } from 'node:fs'
import { type TileType, zxyToTileId } from 'pmtiles'

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
}

/** A small PMTiles archive of version 3 with one directory and nothing packed; places count from the north-west. */
export function writePmTiles(
  path: string,
  type: TileType,
  tiles: readonly { z: number; x: number; y: number; text: string }[],
): void {
  const entries = tiles
    .map(({ z, x, y, text }) => ({ id: zxyToTileId(z, x, y), bytes: Buffer.from(text) }))
    .sort((a, b) => a.id - b.id)
  const directory = Buffer.from([
    ...varint(entries.length),
    ...entries.flatMap(({ id }, k) => varint(id - (entries[k - 1]?.id ?? 0))),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ bytes }) => varint(bytes.length)),
    // Each follows the one before it.
    ...entries.flatMap((_, k) => varint(k === 0 ? 1 : 0)),
  ])
  const data = Buffer.concat(entries.map(({ bytes }) => bytes))
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header[7] = 3
  const metadata = Buffer.from('{}')
  const parts = [directory, metadata, Buffer.alloc(0), data]
  let at = header.length
  for (const [k, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * k)
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * k)
    at += part.length
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(entries.length), place)
  const zooms = tiles.map(({ z }) => z)
  header.set([1, 1, 1, type, Math.min(...zooms, 22), Math.max(...zooms, 0)], 96)
  writeFileSync(path, Buffer.concat([header, ...parts]))
}
