import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import type { LeftOut } from '@kuashan/core/access/county-figures.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { describe, expect, it } from 'vitest'
import { equitySection } from './equity-section.ts'
import { namesOf } from './names.ts'
import type { Context } from './section.ts'
import { sharingSection } from './sharing-section.ts'
import { tripsSection } from './trips-section.ts'
import { unitCostSection } from './unit-cost-section.ts'
import { villagesSection } from './villages-section.ts'

/** Six visits a year today, twelve under the plan. */
const [today, planned] = [pencilCounty(6), pencilCounty(12)]

/** Only what these sections read. */
function contextIn(language: Language): Context {
  const { county, catalogue, measurement } = today
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  const costs = { cashFen: 0, capitalFen: {}, staffHours: 0 }
  return {
    input,
    today: measurement,
    planned: planned.measurement,
    figures: { today: today.figures, planned: planned.figures },
    plan: {
      format: 1,
      county: county.settings.code,
      mode: 'least-cost',
      horizon: county.settings.horizon,
      season: 'base',
      made: {
        engine: '',
        dataHash: '',
        seed: 1,
        iterations: 1,
        workers: 1,
        reproducible: true,
      },
      sites: [],
      stops: [],
      tours: [],
      assignments: [],
      rides: [],
      shortages: [],
      fleet: [],
      costs: { today: costs, plan: costs },
      levels: [],
      assumed: [],
    },
    remote: new Set(['331199102201']),
    verdict: 'valid',
    checkFindings: [],
    importFindings: [],
    language,
    names: namesOf(input, language),
    t: (words) => words[language],
  }
}

/** The text a reader sees. */
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const sections = { equitySection, unitCostSection, tripsSection, sharingSection, villagesSection }

const shown: Record<keyof typeof sections, Record<Language, readonly string[]>> = {
  equitySection: {
    zh: [
      '基尼系数',
      '1.84 → 1.91',
      '最差的一成人住在',
      'z（331199102201） 1.2',
      '单位：人次/人·年',
    ],
    en: ['Gini', '1.84 → 1.91', 'The worst-off tenth live in', 'z, 331199102201 1.2', 'Unit:'],
  },
  unitCostSection: {
    zh: ['偏远村是县城的几倍 2.67 2.67', '分散 2.33', '空闲 −0.67', '假设', '单位：元/人次'],
    en: ['Outlying ÷ seat 2.67 2.67', 'dispersion 2.33', 'idle −0.67', 'assumed', 'Unit:'],
  },
  tripsSection: {
    zh: ['少跑的趟数 36 72', '省下的小时 1,218 2,436', '33 小时 50 分', '最后一公里'],
    en: ['Trips not made 36 72', 'Hours saved 1,218 2,436', '33 h 50 min', 'The last mile'],
  },
  sharingSection: {
    zh: ['共 12 次', '会有 3 次离开', '331199101201 8 5 +3'],
    en: ['12 visits in all', '3 would leave', '331199101201 8 5 +3'],
  },
  villagesSection: {
    zh: ['2026 年没有医疗机构的村（2 个）', '331199102201（12 次）'],
    en: ['Without a medical institution in 2026 (2)', '331199102201 (12)'],
  },
}

describe.each(['zh', 'en'] as const)('sections of figures in %s', (language) => {
  const context = contextIn(language)
  it.each(Object.keys(sections) as (keyof typeof sections)[])('%s shows its figures', (name) => {
    const text = textOf(sections[name](context).markup)
    for (const words of shown[name][language]) expect(text).toContain(words)
    expect(text).toContain('2026-01-01')
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  it('says so where a county is too large for an index', () => {
    const { figures } = context
    const leftOut: LeftOut[] = ['access', 'costs', 'trips', 'lastMile']
    const cut = { access: [], trips: null, costs: [], lastMile: [], leftOut }
    const large: Context = {
      ...context,
      figures: {
        today: { ...figures.today, ...cut },
        planned: { ...figures.planned, ...cut },
      },
    }
    const words = language === 'zh' ? '自然村太多' : 'Too many settlements'
    expect(textOf(equitySection(large).markup)).toContain(words)
    expect(textOf(tripsSection(large).markup)).toContain(words)
  })
})

it('leaves no Chinese in the English sections', () => {
  const context = contextIn('en')
  for (const build of Object.values(sections))
    expect(textOf(build(context).markup)).not.toMatch(/[\u4e00-\u9fff]/)
})
