import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
let county: string
let planFile: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-bad-'))
  county = join(home, 'county')
  await kuashan(['demo', county, '--size', 'three-valleys'])
  const made = await kuashan(['plan', county, '--budget', '50it', '--workers', '1'])
  expect(made.code).toBe(0)
  planFile = join(county, 'results', 'plan-least-cost-1.json')
})
afterAll(() => rm(home, { recursive: true, force: true }))

const state = (dir: string) => readFile(join(dir, '.kuashan', 'county.json'), 'utf8')

/** A copy of the county with one file changed. */
async function changed(name: string, change: (text: string) => string): Promise<string> {
  const dir = await mkdtemp(join(home, 'c-'))
  await cp(county, dir, { recursive: true })
  const file = join(dir, name)
  await writeFile(file, change(await readFile(file, 'utf8')))
  return dir
}

const floor = (level: string, value: number, service = 'MED-01') => `- service: ${service}
  metric: minVisitsPerVillageYear
  value: ${value}
  unit: visits/village/year
  level: ${level}
  document: invented
  clause: '1'
  from: 2026-01-01
  adoptedBy: invented
`

describe('a county that cannot be imported: exit 1, what and where, the last import kept', () => {
  async function expectKept(dir: string, words: readonly string[]): Promise<void> {
    const { code, out, err } = await kuashan(['import', dir])
    expect(code).toBe(1)
    for (const text of words) expect(err).toContain(text)
    expect(err).not.toMatch(/\n\s+at |column-missing|\. \./)
    expect(out).toContain('Not imported')
    expect(await state(dir)).toBe(await state(county))
  }

  test.each<[string, (text: string) => string, string[]]>([
    ['empty', () => '', ['county.yaml: ', 'empty']],
    [
      'of wrong types and with a misspelt key, all told at once',
      (t) => t.replace('utcOffset: 8', 'utcOffset: eight').replace('horizon:', 'horizen:'),
      ['utcOffset: ', 'must be a number', 'horizon: ', 'it is missing', '→ horizon?'],
    ],
    ['no YAML', (t) => `${t}foo: [1, 2`, ['county.yaml, row']],
  ])('a county.yaml that is %s', async (_, change, words) => {
    await expectKept(await changed('county.yaml', change), words)
  })

  test('mistakes in several files are told together', async () => {
    const dir = await changed('county.yaml', (t) => t.replace('MED-04', 'MED-99'))
    await appendFile(
      join(dir, 'standards.yaml'),
      floor('provincial', 48) + floor('county', 12, 'MED-77'),
    )
    await writeFile(join(dir, 'vehicles.csv'), '')
    await truncate(join(dir, 'roads.geojson'), 500)
    await truncate(join(dir, 'elevation', 'tile-01.tif'), 300)
    await expectKept(dir, [
      'county.yaml, services: “MED-99” does not exist in the catalogue of services',
      'standards.yaml, MED-01.minVisitsPerVillageYear: ',
      'standard-below-parent',
      'standards.yaml, MED-77',
      'vehicles.csv: The file is empty',
      'roads.geojson: ',
      'tile-01.tif: The elevation file cannot be read: it is empty or breaks off',
    ])
  })

  test('a floor without clause', async () => {
    const dir = await changed('standards.yaml', (t) => t.replace('  clause: 第一条\n', ''))
    await expectKept(dir, ['standards.yaml, #1 MED-01.clause: ', 'it is missing'])
  })

  test('in Chinese no English words of the schema stand in the message', async () => {
    const dir = await changed('county.yaml', (t) => t.replace('utcOffset: 8', 'utcOffset: eight'))
    const { err } = await kuashan(['--lang', 'zh', 'import', dir])
    expect(err).toContain('设置不对：应为数字')
    expect(err).not.toMatch(/Invalid|expected/)
  })

  test('no standard, no divisions: imported, but not passed over', async () => {
    const dir = await changed('standards.yaml', () => '')
    const file = join(dir, 'settlements.csv')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replaceAll(/,3311\d{8},/g, ',,'))
    const { code, err } = await kuashan(['import', dir])
    expect(code).toBe(0)
    expect(err).toContain('standards-absent')
    expect(err).toContain('14 settlements name no division')
  })
})

