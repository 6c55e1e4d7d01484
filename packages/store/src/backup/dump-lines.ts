import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/**
 * A backup is gzipped text, one JSON value a line: the heading, then for each table its name followed by its rows in the
 * order of its key, then the ending. Version-free: any PostgreSQL of ours can read what another wrote.
 */
export const Heading = z.object({
  kuashan: z.literal('backup'),
  format: z.literal(1),
  migrations: z.array(z.object({ id: z.number().int(), checksum: z.string() })),
})
export type Heading = z.infer<typeof Heading>

export const TableLine = z.object({ table: z.string().regex(/^[a-z_]+$/) })

/** `hash` is SHA-256 over every line between heading and ending: equal contents have equal hashes, whenever backed up. */
export const Ending = z.object({ rows: z.number().int(), hash: z.string() })
export type Ending = z.infer<typeof Ending>

export const lineHash = (): Hash => createHash('sha256')

/** The lines of a backup. Splits at \n alone: text in rows may hold U+2028, which `node:readline` takes for a line's end. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: string[] = []
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  for await (const chunk of text) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    for (const part of parts.slice(0, -1)) {
      yield rest.join('') + part
      rest = []
    }
    rest.push(parts.at(-1)!)
  }
  if (rest.join('') !== '') yield rest.join('')
}
