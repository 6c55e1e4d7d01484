import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

export interface Migration {
  id: number
  name: string
  sql: string
  /** SHA-256 of the text with line ends as \n. */
  checksum: string
}

export const migrationsFolder = new URL('../../migrations/', import.meta.url)

/** The SQL files of a folder, `0001-name.sql` and on without a gap. */
export async function readMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, k) => {
      const id = Number(file.slice(0, 4))
      if (id !== k + 1) throw new Error(`${file}: number ${k + 1} was expected`)
      const sql = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n')
      if (/^\s*(BEGIN|COMMIT|ROLLBACK)\b/im.test(sql))
        throw new Error(`${file} ends its own transaction`)
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { id, name: file.slice(5, -4), sql, checksum }
    }),
  )
}
