import { DatabaseSync } from 'node:sqlite'

/** A small MBTiles file; places count from the north-west. */
export function writeTiles(
  path: string,
  format: string,
  tiles: readonly { z: number; x: number; y: number; text: string }[],
): void {
  const database = new DatabaseSync(path)
  database.exec(`CREATE TABLE metadata (name text, value text);
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)`)
  database.prepare("INSERT INTO metadata VALUES ('format', ?)").run(format)
  const add = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
  for (const { z, x, y, text } of tiles)
    add.run(z, x, 2 ** z - 1 - y, new TextEncoder().encode(text))
  database.close()
}
