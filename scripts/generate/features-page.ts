import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { features, promised } from './features.ts'

interface Check {
  file: string
  title: string
}

/** Titles of suites and tests in a test file: string literals that open a `describe`, `it` or `test`, `.each` included. */
export function titlesOf(source: string): string[] {
  const opening = /(?:\b(?:describe|it|test)(?:\.\w+)*|\]|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  return [...source.matchAll(opening)].map((m) => m[2]!.replaceAll(/\\(['"`])/g, '$1'))
}

/** The ids that a title names, `A01` to `A119`. */
export const idsIn = (title: string): string[] => [...new Set(title.match(/\bA\d{2,3}\b/g) ?? [])]

async function checks(): Promise<Map<string, Check[]>> {
  const found = new Map<string, Check[]>()
  const files: string[] = []
  for await (const file of glob([
    'packages/*/src/**/*.test.ts',
    'apps/*/src/**/*.test.ts',
    'test/**/*.test.ts',
  ]))
    files.push(file.replaceAll('\\', '/'))
  for (const file of files.sort())
    for (const title of titlesOf(await readFile(file, 'utf8')))
      for (const id of idsIn(title)) found.set(id, [...(found.get(id) ?? []), { file, title }])
  return found
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The files of a row, each proved to be there. */
function filesOf(id: string, where: readonly string[]): string[] {
  return where.map((name) => {
    const whole = /^(packages|apps)\//.test(name)
    const path = whole ? name : `packages/core/src/${name}.ts`
    if (!existsSync(path))
      throw new Error(`${id}: there is no ${path}; correct scripts/generate/features.ts`)
    return whole ? `\`${name}\`` : `\`core/${name}\``
  })
}

/** Promised ids that have no row. */
export const promisedWithoutRow = (): string[] => {
  const rows = new Set(features.map(([id]) => id))
  const ids = promised.flatMap(([, said]) => said.split(' '))
  return [...new Set(ids)].filter((id) => !rows.has(id))
}

/** Ids of rows that no test's title names. */
export async function withoutTest(): Promise<string[]> {
  const found = await checks()
  return features.map(([id]) => id).filter((id) => !found.has(id))
}

/** `docs/features.md`: each feature that an issue promises, where it is, and the tests that carry out its check. */
export async function featuresPage(): Promise<string> {
  const found = await checks()
  const issuesOf = (id: string) =>
    promised.flatMap(([issue, ids]) => (ids.split(' ').includes(id) ? [issue] : [])).join(', ')
  const rows = features.map(([id, feature, where]) => {
    const tests = (found.get(id) ?? []).map(({ file, title }) => `\`${file}\` › ${cell(title)}`)
    const check = tests.join('<br>') || '**without a test**'
    return `| ${id} | ${issuesOf(id)} | ${feature} | ${filesOf(id, where).join('<br>')} | ${check} |`
  })
  const without = features.filter(([id]) => !found.has(id)).map(([id]) => id)
  return [
    '# Features and their checks',
    '',
    'Made by `npm run generate` from the ids in test titles; do not edit. `core/` is `packages/core/src/`.',
    'Every feature that an issue promises has a row. A test named here carries out the check of its feature, or a part of it.',
    `${features.length} features, ${features.length - without.length} with a test. Without a test: ${without.join(', ') || 'none'}.`,
    '',
    '| id | issue | feature | where | check |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
