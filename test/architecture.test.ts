import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which package may import which. Inside a package relative imports are free, in core by folder order. */
const mayImport: Record<string, readonly string[]> = {
  'packages/core': [],
  'packages/pages': ['core'],
  'packages/contract': ['core'],
  'packages/store': ['core'],
  'packages/engine': ['core'],
  'packages/ui': ['pages', 'core'],
  'apps/cli': ['server', 'pages', 'store', 'engine', 'core'],
  'apps/server': ['pages', 'contract', 'store', 'engine', 'core'],
  'apps/web': ['ui', 'contract', 'core'],
  'apps/crew': ['ui', 'contract', 'core'],
}

/** Folder order is dependency order: a folder of core imports only those above it. */
const coreOrder = [
  'kernel',
  'words',
  'catalogue',
  'territory',
  'resources',
  'people',
  'travel',
  'plan',
  'access',
  'figures',
  'check',
  'planner',
  'entitlements',
  'delivery',
  'evaluation',
  'exchange',
  'demo',
]

/** Pairs that the order alone would allow and the design forbids. */
const forbiddenInCore: readonly [from: string, to: string, why: string][] = [
  ['planner', 'check', 'derived truth is checked by other code'],
  ['check', 'access', 'the checker tests floors with code of its own'],
  ['planner', 'people', 'the planner plans for counts'],
  ['entitlements', 'planner', 'a decision about a person never asks the planner'],
  ['delivery', 'planner', 'delivery knows plans, not how they are made'],
]

const filesUnder = (folder: string): string[] => {
  if (!statSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
}

const importsOf = (file: string): string[] => {
  const text = readFileSync(file, 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
  return found.map((match) => match[1] as string)
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
const sources = (folder: string): string[] =>
  filesUnder(join(root, folder, 'src')).filter((f) => !isTest(f))
const shown = (file: string): string => relative(root, file)

describe('imports go one way', () => {
  test('between packages', () => {
    const wrong: string[] = []
    for (const [folder, allowed] of Object.entries(mayImport))
      for (const file of sources(folder))
        for (const name of importsOf(file)) {
          const target = /^@kuashan\/([a-z]+)/.exec(name)?.[1]
          if (target && !allowed.includes(target)) wrong.push(`${shown(file)} → ${name}`)
          if (
            name.startsWith('.') &&
            !resolve(dirname(file), name).startsWith(join(root, folder, 'src'))
          )
            wrong.push(`${shown(file)} leaves its package: ${name}`)
        }
    expect(wrong).toEqual([])
  })

  test('inside core, folder order is dependency order', () => {
    const wrong: string[] = []
    const base = join(root, 'packages/core/src')
    for (const file of sources('packages/core')) {
      const from = relative(base, file).split('/')[0] as string
      for (const name of importsOf(file).filter((n) => n.startsWith('.'))) {
        const to = relative(base, resolve(dirname(file), name)).split('/')[0] as string
        if (from === to) continue
        if (coreOrder.indexOf(to) > coreOrder.indexOf(from) || !coreOrder.includes(to))
          wrong.push(`${shown(file)} → ${to}/`)
        const rule = forbiddenInCore.find(([f, t]) => f === from && t === to)
        if (rule) wrong.push(`${shown(file)} → ${to}/: ${rule[2]}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('a page of the manager’s app imports no other page, and nothing but the menu imports pages', () => {
    const wrong: string[] = []
    const base = join(root, 'apps/web/src')
    const pageOf = (file: string) => /^pages\/([^/]+)\//.exec(relative(base, file))?.[1]
    const loadsPages = ['shell/page-modules.ts', 'shell/help-button.tsx']
    for (const file of filesUnder(base).filter((f) => !loadsPages.includes(relative(base, f))))
      for (const name of importsOf(file).filter((n) => n.startsWith('.'))) {
        const page = pageOf(resolve(dirname(file), name))
        if (page && page !== pageOf(file)) wrong.push(`${shown(file)} → ${name}`)
      }
    expect(wrong).toEqual([])
  })

  test('the table names every package and folder there is', () => {
    const packages = ['packages', 'apps'].flatMap((parent) =>
      readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
    )
    expect(packages.filter((p) => !(p in mayImport))).toEqual([])
    const folders = readdirSync(join(root, 'packages/core/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(folders.filter((f) => !coreOrder.includes(f))).toEqual([])
  })
})

describe('the core is pure', () => {
  const impure: readonly [RegExp, string][] = [
    [/\bDate\.now\b/, 'Date.now'],
    [/\bnew Date\(\s*\)/, 'new Date() without arguments'],
    [/\bMath\.random\b/, 'Math.random'],
    [/from 'node:/, 'a module of Node'],
    [/\bconsole\./, 'console'],
  ]
  test.each(['packages/core', 'packages/pages'])(
    '%s reads no clock, chance, file or console',
    (folder) => {
      const wrong: string[] = []
      for (const file of sources(folder))
        for (const [pattern, what] of impure)
          if (pattern.test(readFileSync(file, 'utf8'))) wrong.push(`${shown(file)}: ${what}`)
      expect(wrong).toEqual([])
    },
  )
})

describe('house numbers', () => {
  const all = Object.keys(mayImport).flatMap((folder) => sources(folder))
  const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length

  test('no source file is longer than 400 lines', () => {
    const written = all.filter((f) => !f.endsWith('.generated.ts'))
    expect(written.filter((f) => lines(f) > 400).map((f) => `${shown(f)}: ${lines(f)}`)).toEqual([])
  })

  test('the median source file has at most 120 lines', () => {
    const sorted = all.map(lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120)
  })

  test('no room whose name says nothing', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|misc|shared|lib|manager)(\/|\.tsx?$)/
    expect(all.map(shown).filter((f) => nameless.test(f))).toEqual([])
  })
})
