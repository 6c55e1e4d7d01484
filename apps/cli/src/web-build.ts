import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const web = join(root, 'apps/web')
const built = join(web, 'dist/index.html')
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

/**
 * Builds the web app where it is absent or older than its sources; an installed program has the built app alone. Throws with
 * the builder’s own words where it fails.
 */
export async function buildWeb(): Promise<void> {
  if (!existsSync(join(web, 'src')) || (await isFresh())) return
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  )
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: web,
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
}
