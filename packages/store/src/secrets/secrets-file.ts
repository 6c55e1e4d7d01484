import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Key = z.string().regex(/^[0-9a-f]{64}$/)

/** What must be kept with the data and apart from the backups: without `fieldKey` identity numbers cannot be read again. */
export const Secrets = z.object({
  databasePassword: Key,
  fieldKey: Key,
  indexKey: Key,
})
export type Secrets = z.infer<typeof Secrets>

const key = (): string => randomBytes(32).toString('hex')

/** The secrets of a data folder, made on the first call; the file is for its owner's eyes only. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  await mkdir(folder, { recursive: true })
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (text !== null) return Secrets.parse(JSON.parse(text))
  const made: Secrets = { databasePassword: key(), fieldKey: key(), indexKey: key() }
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify(made, null, 2), { mode: 0o600 })
  // A link fails where another process was first: then its secrets hold.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readSecrets(folder)
}
