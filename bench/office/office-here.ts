import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
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

/** An office on a demo county, served by a process of its own. */
export interface OfficeHere {
  address: string
  county: string
  /** A session’s token of somebody by login. */
  token(login: string): Promise<string>
  /** Processor milliseconds so far of the server and of its database. */
  cpu(): { server: number; database: number }
  close(): Promise<void>
}

const password = 'over the mountain, through the valley'

/** Milliseconds that a process has run. */
const ran = (pid: string | number): number => {
  const [, ticks] = /\) \S+ (.*)$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').trim()) ?? [
    '',
    '',
  ]
  const fields = ticks!.split(' ')
  // Fields 14 and 15 of proc(5): ticks of a hundredth of a second in user and kernel mode.
  return (Number(fields[10]) + Number(fields[11])) * 10
}

const childrenOf = (pid: string): string[] =>
  readdirSync('/proc').filter((name) => {
    try {
      return (
        /^\d+$/.test(name) &&
        readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1] === pid
      )
    } catch {
      return false
    }
  })

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
  const postmaster = readFileSync(join(folder, 'store/database/postmaster.pid'), 'utf8').split(
    '\n',
  )[0]!
  return {
    address: String(said).trim(),
    county,
    token: (login) => signIn(store, { county, login, password }, Date.now()),
    cpu: () => ({
      server: ran(child.pid!),
      database: childrenOf(postmaster).reduce((sum, pid) => sum + ran(pid), 0),
    }),
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
