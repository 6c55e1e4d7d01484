import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { type Caller, ownCaller } from './database/caller.ts'
import { withClient } from './database/connect.ts'
import type { Access } from './database/with-caller.ts'
import { openStore, type Store } from './open-store.ts'
import { createCounty } from './queries/counties.ts'
import { acceptRevision, stageRevision } from './queries/revisions.ts'
import { layOutStore, throwAway } from './store-template.fixture.ts'

export interface TestStore extends Store {
  folder: string
  /** Arguments by which another process opens the same store. */
  reopen: string[]
  /** Closes the store and leaves nothing behind. */
  remove(): Promise<void>
}

/** A folder that the database's user may enter. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  await chmod(folder, 0o755)
  return folder
}

/**
 * A fresh, real store: the embedded database in a folder of its own, or, where KUASHAN_TEST_DATABASE_URL names an
 * administrator of a server, a new database there.
 */
export async function testStore(): Promise<TestStore> {
  const folder = await openFolder()
  const databaseUrl = process.env.KUASHAN_TEST_DATABASE_URL
  if (!databaseUrl) await layOutStore(folder)
  return storeIn(folder, databaseUrl)
}

/** A fresh store whose embedded database may be stopped, filled and killed; nobody else uses it. */
export const embeddedStore = async (folder?: string): Promise<TestStore> =>
  storeIn(folder ?? (await openFolder()), undefined)

async function storeIn(folder: string, databaseUrl: string | undefined): Promise<TestStore> {
  const database = `kuashan_test_${randomBytes(6).toString('hex')}`
  const store = await openStore({
    folder,
    ...(databaseUrl ? { databaseUrl, database } : { settings: throwAway }),
  })
  return {
    ...store,
    folder,
    reopen: databaseUrl ? [folder, databaseUrl, database] : [folder],
    async remove() {
      await store.close()
      if (databaseUrl)
        await withClient(databaseUrl, (client) =>
          client.query(`DROP DATABASE ${database} WITH (FORCE)`),
        )
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const countyCode = '331199000000'
export const otherCounty = '331198000000'

/** Somebody of the test's county, with an account id made of the role's name. */
export const somebody = (role: Caller['role'], some: Partial<Caller> = {}): Caller => ({
  county: countyCode,
  account: accountOf(role),
  role,
  area: '',
  purpose: 'planning',
  why: '',
  ...some,
})

const accountOf = (name: string): string => {
  const tail = Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12)
  return `01900000-0000-7000-8000-${tail}`
}

/** A store with two counties set up and nothing in them. */
export async function testStoreWithCounties(): Promise<TestStore> {
  const store = await testStore()
  for (const county of [countyCode, otherCounty])
    await store.as(ownCaller(county, 'console'), (access) =>
      createCounty(access, { name: `县 ${county}` }),
    )
  return store
}

/** Stages the county of the hand-checked example and puts it in force. Returns its revision. */
export async function stageThreeValleys(access: Access): Promise<string> {
  const { county } = demoCounty({ size: 'three-valleys', seed: 1 })
  const staged = { source: 'three-valleys', county, parts: [], findings: [] }
  const revision = await stageRevision(access, staged)
  await acceptRevision(access, revision, 1)
  return revision
}
