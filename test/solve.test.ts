import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
const file = (name: string) => join(home, name)

/** Two days, two vehicles for two each; the third customer wants both days. */
const periodic = `1 2 4 2
0 2
0 2
0 0 0 0 0 0 0
1 3 0 0 1 1 2 2 1
2 0 4 0 1 1 2 2 1
3 -3 0 0 1 2 1 3
4 0 -4 0 1 1 2 2 1
`

/** Two jobs and a shipment whose steps have a job's number; the second vehicle alone has the skill. */
const vroom = {
  vehicles: [
    { id: 7, start_index: 0, end_index: 0, capacity: [2] },
    { id: 9, start_index: 0, end_index: 0, capacity: [2], skills: [1] },
  ],
  jobs: [
    { id: 1, location_index: 1, delivery: [1], service: 60 },
    { id: 2, location_index: 2, delivery: [2], skills: [1] },
  ],
  shipments: [
    { pickup: { id: 1, location_index: 1 }, delivery: { id: 1, location_index: 3 }, amount: [1] },
  ],
  matrices: {
    car: {
      durations: [
        [0, 100, 100, 200],
        [100, 0, 150, 100],
        [100, 150, 0, 300],
        [200, 100, 300, 0],
      ],
    },
  },
}
const documented = /```json\n([\s\S]*?)```/.exec(
  readFileSync(new URL('../docs/routing-format.md', import.meta.url), 'utf8'),
)![1]!

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-solve-'))
  await writeFile(file('small.txt'), periodic)
  await writeFile(file('vroom.json'), JSON.stringify(vroom))
  await writeFile(file('documented.json'), documented)
  await writeFile(file('broken.txt'), periodic.replace('1 3 0 0', '1 three 0 0'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('solve', () => {
  const iterations = ['--iterations', '400', '--workers', '2', '--seed', '7']

  test('writes the routes it found; the same call writes the same bytes', async () => {
    const run = async (name: string) => {
      const { code, err } = await kuashan([
        'solve',
        file('small.txt'),
        ...iterations,
        '--solution',
        file(name),
      ])
      expect([code, err]).toEqual([0, ''])
      return readFile(file(name), 'utf8')
    }
    const one = await run('one.json')
    expect(await run('two.json')).toBe(one)
    const { cost, feasible, routes, unserved } = JSON.parse(one)
    expect({ feasible, unserved }).toEqual({ feasible: true, unserved: [] })
    // By hand: 3 with 2 one day and with 4 the other (3 + 4 + 5 each), 1 alone there and back.
    expect(cost).toBeCloseTo(12 + 12 + 6, 9)
    expect(routes.map((r: { depot: number }) => r.depot)).toEqual([1, 1, 1])
  })

  test('starts from a solution file, keeps it, and proves it best', async () => {
    const once = [...iterations, '--solution', file('found.json')]
    expect((await kuashan(['solve', file('small.txt'), ...once])).code).toBe(0)
    const found = JSON.parse(await readFile(file('found.json'), 'utf8'))
    const again = await kuashan([
      'solve',
      file('small.txt'),
      ...['--iterations', '1', '--start', file('found.json'), '--bound', '20', '--json'],
    ])
    const { cost, bound, certificate } = JSON.parse(again.out)
    expect(cost).toBe(found.cost)
    expect(bound).toBeCloseTo(cost, 3)
    expect(certificate.gap).toBeLessThan(1e-6)
  })

  test('a malformed file is told with its line, exit code 1', async () => {
    const { code, err } = await kuashan(['solve', file('broken.txt'), ...iterations])
    expect(code).toBe(1)
    expect(err).toMatch(/broken\.txt, row 5: .*"three".*instance-not-a-number/)
  })

  test('too few vehicles: the best partial plan and who is left out', async () => {
    const { code, out } = await kuashan([
      'solve',
      file('small.txt'),
      ...iterations,
      '--vehicles',
      '1',
      '--json',
    ])
    expect(code).toBe(1)
    const { feasible, unserved } = JSON.parse(out)
    expect(feasible).toBe(false)
    expect(unserved.length).toBe(1)
    expect(unserved[0].reasons).toEqual(['load'])
  })

  test('why not: what would serve who is left out, in words and as data with its proof', async () => {
    const args = ['solve', file('small.txt'), ...iterations, '--vehicles', '1', '--why-not']
    const told = await kuashan([...args, '--lang', 'en'])
    expect(told.out).toMatch(/is not served: \d of 2 vehicle-days have room; .* load \d/)
    expect(told.out).toMatch(/· vehicles carry 1 more \(load 1\) .*; cost \+/)
    const { unserved, whyNot } = JSON.parse((await kuashan([...args, '--json'])).out)
    expect(whyNot[0]).toMatchObject({ customer: unserved[0].id, verdict: 'change-found' })
    const [first] = whyNot[0].changes
    expect([first.kind, first.amount, first.proof.unserved]).toEqual(['more-capacity', 1, []])
  })

  test('the documented week: its nights, its run, the cost printed there', async () => {
    const args = ['--iterations', '5000', '--workers', '2', '--solution', file('week.json')]
    expect((await kuashan(['solve', file('documented.json'), ...args])).code).toBe(0)
    const { cost, feasible, routes, unserved } = JSON.parse(
      await readFile(file('week.json'), 'utf8'),
    )
    expect({ cost, feasible, unserved }).toEqual({ cost: 675, feasible: true, unserved: [] })
    const away = routes.filter((r: { run: { endsAt?: number } }) => r.run.endsAt === 1)
    expect(away.length).toBe(1)
  })

  test('VROOM in, VROOM out, with the numbers of the file', async () => {
    const { code, err } = await kuashan([
      'solve',
      file('vroom.json'),
      ...iterations,
      '--vroom',
      file('vroom-out.json'),
    ])
    expect([code, err]).toEqual([0, ''])
    const { summary, routes, unassigned } = JSON.parse(
      await readFile(file('vroom-out.json'), 'utf8'),
    )
    // By hand: 7 goes out to 1, 1 and 3 and back (100 + 100 + 200), 9 to 2 and back.
    expect([summary.cost, summary.service, unassigned]).toEqual([600, 60, []])
    type Out = { vehicle: number; steps: { type: string; id?: number }[] }
    const steps = (vehicle: number) =>
      (routes as Out[])
        .find((r) => r.vehicle === vehicle)
        ?.steps.flatMap((s) => (s.id === undefined ? [] : [`${s.type} ${s.id}`]))
    expect(steps(9)).toEqual(['job 2'])
    expect(steps(7)?.toSorted()).toEqual(['delivery 1', 'job 1', 'pickup 1'])
  })

  test('no such file, no such format, several kinds of vehicle: exit code 2', async () => {
    expect((await kuashan(['solve', file('nowhere.txt')])).code).toBe(2)
    expect((await kuashan(['solve', file('small.txt'), '--format', 'xml'])).code).toBe(2)
    const args = ['solve', file('vroom.json'), '--vehicles', '3']
    expect((await kuashan(args)).code).toBe(2)
  })
})

describe('convert', () => {
  test('to our own JSON and to VROOM’s, telling what VROOM has no place for', async () => {
    const own = ['convert', file('small.txt'), '--to', 'kuashan', '--output', file('own.json')]
    expect((await kuashan(own)).err).toBe('')
    const { code, err } = await kuashan([
      'convert',
      file('own.json'),
      '--to',
      'vroom',
      '--output',
      file('own-vroom.json'),
    ])
    expect(code).toBe(0)
    expect(err).toMatch(/several days.*vroom-left-out/)
    const { jobs, vehicles } = JSON.parse(await readFile(file('own-vroom.json'), 'utf8'))
    expect([jobs.length, vehicles.length]).toEqual([4, 2])
  })

  test('what is no instance is told, not thrown at', async () => {
    await writeFile(file('odd.bin'), Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x00, 0xd8, 0x22]))
    const args = ['convert', file('odd.bin'), '--to', 'kuashan', '--output', file('odd.json')]
    const { code, err } = await kuashan(args)
    expect(code).toBe(1)
    expect(err).toMatch(/instance-json-broken/)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
