/**
 * `npm run generate` writes the derived files; with `--check` it writes nothing and fails where one differs.
 * Derived files are committed and checked, never edited.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openApiDocument } from '@kuashan/contract/openapi.ts'
import { allRoutes } from '@kuashan/contract/routes.ts'
import { benchmarksPage } from './generate/benchmarks-page.ts'
import { featuresPage } from './generate/features-page.ts'
import { problemsPage } from './generate/problems-page.ts'
import { startPackagePage } from './generate/start-package-page.ts'
import { tableTypes } from './generate/table-types.ts'

async function openApiFile(): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const examples = JSON.parse(await readFile('docs/openapi-examples.json', 'utf8'))
  return `${JSON.stringify(openApiDocument(allRoutes, version, examples), null, 1)}\n`
}

const derived: readonly [path: string, make: () => Promise<string> | string][] = [
  ['docs/problems.md', problemsPage],
  ['docs/benchmarks.md', benchmarksPage],
  ['docs/features.md', featuresPage],
  ['docs/start-package.md', startPackagePage],
  ['docs/openapi.json', openApiFile],
  ['packages/store/src/database/tables.generated.ts', tableTypes],
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
