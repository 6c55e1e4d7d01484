import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import type { Explained } from '@kuashan/core/planner/explain/explain-report.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { describe, expect, it } from 'vitest'
import { floorPricesSection, whyMissedSection } from './explained-section.ts'
import { namesOf } from './names.ts'
import type { Context } from './section.ts'

const { county, catalogue } = pencilCounty(6)
const [first] = county.settlements
const price = { cashFen: 143_800, capitalFen: 0, staffHours: 231, value: 1_182_582 }
const explained: Explained = {
  floors: [
    {
      service: 'MED-01',
      metric: 'maxTravelMin',
      floor: 30,
      people: 500,
      reached: 200,
      value: 2_569_100,
      least: 2_500_000,
      most: null,
      perPerson: 12_846,
    },
  ],
  worst: [
    {
      settlement: first!.id,
      service: 'MED-01',
      people: 40,
      missing: [{ metric: 'maxTravelMin', want: 30, have: 52 }],
      reason: 'fleet',
      verdict: 'change-found',
      changes: [
        {
          kind: 'longer-shift',
          amount: 135,
          unit: 'minutes',
          what: { vehicle: 'no-such-van' },
          changes: [],
          edits: [],
          price,
        },
      ],
      without: [],
    },
    {
      settlement: 'nobody-knows',
      service: 'MED-01',
      people: 10,
      missing: [],
      reason: 'unreachable',
      verdict: 'impossible',
      bound: 'no-way',
      changes: [],
      without: [],
    },
  ],
  needs: 7,
  reach: [],
}

/** Only what these sections read. */
function contextIn(language: Language, of: Explained | undefined): Context {
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  return {
    input,
    explained: of,
    language,
    names: namesOf(input, language),
    t: (words: Record<Language, string>) => words[language],
  } as unknown as Context
}

describe('explanations in the report', () => {
  it('names who is missed, the smallest change with its three columns, and what is proved impossible', () => {
    const zh = whyMissedSection(contextIn('zh', explained))!.markup
    expect(zh).toContain('每天可多出车 2 小时 15 分')
    expect(zh).toContain('每年现金 +1,438 元')
    expect(zh).toContain('已证明做不到')
    expect(zh).toContain('未达标 7 项')
    const en = whyMissedSection(contextIn('en', explained))!.markup
    expect(en).toContain('no-such-van may be out 2 h 15 min longer a day')
    expect(en).toContain('travel at most 30 min')
  })

  it('gives the price of a floor with what is proved of it', () => {
    const en = floorPricesSection(contextIn('en', explained))!.markup
    expect(en).toContain('¥25,691')
    expect(en).toContain('¥25,000 / —')
    expect(en).toContain('¥128')
  })

  it('says nothing where nothing was explained', () => {
    expect(whyMissedSection(contextIn('en', undefined))).toBeNull()
    expect(floorPricesSection(contextIn('en', undefined))).toBeNull()
  })
})
