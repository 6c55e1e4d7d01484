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

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-solve-'))
  await writeFile(file('small.txt'), periodic)
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
    expect(unserved[0].reasons).toEqual(['customer-unserved'])
  })

  test('no such file, no such format: exit code 2', async () => {
    expect((await kuashan(['solve', file('nowhere.txt')])).code).toBe(2)
    expect((await kuashan(['solve', file('small.txt'), '--format', 'xml'])).code).toBe(2)
  })
})
