import { open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'

/** Who holds a folder. */
export interface LockHolder {
  pid: number
  host: string
  command: string
  since: string
}

/** A folder held until `release`; or the finding that says who else holds it. */
export type Lock =
  | { held: true; release: () => Promise<void>; findings: Finding[] }
  | { held: false; findings: Finding[] }

const lockPath = (dir: string): string => join(dir, '.kuashan', 'lock')

function isRunning({ pid, host }: LockHolder): boolean {
  // Of another machine's processes nothing is known, so its lock is believed.
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function holderOf(path: string): Promise<LockHolder | null> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<LockHolder>
    return typeof holder.pid === 'number' ? (holder as LockHolder) : null
  } catch {
    return null
  }
}

async function tryCreate(path: string, holder: LockHolder): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(JSON.stringify(holder))
    } catch (error) {
      // A lock that does not say whose it is would hold the folder for ever.
      await rm(path, { force: true })
      throw error
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Between two looks at a lock that another holds, milliseconds. */
const LOOK_AGAIN_MS = 200

/** Takes the folder as `lockFolder` does, but waits for another that holds it: a reading takes seconds. */
export async function lockFolderWithin(
  dir: string,
  command: string,
  waitMs: number,
): Promise<Lock> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const lock = await lockFolder(dir, command)
    if (lock.held || waited >= waitMs) return lock
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Takes the folder for this process. The lock of a process that has ended is taken over, and a note says so. */
export async function lockFolder(dir: string, command: string): Promise<Lock> {
  const path = lockPath(dir)
  const me: LockHolder = {
    pid: process.pid,
    host: hostname(),
    command,
    since: new Date().toISOString(),
  }
  const release = (): Promise<void> => rm(path, { force: true })
  if (await tryCreate(path, me)) return { held: true, release, findings: [] }
  const holder = await holderOf(path)
  const facts = {
    command: holder?.command ?? '?',
    pid: holder?.pid ?? '?',
    since: holder?.since ?? '?',
    lock: path,
  }
  if (holder === null || isRunning(holder))
    return { held: false, findings: [finding('folder-locked', {}, facts)] }
  // Renaming moves one particular file: of two that find the same stale lock only one succeeds.
  const stale = `${path}.${process.pid}.stale`
  const moved = await rename(path, stale).then(
    () => true,
    () => false,
  )
  await rm(stale, { force: true })
  if (!moved || !(await tryCreate(path, me))) return lockFolder(dir, command)
  return { held: true, release, findings: [finding('lock-taken-over', {}, facts)] }
}
