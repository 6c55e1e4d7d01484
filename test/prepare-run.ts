import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What a run of tests makes once: the database that stores are copied from, and the compiled form of our own code for the
 * programs and threads that tests start. Both are made by whoever needs them first.
 */
export async function setup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'kuashan-run-'))
  // The database's own user has to get in.
  await chmod(home, 0o755)
  process.env.KUASHAN_TEST_TEMPLATE = join(home, 'template')
  await mkdir(process.env.KUASHAN_TEST_TEMPLATE, { mode: 0o755 })
  process.env.NODE_COMPILE_CACHE ??= join(home, 'compiled')
  return () => rm(home, { recursive: true, force: true })
}
