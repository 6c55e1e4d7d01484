import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { dropOlder } from './drop-older.ts'
import { madeKeptMs } from './made-files.ts'
import { uploadKeptMs } from './uploads.ts'

/** Takes away, in every county, uploads and files of jobs that have been kept long enough. */
export async function sweep(cache: string, now: number): Promise<void> {
  for (const [kind, keptMs] of [
    ['uploads', uploadKeptMs],
    ['made', madeKeptMs],
  ] as const) {
    const folder = join(cache, kind)
    for (const county of await readdir(folder).catch(() => []))
      await dropOlder(join(folder, county), keptMs, now)
  }
}
