import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Takes away what was put into a folder longer ago than so many milliseconds; a folder that is not there is empty. */
export async function dropOlder(folder: string, keptMs: number, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const made = await stat(path).catch(() => null)
    if (made && now - made.mtimeMs > keptMs) await rm(path, { recursive: true, force: true })
  }
}
