import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let home: string
let county: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-site-'))
  county = join(home, 'three-valleys')
  await kuashan(['demo', county, '--size', 'three-valleys', '--seed', '1'])
})
afterAll(() => rm(home, { recursive: true, force: true }))

const site = (...more: string[]) => kuashan(['site', county, '--workers', '1', ...more])

describe('site DIR', () => {
  test('--json gives the answer as for files, with what the county adds', async () => {
    const { code, out } = await site(
      '--service',
      'MED-01',
      '--problem',
      'mclp',
      '--p',
      '4',
      '--json',
    )
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ optimal: true, cost: 3920 })
    expect(answer.open).toEqual(['THC-1', 'THC-2', 'VC-1', 'new-331199100204-01'])
    expect(answer.assignment).toHaveLength(14)
    expect(answer.siting.question.service).toBe('MED-01')
  })

  test('says what to relax where nothing meets all, and exits with 1', async () => {
    const { code, out, err } = await site('--service', 'MED-01')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('331199100207-01 5 min')
    expect(err).toContain('solved again, proven smallest')
  })

  test('wants a service of the catalogue, and a problem that a county can be asked', async () => {
    expect(await site('--service', 'MED-99')).toMatchObject({ code: 2 })
    expect(await site('--service', 'MED-01', '--problem', 'cwl')).toMatchObject({ code: 2 })
  })
})

describe('site FILE', () => {
  test('says how many sites, or which radius, would be enough', async () => {
    const file = join(home, 'chain.txt')
    await writeFile(file, '3 2 1\n1 2 5\n2 3 5\n')
    const asked = ['--format', 'pmed', '--seconds', '20']
    const { code, err } = await kuashan([
      'site',
      file,
      ...asked,
      '--problem',
      'p-centre',
      '--radius',
      '1',
    ])
    expect(code).toBe(1)
    expect(err).toContain('1 site is too few: to cover everybody takes 3 at least')
    expect(err).toContain('with a radius larger by 4, of 5')
    expect(await kuashan(['site', file, ...asked])).toMatchObject({ code: 2 })
  })
})
