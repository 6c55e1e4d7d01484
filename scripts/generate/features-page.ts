import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { features } from './features.ts'

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

/** `docs/features.md`: each feature of the main path, where it is, and the tests that carry out its check. */
export async function featuresPage(): Promise<string> {
  const found = await checks()
  const rows = features.map(([id, feature, where]) => {
    const files = where.map((name) => {
      const path = `packages/core/src/${name}.ts`
      if (!existsSync(path))
        throw new Error(`${id}: there is no ${path}; correct scripts/generate/features.ts`)
      return `\`core/${name}\``
    })
    const tests = (found.get(id) ?? []).map(({ file, title }) => `\`${file}\` › ${cell(title)}`)
    return `| ${id} | ${feature} | ${files.join('<br>')} | ${tests.join('<br>') || '**none**'} |`
  })
  const without = features.filter(([id]) => !found.has(id)).map(([id]) => id)
  return [
    '# Features and their checks',
    '',
    'Made by `npm run generate` from the ids in test titles; do not edit. `core/` is `packages/core/src/`.',
    `Features without a test: ${without.join(', ') || 'none'}.`,
    '',
    '| id | feature | where | check |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
