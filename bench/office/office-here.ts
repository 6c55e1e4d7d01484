import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setUpOffice } from '@kuashan/server/county/set-up-office.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { signIn } from '@kuashan/store/accounts/sign-in.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { demo } from '../../apps/cli/src/commands/demo.ts'
import { createTerminal } from '../../apps/cli/src/terminal.ts'
import { databaseMs, firstThreadMs, postmasterOf, processMs } from './processor-time.ts'

/** An office on a demo county, served by a process of its own. */
export interface OfficeHere {
  address: string
  county: string
  /** A session’s token of somebody by login. */
  token(login: string): Promise<string>
  /** Processor milliseconds so far of the server, of its thread that answers everybody, and of its database. */
  cpu(): { server: number; answering: number; database: number }
  close(): Promise<void>
}

const password = 'over the mountain, through the valley'

type Size = 'county' | 'city' | 'three-valleys'

/** Writes a demo county (seed 1), without a word. */
export async function writeDemo(folder: string, size: Size): Promise<void> {
  const terminal = createTerminal({ language: 'en', json: true })
  const say = console.log
  console.log = () => {}
  await demo(folder, { size, seed: 1 }, { terminal, signal: new AbortController().signal })
  console.log = say
}

/** Sets an office up around a demo county (seed 1) with the embedded database and serves it. */
export async function openOfficeHere(size: Size): Promise<OfficeHere> {
  const folder = await mkdtemp(join(tmpdir(), 'kuashan-office-'))
  await chmod(folder, 0o755)
  await writeDemo(join(folder, 'county'), size)
  const store = await openStore({ folder: join(folder, 'store') })
  const { seats } = await setUpOffice(store, join(folder, 'county'))
  for (const { token } of seats) await useLink(store, token, password, Date.now())
  const county = seats[0]!.token.slice(0, 12)
  const program = fileURLToPath(
    new URL('../../apps/server/src/server-process.fixture.ts', import.meta.url),
  )
  const child = spawn(process.execPath, [program, join(folder, 'store')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  const postmaster = postmasterOf(join(folder, 'store/database/postmaster.pid'))
  return {
    address: String(said).trim(),
    county,
    token: (login) => signIn(store, { county, login, password }, Date.now()),
    cpu: () => ({
      server: processMs(child.pid!),
      answering: firstThreadMs(child.pid!),
      database: databaseMs(postmaster),
    }),
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
