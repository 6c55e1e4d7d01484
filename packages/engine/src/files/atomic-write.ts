import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes beside the file, flushes, and renames: a reader, or a crash, sees the old content or the new, never half.
 * An error of the system names the file that was to be written.
 */
export async function atomicWrite(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    const file = await open(beside, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    if (error instanceof Error && 'code' in error) Object.assign(error, { path })
    throw error
  }
}
