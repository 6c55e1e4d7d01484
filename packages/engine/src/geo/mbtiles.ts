import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Picture tiles in one file: MBTiles 1.3 (github.com/mapbox/mbtiles-spec), a SQLite database. */
export interface PictureTiles {
  /** Media type of the pictures. */
  type: string
  minZoom: number
  maxZoom: number
  /** The picture at a place counted from the north-west corner; null where there is none. */
  tile(z: number, x: number, y: number): Uint8Array | null
  close(): void
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** Opens a file of tiles for reading. Says why where it cannot be used: absent, no MBTiles, or tiles that are no pictures. */
export function openPictureTiles(
  path: string,
): PictureTiles | 'absent' | 'unreadable' | 'no-pictures' {
  if (!existsSync(path)) return 'absent'
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
      tile: (z, x, y) =>
        (asked.get(z, x, 2 ** z - 1 - y)?.tile_data as Uint8Array | undefined) ?? null,
      close: () => open.close(),
    }
  } catch {
    database?.close()
    return 'unreadable'
  }
}
