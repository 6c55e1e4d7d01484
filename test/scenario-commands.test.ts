import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
let county: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-scenarios-'))
  county = join(home, 'county')
  await cp(new URL('../examples/three-valleys', import.meta.url).pathname, county, {
    recursive: true,
  })
})
afterAll(() => rm(home, { recursive: true, force: true }))
const budget = ['--budget', '100it', '--workers', '1']

describe('scenarios on the command line', () => {
  test('compare names winners and losers, and writes a page in both languages', async () => {
    const page = join(home, 'page.html')
    const { code, out } = await kuashan([
      ...['compare', 'today', 'south-clinic', '--county', county, '--json', '--html', page],
      ...budget,
    ])
    expect(code).toBe(0)
    const value = JSON.parse(out)
    expect(value.sides).toMatchObject({ a: { of: 'today' }, b: { of: 'plan', people: 4000 } })
    expect(value.better.map((d: { settlement: string }) => d.settlement)).toContain(
      '331199100207-01',
    )
    expect(value.worse).toEqual([])
    // The clinic at Nansanping 80,000 and the old school 100,000 yuan, both of one fund.
    expect(value.capital).toEqual([{ fund: 'capital', fen: { a: 0, b: 18_000_000 } }])
    const html = await readFile(page, 'utf8')
    for (const words of ['谁得谁失', 'Winners and losers', '南三坪', 'Nansanping'])
      expect(html).toContain(words)
  }, 180_000)

  test('a plan under a scenario is checked under it again', async () => {
    const made = await kuashan(['plan', county, '--scenario', 'gather', '--json', ...budget])
    const { file, verdict } = JSON.parse(made.out)
    expect(verdict).toBe('valid')
    expect(JSON.parse(await readFile(file, 'utf8')).made.scenario).toBe('gather')
    const again = await kuashan(['check', county, file, '--workers', '1'])
    expect(again.code).toBe(0)
  }, 180_000)

  test('a scenario that undoes itself is refused with both changes, and nothing is planned', async () => {
    const people = (from: string, to: string) => ({ do: 'move-people', from, to, people: 5 })
    await writeFile(
      join(county, 'scenarios', 'there-and-back.yaml'),
      JSON.stringify({
        nameZh: '来回',
        nameEn: 'There and back',
        changes: [people('东二湾', '南一坪'), people('南一坪', '东二湾')],
      }),
    )
    const { code, out, err } = await kuashan(['measure', county, '--scenario', 'there-and-back'])
    expect(code).toBe(1)
    expect(out + err).toContain('Change 1 is undone or contradicted by change 2')
    const all = await kuashan(['scenarios', county, '--json'])
    const rows = JSON.parse(all.out).scenarios as { id: string; applies: boolean }[]
    expect(rows.filter((r) => !r.applies).map((r) => r.id)).toEqual(['there-and-back'])
  }, 180_000)
})
