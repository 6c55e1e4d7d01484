import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const web = join(root, 'apps/web')
const built = join(web, 'dist/index.html')
/** Holds the number of the process that builds. */
const turn = join(web, 'dist.building')
/** What the app in the browser is made from. */
const sources = ['apps/web', 'packages/ui', 'packages/contract', 'packages/pages', 'packages/core']

async function newestSource(): Promise<number> {
  let newest = (await stat(join(root, 'package-lock.json'))).mtimeMs
  for (const folder of sources)
    for (const entry of await readdir(join(root, folder, 'src'), {
      recursive: true,
      withFileTypes: true,
    }))
      if (entry.isFile())
        newest = Math.max(newest, (await stat(join(entry.parentPath, entry.name))).mtimeMs)
  return newest
}

const isFresh = async (): Promise<boolean> =>
  existsSync(built) && (await stat(built)).mtimeMs >= (await newestSource())

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** Waits until no other process builds, and keeps others from it. One that died while it built is no hindrance. */
async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      return await writeFile(turn, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const other = Number(await readFile(turn, 'utf8').catch(() => '0'))
      if (other > 0 && !isAlive(other)) await rm(turn, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Puts a packed form beside every file of the built app that is worth it: browsers take those. */
async function packBuilt(): Promise<void> {
  const folder = dirname(built)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|js|css|svg|json|wasm)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    if (bytes.length < 1000) continue
    await writeFile(`${path}.br`, await brotli(bytes, quality))
    await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }))
  }
}

/**
 * Builds the web app where it is absent or older than its sources; of several processes that ask at once one builds.
 * An installed program has the built app alone. Throws with the builder’s own words where it fails.
 */
export async function buildWeb(): Promise<void> {
  if (!existsSync(join(web, 'src')) || (await isFresh())) return
  await takeTurn()
  try {
    if (!(await isFresh())) await build()
  } finally {
    await rm(turn, { force: true })
  }
}

async function build(): Promise<void> {
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  )
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: web,
      // A test that builds would hand its own NODE_ENV on, and the app be one for developers.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        words += text
      })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the web app cannot be built: ${words}`)),
    )
  })
  await packBuilt()
}
