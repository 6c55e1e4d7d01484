import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tourSetSection } from '../scripts/generate/tour-set-section.ts'

const folder = 'bench/tour-set'
const parsed = async (file: string) => JSON.parse(await readFile(file, 'utf8'))

test('every instance of the index has a plan, nothing else has, and all together stay small', async () => {
  const index: { name: string }[] = await parsed(`${folder}/index.json`)
  const plans = await readdir(`${folder}/plans`)
  expect(plans.sort()).toEqual(index.map(({ name }) => `${name}.json`).sort())
  const results = await parsed(`${folder}/results.json`)
  const known = new Set(index.map(({ name }) => name))
  expect(Object.keys(results.bounds).filter((name) => !known.has(name))).toEqual([])
  const files = [
    `${folder}/index.json`,
    `${folder}/results.json`,
    ...plans.map((p) => `${folder}/plans/${p}`),
  ]
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(8e6)
})

test('the page tells gaps only between plans that leave out the same, and what is proved', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kuashan-set-page-'))
  const write = (name: string, value: unknown) => writeFile(join(home, name), JSON.stringify(value))
  await mkdir(join(home, 'plans'))
  const entry = { family: 'Z', seed: 1, days: 10, customers: 5, visits: 9, vehicles: 1, sha256: '' }
  await write('index.json', [
    { ...entry, name: 'one', places: 5 },
    { ...entry, name: 'two', places: 8 },
  ])
  await write('plans/one.json', { instance: 'one', seconds: 10, levels: [0, 0, 200, 9, 0, 0] })
  await write('plans/two.json', { instance: 'two', seconds: 99, levels: [0, 5, 100, 9, 0, 0] })
  const run = { engine: 'e', seconds: 10, workers: 1 }
  await write('results.json', {
    machine: 'm',
    bounds: { one: { bound: 200 }, two: { bound: 50 } },
    runs: [
      { ...run, instance: 'one', seed: 1, levels: [0, 0, 220, 9, 0, 0] },
      { ...run, instance: 'one', seed: 2, levels: null },
      { ...run, instance: 'two', seed: 1, levels: [0, 6, 10, 9, 0, 0] },
      { ...run, instance: 'two', seed: 1, seconds: 60, levels: [0, 5, 900, 9, 0, 0] },
    ],
  })
  const row = (await tourSetSection(home)).split('\n').find((line) => line.startsWith('| KS-Z'))
  expect(row).toBe('| KS-Z | 2 | 5–8 | 10–10 | 9–9 | 2 | 10.00 % (1) | 1 | 1 | 0.00 % (1) | 1 |')
  await rm(home, { recursive: true })
})
