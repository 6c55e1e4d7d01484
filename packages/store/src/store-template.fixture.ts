import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openStore } from './open-store.ts'
import { readSecrets } from './secrets/secrets-file.ts'

const run = promisify(execFile)

/** Settings of embedded databases that tests throw away. */
export const throwAway = ['fsync=off']

const takeTurn = (turn: string): Promise<boolean> =>
  mkdir(turn).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return false
    },
  )

/** Makes the template once for a run of tests: whoever comes first does, others wait. */
async function madeIn(home: string): Promise<string> {
  const made = join(home, 'made')
  const turn = join(home, 'turn')
  while (!existsSync(made)) {
    if (!(await takeTurn(turn))) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    const draft = join(home, 'draft')
    try {
      await mkdir(draft, { mode: 0o755 })
      await (await openStore({ folder: draft, settings: throwAway })).close()
      await rename(draft, made)
    } finally {
      await rm(draft, { recursive: true, force: true })
      await rm(turn, { recursive: true })
    }
  }
  return made
}

/**
 * Lays out an embedded database that is at the newest migration already, where a run of tests keeps a place for one:
 * making one anew takes a second of processor time, and tests make sixty. The keys of its fields are new.
 */
export async function layOutStore(folder: string): Promise<void> {
  const home = process.env.KUASHAN_TEST_TEMPLATE
  if (!home) return
  const made = await madeIn(home)
  await run('cp', ['-a', join(made, 'database'), folder])
  const { databasePassword } = await readSecrets(made)
  const { fieldKey, indexKey } = await readSecrets(join(folder, 'keys'))
  await rm(join(folder, 'keys'), { recursive: true })
  const secrets = JSON.stringify({ databasePassword, fieldKey, indexKey })
  await writeFile(join(folder, 'secrets.json'), secrets, { mode: 0o600 })
}
