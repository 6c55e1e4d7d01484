import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import { horizonDaysOf } from '@kuashan/core/plan/county.ts'
import type { Assignment, Plan } from '@kuashan/core/plan/plan.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { describe, expect, it } from 'vitest'
import { doorstepSection } from './doorstep-section.ts'
import { namesOf } from './names.ts'
import type { Context } from './section.ts'

const { county, catalogue } = pencilCounty(6)
const home = county.settlements[0]!.id
const place = county.facilities[0]!.id

const line = (over: Partial<Assignment>): Assignment => ({
  settlement: home,
  service: 'HOME-1',
  mode: 'doorstep',
  place,
  people: 4,
  seconds: 1_800,
  opportunities: 12,
  longestGapDays: 31,
  ...over,
})

/** Only what the section reads. */
const textOf = (language: Language, assignments: Assignment[]): string => {
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  const context = {
    input,
    plan: { assignments, sites: [] } as unknown as Plan,
    language,
    names: namesOf(input, language),
    t: (words: Record<Language, string>) => words[language],
  } as unknown as Context
  return doorstepSection(context)
    .markup.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe.each(['zh', 'en'] as const)('calls at the door in %s', (language) => {
  const names = namesOf({ county, catalogue }, language)

  it('say who is called on, from where, how often and at how many hours', () => {
    // 12 calls of an hour on the way, and of 4 people 5 minutes each: 16 hours in the horizon.
    const hours = formatNumber((16 * 365) / horizonDaysOf(county))
    const text = textOf(language, [line({})])
    const words = { zh: ['12 次', '最长间隔 31 天'], en: ['12 times', 'at most 31 days apart'] }
    for (const part of [...words[language], names.settlement(home), names.facility(place), hours])
      expect(text).toContain(part)
  })

  it('are one line for the services of one call, and leave other ways out', () => {
    const text = textOf(language, [
      line({}),
      line({ service: 'HOME-2', people: 2 }),
      line({ service: 'VAN-1', mode: 'vehicle' }),
    ])
    expect(text).toMatch(/HOME-1 4(\.0)?[,、] ?HOME-2 2/)
    expect(text).not.toContain('VAN-1')
  })

  it('are none where nobody is called on', () => {
    expect(textOf(language, [])).toContain({ zh: '无', en: 'None' }[language])
  })
})
