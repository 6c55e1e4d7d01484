/**
 * `npm run bundle [-- linux-x64 linux-arm64]`: one archive for each target in `dist/`, with everything an office needs to
 * install without a network. Needs the network itself, for npm. The same commit makes the same archive.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { type Making, makeArchive } from './bundle/stage.ts'
import { targets } from './bundle/targets.ts'

const root = process.cwd()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !targets.some((target) => target.name === name))
if (unknown.length > 0) {
  console.error(
    `no such target: ${unknown.join(', ')}; there are ${targets.map((t) => t.name).join(', ')}`,
  )
  process.exit(2)
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root }).toString()
const launcher = await readFile('kuashan', 'utf8')
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
const making: Making = {
  root,
  files: git('ls-files', '-z').split('\0').filter(Boolean),
  version,
  node: /^node_wanted=(.+)$/m.exec(launcher)![1]!,
  dated: Number(git('log', '-1', '--format=%ct')),
}

console.log('building the web app ...')
await buildWeb()
const dist = join(root, 'dist')
await mkdir(dist, { recursive: true })
const sums: string[] = []
for (const target of targets.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`${target.name} ...`)
  const archive = await makeArchive(making, target, dist)
  sums.push(`${await sha256(archive)}  ${basename(archive)}\n`)
  console.log(`  ${archive}`)
}
await writeFile(join(dist, 'SHA256SUMS'), sums.join(''))
