import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Node keeps what it compiled of our own code, from run to run. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/kuashan-compiled', import.meta.url))

/**
 * What a run of tests makes once: the database that stores are copied from, made by whoever needs it first, and the
 * compiled form of our own code for the programs and threads that tests start.
 */
export async function setup(): Promise<() => Promise<void>> {
  process.env.NODE_COMPILE_CACHE ??= compiled
  const home = await mkdtemp(join(tmpdir(), 'kuashan-run-'))
  // The database's own user has to get in.
  await chmod(home, 0o755)
  process.env.KUASHAN_TEST_TEMPLATE = home
  return () => rm(home, { recursive: true, force: true })
}
