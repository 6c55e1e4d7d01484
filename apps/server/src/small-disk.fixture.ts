import { execFileSync } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFolder } from '@kuashan/store/store.fixture.ts'

/** A disk of its own, small enough to be filled; root may mount one, others may not. */
export interface SmallDisk {
  folder: string
  /** Leaves so many bytes free. */
  fill(left: number): Promise<void>
  /** Takes away what filled it. */
  free(): Promise<void>
  remove(): Promise<void>
}

/** A small disk in memory; null where none may be mounted. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const mount = await openFolder()
  const options = `size=${megabytes}m,mode=0755`
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mount], { stdio: 'ignore' })
  } catch {
    await rm(mount, { recursive: true })
    return null
  }
  const folder = join(mount, 'store')
  await mkdir(folder, { mode: 0o755 })
  const ballast = join(mount, 'ballast')
  const free = () => rm(ballast, { force: true })
  return {
    folder,
    free,
    fill: async (left) => {
      await free()
      const { bavail, bsize } = await statfs(folder)
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    remove: async () => {
      execFileSync('umount', ['--lazy', mount])
      await rm(mount, { recursive: true })
    },
  }
}
