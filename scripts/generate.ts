/**
 * `npm run generate` writes the derived files; with `--check` it writes nothing and fails where one differs.
 * Derived files are committed and checked, never edited.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { benchmarksPage } from './generate/benchmarks-page.ts'
import { featuresPage } from './generate/features-page.ts'
import { problemsPage } from './generate/problems-page.ts'

const derived: readonly [path: string, make: () => Promise<string> | string][] = [
  ['docs/problems.md', problemsPage],
  ['docs/benchmarks.md', benchmarksPage],
  ['docs/features.md', featuresPage],
]

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [path, make] of derived) {
  const wanted = await make()
  const there = await readFile(path, 'utf8').catch(() => '')
  if (there === wanted) continue
  stale.push(path)
  if (check) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, wanted)
}
if (stale.length === 0) console.log('derived files are up to date')
else console.log(`${check ? 'out of date' : 'written'}: ${stale.join(', ')}`)
if (check && stale.length > 0) {
  console.log('Run `npm run generate` and commit the result.')
  process.exitCode = 1
}
