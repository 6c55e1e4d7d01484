/**
 * `node scripts/bundle/try-archive.ts ARCHIVE`: installs an archive of this machine’s kind in a network namespace with nothing but
 * the loopback, signs in, upgrades in place, goes back, and removes it. Says what it saw; fails at the first thing that is wrong.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const inside = process.env.KUASHAN_TRY_INSIDE === 'yes'
const archive = resolve(process.argv[2] ?? '')
if (!inside) {
  const again = `ip link set lo up && exec '${process.execPath}' '${process.argv[1]}' '${archive}'`
  execFileSync('unshare', ['--net', 'sh', '-c', again], {
    stdio: 'inherit',
    env: { ...process.env, KUASHAN_TRY_INSIDE: 'yes' },
  })
  process.exit()
}

const port = 8499
const address = `http://127.0.0.1:${port}`
const password = 'a sentence nobody guesses'
const root = mkdtempSync(join(tmpdir(), 'kuashan-try-'))
chmodSync(root, 0o755)
const places = { prefix: join(root, 'program'), data: join(root, 'data') }
const program = join(places.prefix, 'current/kuashan')
const env = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'en_US.UTF-8',
  KUASHAN_DATA: places.data,
}

function sure(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`)
  console.log(`✓ ${what}`)
}

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { env, cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }).toString()

async function serving(work: () => Promise<void>): Promise<void> {
  const served: ChildProcess = spawn(program, ['serve', '--port', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(served, 'exit')
  try {
    const until = Date.now() + 120_000
    while (
      !(await fetch(`${address}/ready`).then(
        (r) => r.ok,
        () => false,
      ))
    ) {
      if (Date.now() > until || served.exitCode !== null) throw new Error('it did not start')
      await new Promise((done) => setTimeout(done, 300))
    }
    await work()
  } finally {
    served.kill('SIGTERM')
    const [code] = (await ended) as [number | null]
    sure(code === 0, 'it ends by itself when told to, with code 0')
    sure(!existsSync(join(places.data, 'store/database/postmaster.pid')), 'so does its database')
  }
}

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function signIn(): Promise<void> {
  const [county] = (await (await fetch(`${address}/api/counties`)).json()) as { county: string }[]
  const answer = await post('/api/session', { county: county!.county, login: 'planner', password })
  sure(answer.status === 200, 'the planner signs in over HTTP')
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const read = await fetch(`${address}/api/counties/${county!.county}`, { headers: { cookie } })
  const { name, people } = (await read.json()) as { name: string; people: number }
  sure(people > 0, `the data are there: ${name}, ${people} people`)
  const page = await (await fetch(address)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  sure((await fetch(`${address}${script}`)).ok, `the app is served: ${script}`)
}

let wide = true
await fetch('https://registry.npmjs.org/').catch(() => {
  wide = false
})
sure(!wide, 'there is no network')
run('tar', 'xzf', archive, '-C', root)
const unpacked = join(root, readdirSync(root).find((name) => name.startsWith('kuashan-'))!)
const version = unpacked.replace(/^.*kuashan-([^-]+)-.*$/, '$1')
const install = (...more: string[]): string =>
  run(
    'sh',
    join(unpacked, 'install.sh'),
    '--no-systemd',
    '--prefix',
    places.prefix,
    '--data',
    places.data,
    ...more,
  )

const said = install('--demo')
const token = /\(planner\): \S+#(\S+)/.exec(said)?.[1] ?? /（planner）：\S+#(\S+)/.exec(said)?.[1]
sure(token !== undefined, 'it installs, and shows one-time links')
await serving(async () => {
  sure(
    (await post('/api/session/link', { token, password })).status < 300,
    'a link sets a password',
  )
  sure((await post('/api/session/link', { token, password })).status >= 400, 'and does so once')
  await signIn()
})
install()
const [backup] = readdirSync(join(places.data, 'backups'))
sure(
  backup?.includes(`before-${version}`) === true,
  `an upgrade in place leaves a backup: ${backup}`,
)
await serving(signIn)

renameSync(join(places.data, 'store'), join(places.data, 'store.left'))
mkdirSync(join(places.data, 'store'))
run('cp', join(places.data, 'store.left/secrets.json'), join(places.data, 'store/secrets.json'))
run(program, 'restore', join(places.data, 'backups', backup!), '--data', join(places.data, 'store'))
await serving(signIn)
sure(true, 'the backup brings everything back')
run('sh', join(places.prefix, 'current/uninstall.sh'), '--prefix', places.prefix)
sure(!existsSync(places.prefix) && existsSync(join(places.data, 'store')), 'it goes, the data stay')
rmSync(root, { recursive: true })
