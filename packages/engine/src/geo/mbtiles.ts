import { DatabaseSync } from 'node:sqlite'
import type { PictureTiles, TilesUnfit } from './picture-tiles.ts'

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** Opens an MBTiles 1.3 file (github.com/mapbox/mbtiles-spec), a SQLite database. */
export function openMbTiles(path: string): PictureTiles | TilesUnfit {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path, { readOnly: true })
    const of = (name: string): string | undefined =>
      database!.prepare('SELECT value FROM metadata WHERE name = ?').get(name)?.value as
        | string
        | undefined
    const type = types[of('format') ?? 'png']
    const levels = database
      .prepare('SELECT min(zoom_level) AS low, max(zoom_level) AS high FROM tiles')
      .get() as { low: number | null; high: number | null }
    const asked = database.prepare(
      'SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
    )
    if (type === undefined || levels.low === null) {
      database.close()
      return 'no-pictures'
    }
    const open = database
    return {
      type,
      minZoom: levels.low,
      maxZoom: levels.high!,
      // Rows are counted from the south in the file.
      tile: async (z, x, y) =>
        (asked.get(z, x, 2 ** z - 1 - y)?.tile_data as Uint8Array | undefined) ?? null,
      close: async () => open.close(),
    }
  } catch {
    database?.close()
    return 'unreadable'
  }
}
