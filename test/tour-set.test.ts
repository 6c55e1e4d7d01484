import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

const name = 'KS-A-020-1'
let home: string
const instance = () => join(home, 'set', `${name}.json`)
const shipped = `bench/tour-set/plans/${name}.json`

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-tour-set-'))
  await kuashan(['tour-set', join(home, 'set'), '--only', name])
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('measuring oneself on the tour set', () => {
  test('our plan holds against the written instance, with the levels it claims', async () => {
    const { code, out, err } = await kuashan(['check-routes', instance(), shipped, '--json'])
    expect([code, err]).toEqual([0, ''])
    const { feasible, levels } = JSON.parse(out)
    const claimed = JSON.parse(await readFile(shipped, 'utf8'))
    expect({ feasible, levels }).toEqual({ feasible: true, levels: claimed.levels })
  })

  test('a plan with a village left out is refused and says which', async () => {
    const plan = JSON.parse(await readFile(shipped, 'utf8'))
    const id = plan.routes[0].stops[0]
    const broken = join(home, 'broken.json')
    await writeFile(broken, JSON.stringify({ routes: plan.routes.slice(1), unserved: [] }))
    const { code, err } = await kuashan(['check-routes', instance(), broken])
    expect(code).toBe(1)
    expect(err).toMatch(new RegExp(`\\b${id}\\b.*customer-(unserved|visits-wrong)`))
  })

  test('an unknown name is told, exit code 2', async () => {
    const { code, err } = await kuashan(['tour-set', join(home, 'none'), '--only', 'KS-X'])
    expect(code).toBe(2)
    expect(err).toMatch(/No instance .* "KS-X".*KS-A-020-1/)
  })
})
