import { spawn } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSecrets } from '../secrets/secrets-file.ts'
import { bundledBinaries } from './binaries.ts'
import { freePort } from './free-port.ts'
import { databaseUser, type RunAs } from './run-as.ts'

export interface ClusterOptions {
  /** The data folder; the database lives in `database/` inside it. */
  folder: string
  /** Folder with `initdb` and `pg_ctl`; the bundled PostgreSQL where not given. */
  binaries?: string
  /** Further settings of the server, as `fsync=off` for tests. */
  settings?: readonly string[]
}

export interface Cluster {
  /** Connects as the administrator of the database server. */
  url: string
  port: number
  binaries: string
  /** Starts the server again where it has ended, at the port where everybody looks for it. */
  revive(): Promise<void>
  /** Stops the server if this process keeps it; who merely joined a running one leaves it running. */
  stop(): Promise<void>
}

const administrator = 'kuashan_admin'

/** Runs a program of PostgreSQL and gives its exit code. */
function run(program: string, args: readonly string[], as: RunAs): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    // The server must not inherit pipes of ours, or we would wait for it to end.
    const child = spawn(program, args, { ...as, env, cwd: '/', stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? -1))
  })
}

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null)) !== null

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Makes the server's files beside their place and moves them there whole: a crash leaves none or all. */
async function initialise(home: string, binaries: string, password: string, as: RunAs) {
  const draft = `${home}.new`
  const passwordFile = `${home}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (as) {
    await chown(draft, as.uid, as.gid)
    await chown(passwordFile, as.uid, as.gid)
  }
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  const code = await run(
    join(binaries, 'initdb'),
    [`--pgdata=${draft}`, `--username=${administrator}`, `--pwfile=${passwordFile}`, ...flags],
    as,
  )
  await rm(passwordFile, { force: true })
  if (code !== 0)
    throw new Error(
      `initdb ended with ${code} in ${draft}${as ? '; the user postgres must be able to enter every folder above it' : ''}`,
    )
  await rename(draft, home)
}

/** The port of the server running on these files; null where none runs. */
async function runningPort(home: string, control: string, as: RunAs): Promise<number | null> {
  if ((await run(control, ['status', '-D', home], as)) !== 0) return null
  const lines = (await readFile(join(home, 'postmaster.pid'), 'utf8')).split('\n')
  return Number(lines[3])
}

async function start(
  home: string,
  control: string,
  settings: readonly string[],
  as: RunAs,
  port: number,
) {
  const log = join(home, 'server.log')
  await rm(log, { force: true })
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', ...settings]
    .map((setting) => `-c ${setting}`)
    .concat("-c unix_socket_directories=''")
    .join(' ')
  const args = ['start', '-D', home, '-w', '-t', '60', '-l', log, '-o', options]
  if ((await run(control, args, as)) === 0) return port
  // Another process may have been quicker on the same folder.
  const other = await runningPort(home, control, as)
  if (other !== null) return other
  const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n')
  throw new Error(`PostgreSQL did not start in ${home}:\n${tail}`)
}

/** Becomes the keeper of the server unless a living process is. */
async function keep(file: string): Promise<boolean> {
  const keeper = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (keeper > 0 && keeper !== process.pid && isAlive(keeper)) return false
  await writeFile(file, String(process.pid))
  return true
}

/**
 * The PostgreSQL of a data folder: made on the first call, started where it does not run, joined where it does (after a
 * kill −9 of the process that started it, or beside another process of ours). Loopback only, password from `secrets.json`.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { databasePassword } = await readSecrets(options.folder)
  const binaries = options.binaries ?? (await bundledBinaries())
  const as = await databaseUser()
  const home = join(options.folder, 'database')
  const control = join(binaries, 'pg_ctl')
  if (!(await exists(home))) await initialise(home, binaries, databasePassword, as)
  const settings = options.settings ?? []
  const running = () => runningPort(home, control, as)
  const port = (await running()) ?? (await start(home, control, settings, as, await freePort()))
  const keeperFile = join(options.folder, 'keeper')
  const keeps = await keep(keeperFile)
  return {
    url: `postgres://${administrator}:${databasePassword}@127.0.0.1:${port}/postgres`,
    port,
    binaries,
    async revive() {
      if ((await running()) === null) await start(home, control, settings, as, port)
    },
    async stop() {
      if (!keeps) return
      const code = await run(control, ['stop', '-D', home, '-m', 'fast', '-w', '-t', '60'], as)
      if (code !== 0 && (await running()) !== null)
        throw new Error(`PostgreSQL in ${home} did not stop`)
      await rm(keeperFile, { force: true })
    },
  }
}
