import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Lets `fill` write into a folder. Where the folder was absent or empty and the writing fails, what was written is
 * taken away again, so that no half of a county is left that could be read as a whole one.
 */
export async function writeWholeFolder(dir: string, fill: () => Promise<void>): Promise<void> {
  const absent = !existsSync(dir)
  const empty = absent || (await readdir(dir)).length === 0
  try {
    await mkdir(dir, { recursive: true })
    await fill()
  } catch (error) {
    if (absent) await rm(dir, { recursive: true, force: true })
    else if (empty)
      for (const name of await readdir(dir))
        await rm(join(dir, name), { recursive: true, force: true })
    throw error
  }
}
