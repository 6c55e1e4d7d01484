import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan, Ride } from '@kuashan/core/plan/plan.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { describe, expect, it } from 'vitest'
import { namesOf } from './names.ts'
import { ridesSection } from './rides-section.ts'
import type { Context } from './section.ts'

const { county: made, catalogue } = pencilCounty(6)
const county = {
  ...made,
  settings: { ...made.settings, prices: { ...made.settings.prices, busPerKmFen: 300 } },
}
const [from, near] = county.settlements.map((s) => s.id) as [string, string]
const site = county.facilities[0]!.id

const ride = (over: Partial<Ride>): Ride => ({
  id: 'R1',
  site,
  by: 'hired',
  vehicle: null,
  lines: [],
  dates: ['2026-03-05', '2026-03-19'] as PlainDate[],
  pickups: [
    {
      settlement: from,
      depart: 28_400,
      home: 43_600,
      riders: [
        { settlement: from, walkSeconds: 0 },
        { settlement: near, walkSeconds: 600 },
      ],
    },
  ],
  services: [catalogue.services[0]!.id],
  depart: 28_400,
  arrive: 32_400,
  leave: 39_600,
  finish: 43_600,
  metres: 78_000,
  driveSeconds: 8_000,
  seats: 19,
  people: 4,
  ...over,
})

/** Only what the section reads. */
const textOf = (language: Language, rides: Ride[]): string => {
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  const context = {
    input,
    plan: { rides } as unknown as Plan,
    language,
    names: namesOf(input, language),
    t: (words: Record<Language, string>) => words[language],
  } as unknown as Context
  return ridesSection(context)
    .markup.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe.each(['zh', 'en'] as const)('rides in %s', (language) => {
  it('says which village, where to, at what time, on which days, by what and at what cost', () => {
    const text = textOf(language, [ride({})])
    const words = {
      zh: ['步行 10 分', '07:53–09:00', '11:00–12:07', '租车', '5、19', '468'],
      en: ['10 min on foot', '07:53–09:00', '11:00–12:07', 'hired', '5, 19', '468'],
    }
    for (const part of words[language]) expect(text).toContain(part)
    expect(text).not.toMatch(/NaN|undefined|null/)
  })

  it('puts rides that differ in their days alone on one line, with the mean of people and all the cost', () => {
    const other = { id: 'R2', dates: ['2026-04-02'] as PlainDate[], people: 1 }
    const once = textOf(language, [ride({})])
    const both = textOf(language, [ride({}), ride(other)])
    expect(both.split('07:53').length).toBe(once.split('07:53').length)
    expect(both).toContain(' 3 ')
    expect(both).toContain('702')
    expect(
      textOf(language, [ride({}), ride({ ...other, arrive: 33_000 })]).split('07:53').length,
    ).toBe(once.split('07:53').length + 1)
  })

  it('costs nothing by a bus line, and says so where nobody is brought', () => {
    const byBus = ride({ by: 'bus', lines: ['L1', 'L2'], metres: 0, seats: null })
    expect(textOf(language, [byBus])).toContain('L1 · L2')
    expect(textOf(language, [])).toContain(language === 'zh' ? '无' : 'None')
  })
})
