import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import type { Assignment, Plan } from '@kuashan/core/plan/plan.ts'
import { describe, expect, it } from 'vitest'
import { type NoticeInput, noticeHtml } from './notice-page.ts'

const { county, catalogue } = pencilCounty(6)
const input = { county, catalogue } as NoticeInput['input']
const home = county.settlements[0]!
const elsewhere = county.settlements.find((s) => s.division !== home.division)
const [given, foreign, missing] = catalogue.services.map((s) => s.id) as [string, string, string]
const facility = county.facilities[0]!
const first = '2026-03-03' as PlainDate

const assignment = (over: Partial<Assignment>): Assignment => ({
  settlement: home.id,
  service: given,
  mode: 'vehicle',
  place: 'S1',
  people: 10,
  seconds: 0,
  opportunities: 10,
  longestGapDays: 7,
  ...over,
})

const plan = {
  horizon: { from: '2026-03-01', to: '2026-06-30' },
  stops: [
    {
      id: 'S1',
      settlement: home.id,
      kind: 'clinicVehicle',
      serves: [{ settlement: home.id, walkSeconds: 0 }],
    },
  ],
  tours: Array.from({ length: 8 }, (_, k) => ({
    date: addDays(first, 7 * k),
    visits: [
      { id: `v${k}`, stop: 'S1', arrive: 34_200, leave: 36_000, services: [given, foreign] },
    ],
  })),
  rides: [],
  assignments: [
    assignment({}),
    assignment({ service: foreign, mode: 'fixed', place: facility.id, seconds: 900 }),
  ],
  shortages: [{ settlement: home.id, service: missing }],
} as unknown as Plan

const page = (over: Partial<NoticeInput> = {}) =>
  noticeHtml({
    input,
    plan,
    village: home.division,
    draft: false,
    from: first,
    language: 'zh',
    ...over,
  })
const nameOf = (id: string) => catalogue.services.find((s) => s.id === id)!

describe('the notice of a village', () => {
  it('says which vehicle comes when, what it gives, where else to go and what is not reached', () => {
    const zh = page()
    expect(zh).toContain('每周二：<span class="keep">3月3日（周二）')
    expect(zh).toContain('以后还有 2 次')
    expect(zh).toContain('9:30 到')
    expect(zh).toMatch(new RegExp(`能办：${nameOf(given).nameZh}<`))
    expect(zh).toContain(`<b>${facility.name}</b>：${nameOf(foreign).nameZh}`)
    expect(zh).toContain(nameOf(missing).nameZh)
    expect(zh).not.toContain('还没定')
    const en = page({ language: 'en', draft: true })
    expect(en).toContain('every Tue: <span class="keep">Tue 3 Mar')
    expect(en).toContain('Not decided yet')
  })

  it('leaves out days that are over, and says when nothing comes', () => {
    expect(page({ from: addDays(first, 1) })).not.toContain('3月3日')
    expect(page({ village: elsewhere?.division ?? '000000000000' })).toContain('没有车来村里')
  })

  it('prints nothing smaller than 18 points', () => {
    const sizes = [...page().matchAll(/(?:font:|font-size:)(\d+)(pt|px)/g)]
    expect(sizes.length).toBeGreaterThan(0)
    for (const [, size, unit] of sizes) expect([Number(size) >= 18, unit]).toEqual([true, 'pt'])
  })
})