describe('edits', () => {
  const edit = (dir: string, ...what: string[]) =>
    kuashan(['edit', dir, ...what, '--by', 'clerk', '--reason', 'count'])

  test('bands that disagree afterwards are warned of; what makes no sense is refused', async () => {
    const dir = await changed('settlements.csv', (t) => t)
    const id = '331199100201-01'
    const total = await edit(dir, 'settlements', id, 'permanent.total', '500')
    expect(total.code).toBe(0)
    expect(total.err).toContain('200 apart')
    const kept = await readFile(join(dir, 'edits.json'), 'utf8')
    const misspelt = await edit(dir, 'settlements', id, 'permanent.totl', '5')
    expect(misspelt.code).toBe(1)
    expect(misspelt.err).toContain('→ permanent.total?')
    const depot = await edit(dir, 'vehicles', 'MC-1', 'depot', 'NOPE')
    expect(depot.code).toBe(1)
    expect(depot.err).toContain('“NOPE” does not exist in facilities')
    expect(await readFile(join(dir, 'edits.json'), 'utf8')).toBe(kept)
  })
})

describe('plans that do not fit', () => {
  test('one of another county is refused by check and report, and nothing is written', async () => {
    const other = await changed('county.yaml', (t) => t.replaceAll('331199000000', '331198000000'))
    for (const command of ['check', 'report']) {
      const { code, err } = await kuashan([command, other, planFile])
      expect(code).toBe(2)
      expect(err).toContain('was made for the county 331199000000')
    }
    expect(await readdir(join(other, 'results'))).not.toContain('report')
  })

  test('one with places the county lacks gets no report', async () => {
    const dir = await changed('results/plan-least-cost-1.json', (t) =>
      t.replaceAll('"MC-1"', '"MC-9"'),
    )
    const plan = join(dir, 'results', 'plan-least-cost-1.json')
    const { code, out, err } = await kuashan(['report', dir, plan])
    expect(code).toBe(1)
    expect(err).toContain('plan-unknown-vehicle')
    expect(out).toContain('No report was written')
    expect(await readdir(join(dir, 'results'))).not.toContain('report')
  })
})

describe('the system refuses, or the user stops', () => {
  test('a place that cannot be written to: exit 2, the path and no stack', async () => {
    const places = ['--from', 'settlements', '--to', 'settlements']
    for (const csv of [join(home, 'nowhere', 'm.csv'), home]) {
      const { code, err } = await kuashan(['matrix', county, ...places, '--csv', csv])
      expect(code).toBe(2)
      expect(err).toContain(`Cannot use ${csv}`)
      expect(err).not.toMatch(/\n\s+at /)
    }
    const under = await kuashan(['demo', join(planFile, 'x'), '--size', 'three-valleys'])
    expect(under.code).toBe(2)
    expect(under.err).toContain('a part of the path is a file')
  })

  test('a folder held by a living process says which, in JSON too', async () => {
    const dir = await changed('settlements.csv', (t) => t)
    await mkdir(join(dir, '.kuashan'), { recursive: true })
    const holder = { pid: process.pid, host: hostname(), command: 'kuashan plan', since: 'now' }
    await writeFile(join(dir, '.kuashan', 'lock'), JSON.stringify(holder))
    const { code, out } = await kuashan(['import', dir, '--json'])
    expect(code).toBe(1)
    const { findings } = JSON.parse(out) as { findings: { code: string; facts: object }[] }
    expect(findings).toMatchObject([{ code: 'folder-locked', facts: { pid: process.pid } }])
  })

  test('Ctrl-C during a plan: the best so far is written whole, and said', async () => {
    // A county, as the search in three-valleys may end by itself before anybody presses a key.
    const big = join(home, 'big')
    await kuashan(['demo', big, '--size', 'county'])
    const file = join(home, 'stopped.json')
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url)),
      ...['--lang', 'en', 'plan', big, '--budget', '300s', '--workers', '2', '--out', file],
    ])
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (!existsSync(join(big, '.kuashan', 'county.json'))) await sleep(50)
    await sleep(10_000)
    child.kill('SIGINT')
    const code = await ended
    // A slow machine may still be at the roads: then there is no plan yet, and nothing half.
    if (code === 130) expect(await readdir(home)).not.toContain('stopped.json')
    else {
      expect(out).toContain('Stopped by Ctrl-C')
      const plan = JSON.parse(await readFile(file, 'utf8')) as { tours: unknown[] }
      expect(plan.tours.length).toBeGreaterThan(0)
    }
    expect((await readdir(home)).filter((name) => name.endsWith('.part'))).toEqual([])
  }, 180_000)
})

describe('--json', () => {
  test('places that are not understood are findings in one JSON value', async () => {
    const { code, out } = await kuashan([
      ...['matrix', county, '--from', 'villages', '--to', 'settlements'],
      ...['--csv', join(home, 'm.csv'), '--json'],
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'places-unknown' }] })
  })
})
