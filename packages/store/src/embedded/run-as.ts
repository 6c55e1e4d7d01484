import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whose processes and files the database's are; undefined for our own. */
export type RunAs = { uid: number; gid: number } | undefined

const idsOf = async (user: string): Promise<{ uid: number; gid: number }> => ({
  uid: Number((await run('id', ['-u', user])).stdout),
  gid: Number((await run('id', ['-g', user])).stdout),
})

/** PostgreSQL refuses to run as root, so root starts it as the user `postgres`, who is made where missing. */
export async function databaseUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined
  try {
    return await idsOf('postgres')
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
    return idsOf('postgres')
  }
}
