import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'

/** How long a file that a job made can be fetched; after that it is made again. */
export const madeKeptMs = 7 * 24 * 3600 * 1000

/** Files that jobs of a county made, each by the id of its job. */
export const madeFolder = (cache: string, county: string): string => join(cache, 'made', county)

/** Keeps what a job made; the file is for its owner's eyes only. */
export async function keepMade(
  folder: string,
  job: string,
  content: Uint8Array | string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await atomicWrite(join(folder, job), content)
}

/** What a job made; null where it is no longer kept. */
export async function readMade(folder: string, job: string, now: number): Promise<Buffer | null> {
  const path = join(folder, job)
  const kept = await stat(path).catch(() => null)
  if (!kept || now - kept.mtimeMs > madeKeptMs) return null
  return readFile(path).catch(() => null)
}
