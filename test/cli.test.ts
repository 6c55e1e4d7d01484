import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
let county: string
const planFile = () => join(county, 'results', 'plan-least-cost-1.json')
const plan = (...more: string[]) =>
  kuashan(['plan', county, '--budget', '300it', '--workers', '1', ...more])

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-cli-'))
  county = join(home, 'three-valleys')
  const { code, err } = await kuashan(['demo', county, '--size', 'three-valleys', '--seed', '1'])
  expect(err).toBe('')
  expect(code).toBe(0)
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('the main path, on three-valleys', () => {
  test('import says what it found, and exits with 0', async () => {
    const { code, out } = await kuashan(['import', county])
    expect(code).toBe(0)
    expect(out).toContain('Imported')
  })

  test('measure --json prints one JSON value and nothing else', async () => {
    const { code, out } = await kuashan(['measure', county, '--json'])
    const value = JSON.parse(out) as { gaps: number; measurement: { cells: unknown[] } }
    expect(code).toBe(0)
    expect(value.measurement.cells.length).toBeGreaterThan(0)
    expect(value.gaps).toBeGreaterThan(0)
  })

  test('matrix writes the promised columns', async () => {
    const csv = join(home, 'times.csv')
    const { code } = await kuashan([
      'matrix',
      county,
      '--from',
      'settlements',
      '--to',
      'facilities',
      '--csv',
      csv,
    ])
    expect(code).toBe(0)
    const [heading, ...rows] = (await readFile(csv, 'utf8'))
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
    expect(heading?.split(',').length).toBeGreaterThanOrEqual(8)
    expect(rows.length).toBeGreaterThanOrEqual(12)
  })

  test('a plan is checked; check and report take it; the report comes in every format', async () => {
    const made = await plan('--seed', '1')
    expect(made.out).toContain('independent check: valid')
    const checked = await kuashan(['check', county, planFile()])
    expect(checked.code).toBe(0)
    const reported = await kuashan([
      'report',
      county,
      planFile(),
      '--format',
      'html,xlsx,geojson,ics,json',
    ])
    expect(reported.code).toBe(0)
    const files = await readdir(join(county, 'results', 'report'))
    expect(files).toEqual(
      expect.arrayContaining([
        'report.zh.html',
        'report.en.html',
        'report.zh.xlsx',
        'plan.geojson',
        'report.json',
        'calendar.zh',
      ]),
    )
    expect(
      (await readdir(join(county, 'results', 'report', 'calendar.zh'))).length,
    ).toBeGreaterThan(0)
  })

  test('a plan edited by hand that cheats is called broken, with a reason', async () => {
    const edited = JSON.parse(await readFile(planFile(), 'utf8')) as {
      costs: { plan: { cashFen: number } }
    }
    edited.costs.plan.cashFen -= 100_000
    const file = join(home, 'edited.json')
    await writeFile(file, JSON.stringify(edited))
    const { code, out, err } = await kuashan(['check', county, file])
    expect(code).toBe(1)
    expect(out).toContain('broken')
    expect(err).toContain('cost')
  })
})

describe('the same again', () => {
  test('one seed and equal workers give byte-equal plans, on shuffled rows too', async () => {
    await plan('--seed', '7', '--out', join(home, 'a.json'))
    await plan('--seed', '7', '--out', join(home, 'b.json'))
    for (const name of (await readdir(county)).filter((f) => f.endsWith('.csv'))) {
      const [heading, ...rows] = (await readFile(join(county, name), 'utf8')).trimEnd().split('\n')
      await copyFile(join(county, name), join(home, name))
      await writeFile(join(county, name), `${[heading, ...rows.reverse()].join('\n')}\n`)
    }
    await plan('--seed', '7', '--out', join(home, 'c.json'))
    for (const name of (await readdir(home)).filter((f) => f.endsWith('.csv') && f !== 'times.csv'))
      await copyFile(join(home, name), join(county, name))
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((n) => readFile(join(home, `${n}.json`), 'utf8')),
    )
    expect(b).toBe(a)
    expect(c).toBe(a)
  })
})

describe('wrong calls are told apart from bad data', () => {
  test.each([
    [['plan', 'nowhere'], 'not a county folder'],
    [['plan', 'nowhere', '--budget', 'soon'], 'Cannot read the budget'],
    [['plan', 'nowhere', '--seed', 'x'], 'whole number'],
    [['frobnicate'], 'unknown command'],
    [['new', 'x', '--osm', 'absent.osm.pbf'], 'No such file'],
    [['check', 'nowhere', 'absent.json'], 'no such file'],
  ])('%j exits with 2 and says what to do', async (args, words) => {
    const { code, err } = await kuashan(args)
    expect(code).toBe(2)
    expect(err).toContain(words)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('messages come in Chinese too', async () => {
    const { err } = await kuashan(['--lang', 'zh', 'plan', 'nowhere'])
    expect(err).toContain('不是县文件夹')
  })

  test('help exits with 0', async () => {
    const { code, out } = await kuashan(['help'])
    expect(code).toBe(0)
    expect(out).toContain('measure')
  })

  test('a bad row is a finding with file, row and column, and the county stays as it was', async () => {
    const file = join(county, 'settlements.csv')
    const before = await readFile(file, 'utf8')
    const lines = before.split('\n')
    const columns = (lines[0] as string).replace(/^\uFEFF/, '').split(',')
    const column = columns.findIndex((c) => /permanent|常住/.test(c))
    const cells = (lines[3] as string).split(',')
    cells[column] = 'many'
    lines[3] = cells.join(',')
    await writeFile(file, lines.join('\n'))
    const { code, err, out } = await kuashan(['import', county])
    await writeFile(file, before)
    expect(code).toBe(1)
    expect(err).toContain('settlements.csv, row 4')
    expect(out).toContain('Not imported')
  })
})

describe('start', () => {
  test('a busy port says who holds it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { listenHere } = await import('../apps/cli/src/listen-here.ts')
    await expect(listenHere(Fastify(), port)).rejects.toThrow(
      new RegExp(`Port ${port} is held by .*${process.pid}`),
    )
    other.close()
  })
})
