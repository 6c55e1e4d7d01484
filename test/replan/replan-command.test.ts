import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from '../run-kuashan.ts'

describe('the command replan', () => {
  let home: string
  let plan: string
  const june = ['--from', '2026-06-01', '--to', '2026-06-30', '--today', '2026-05-20']
  const replan = (...args: string[]) =>
    kuashan(['replan', plan, ...args, '--iterations', '10', '--workers', '1'])

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kuashan-replan-'))
    const county = join(home, 'county')
    await kuashan(['demo', county, '--size', 'three-valleys'])
    await kuashan(['plan', county, '--budget', '50it', '--workers', '1'])
    plan = join(county, 'results', 'plan-least-cost-1.json')
  })
  afterAll(async () => rm(home, { recursive: true, force: true }))

  test('prints a menu of three, writes the one that is chosen, and a page in the language asked for', async () => {
    const [out, page] = [join(home, 'new.json'), join(home, 'menu.html')]
    const choice = ['--choose', 'fewest', '--out', out, '--html', page]
    const { code, out: said } = await replan('--close', 'north', ...june, ...choice, '--lang', 'zh')
    expect(code).toBe(0)
    for (const words of ['临时安排', '改动最少', '花费最少', '标准优先', '40 人'])
      expect(said).toContain(words)
    const chosen = JSON.parse(await readFile(out, 'utf8'))
    expect(chosen.levels.at(-1)).toMatchObject({ level: 'changes', value: 2 })
    const html = await readFile(page, 'utf8')
    expect(html).toContain('lang="zh-CN"')
    expect(html).toContain('至少 40 人（×服务）暂时达不到标准')
  })

  test('a road that is not there: the nearest name, exit 1, and nothing is written', async () => {
    const out = join(home, 'none.json')
    const choice = ['--choose', 'fewest', '--out', out]
    const { code, err } = await replan('--close', 'nort', ...june, ...choice, '--lang', 'en')
    expect(code).toBe(1)
    expect(err).toContain('→ north?')
    expect(existsSync(out)).toBe(false)
  })

  test('a plan of a scenario is re-planned in the county of that scenario', async () => {
    const county = join(home, 'county')
    const scenarios = new URL('../../examples/three-valleys/scenarios', import.meta.url).pathname
    await cp(scenarios, join(county, 'scenarios'), { recursive: true })
    const made = [
      'plan',
      county,
      '--scenario',
      'south-clinic',
      '--budget',
      '50it',
      '--workers',
      '1',
    ]
    const { file } = JSON.parse((await kuashan([...made, '--json'])).out)
    const asked = ['--close', 'north', ...june, '--iterations', '5', '--workers', '1', '--json']
    const { code, out } = await kuashan(['replan', file, ...asked])
    expect(code).toBe(0)
    const { menu } = JSON.parse(out) as { menu: { checked: { verdict: string } }[] }
    expect(menu.map((a) => a.checked.verdict)).toEqual(['valid', 'valid', 'valid'])
  })

  test('without anything that happened it says how to tell it', async () => {
    const { code, err } = await replan('--lang', 'en')
    expect(code).toBe(2)
    expect(err).toContain('--vehicle-down')
  })
})
