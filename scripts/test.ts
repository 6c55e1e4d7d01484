/**
 * `npm test`: every test, browser ones included. The last line is `N passed, N failed, N skipped`;
 * what failed is named just before it.
 * Without Chromium the browser tests are skipped and counted as skipped, and this says how to get one.
 * Where KUASHAN_TEST_POSTGRESQL names a folder with `initdb` and `pg_ctl`, as /usr/lib/postgresql/15/bin, the suites of
 * the store and the server run once more on a throw-away server of that PostgreSQL, and are counted in; without it they
 * count as skipped.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '@kuashan/store/embedded/cluster.ts'
import { findChromium } from '../test/browser/find-chromium.ts'
import { type Counts, runVitest, sumOf } from './vitest-counts.ts'

/** Suites that work on a database. */
const onDatabase = ['packages/store/', 'apps/server/']

const suitesOf = (asked: readonly string[]): readonly string[] =>
  asked.length > 0 ? asked : onDatabase

/** What would have run once more, as skipped. */
function notOnServer({ ofFiles }: Counts): Counts {
  const left = Object.entries(ofFiles).filter(([file]) =>
    onDatabase.some((suite) => file.startsWith(suite)),
  )
  const skipped = left.reduce((sum, [, count]) => sum + count, 0)
  if (skipped > 0) {
    console.log(
      `${skipped} tests of the store and the server were not run once more on PostgreSQL 15.`,
    )
    console.log('  Debian 12: apt-get install postgresql-15, then set')
    console.log('  KUASHAN_TEST_POSTGRESQL=/usr/lib/postgresql/15/bin')
  }
  return { passed: 0, failed: 0, skipped, ofFiles: {}, failures: [], ok: true }
}

async function runOnServer(binaries: string, paths: readonly string[]): Promise<Counts> {
  console.log(`Once more on the PostgreSQL of ${binaries}:`)
  const folder = await mkdtemp(join(tmpdir(), 'kuashan-postgresql-'))
  // The database's own user has to get in.
  await chmod(folder, 0o755)
  const settings = ['fsync=off', 'max_connections=200']
  const cluster = await openCluster({ folder, binaries, settings })
  try {
    return await runVitest(paths, { KUASHAN_TEST_DATABASE_URL: cluster.url })
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (!findChromium()) {
  console.log('No Chromium found: browser tests will be skipped.')
  console.log('  Debian, Ubuntu: apt-get install chromium fonts-noto-cjk')
  console.log('  Elsewhere: set CHROMIUM to the path of a Chromium or Chrome.')
}
const asked = process.argv.slice(2)
const binaries = process.env.KUASHAN_TEST_POSTGRESQL
const here = await runVitest(asked)
const there = binaries ? await runOnServer(binaries, suitesOf(asked)) : notOnServer(here)
const { passed, failed, skipped, failures, ok } = sumOf([here, there])
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = ok ? 0 : 1
