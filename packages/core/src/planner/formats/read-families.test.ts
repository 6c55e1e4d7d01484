import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readInstance } from './read-instance.ts'

const bench = new URL('../../../../../../shared/bench/', import.meta.url)

const filesOf = (folder: string): string[] =>
  readdirSync(new URL(folder, bench))
    .filter((name) => /\.(txt|vrp)$/.test(name) && !name.endsWith('.sol.txt'))
    .map((name) => `${folder}${name}`)

describe.skipIf(!existsSync(bench))('the published families (needs ../shared)', () => {
  test.each([
    ['pvrp/', 'float', 'distance'],
    ['mdvrp/', 'float', 'distance'],
    ['mdpvrp/', 'float', 'distance'],
    ['vrptw/solomon/', 'float', 'distance'],
    ['vrptw/homberger/', /_10_/, 'distance'],
    ['cvrp/', 'round', 'distance'],
    ['mdvrptw/', 'exact1000', 'distance'],
    ['toptw/', /\/pr/, 'profit'],
  ] as const)(
    '%s: every file is read with its own convention and objective',
    (folder, convention, objective) => {
      const files = filesOf(folder)
      expect(files.length).toBeGreaterThan(4)
      for (const file of files) {
        const { instance, findings } = readInstance(
          readFileSync(new URL(file, bench), 'utf8'),
          file,
        )
        expect([file, findings]).toEqual([file, []])
        expect([file, instance?.objective]).toEqual([file, objective])
        const wanted =
          typeof convention === 'string'
            ? convention
            : folder === 'toptw/'
              ? convention.test(file)
                ? 'trunc100'
                : 'trunc10'
              : convention.test(file)
                ? 'trunc10'
                : 'float'
        expect([file, instance?.convention]).toEqual([file, wanted])
      }
    },
  )
})
