import { describe, expect, it } from 'vitest'
import { changeOf, eventForms, missingFields, scenarioForms } from './change-kinds.ts'
import { findingsAt } from './change-list.tsx'
import { sayChange } from './change-said.ts'

const form = (kind: string) => [...scenarioForms, ...eventForms].find((f) => f.do === kind)!
const names = {
  settlement: (id: string) => `<${id}>`,
  vehicle: (id: string) => `<${id}>`,
  service: (id: string) => `<${id}>`,
  facility: (id: string) => `<${id}>`,
  post: (id: string) => `<${id}>`,
}

describe('the change list of a scenario', () => {
  it('makes a change only of full answers, and names what is missing', () => {
    const close = form('close-road')
    expect(changeOf(close, {})).toBeNull()
    expect(missingFields(close, {}).map((f) => f.key)).toEqual(['way'])
    expect(changeOf(close, { way: 'east' })).toEqual({ do: 'close-road', way: 'east' })
    expect(changeOf(form('vehicle-down'), { vehicle: 'v', from: '2026-06-01' })).toBeNull()
  })

  it('moves everybody where no number is given, and counts money in fen', () => {
    const moved = changeOf(form('move-people'), { from: 'a', to: 'b' })
    expect(moved).toMatchObject({ share: 1 })
    expect(changeOf(form('set-price'), { price: 'fuelPerKmFen', yuan: 1.25 })).toMatchObject({
      value: 125,
    })
    const standard = { floor: 'M1 maxGapDays', value: 14 }
    expect(changeOf(form('set-standard'), standard)).toEqual({
      do: 'set-standard',
      service: 'M1',
      metric: 'maxGapDays',
      value: 14,
    })
  })

  it('refuses values that no county could have', () => {
    expect(changeOf(form('add-vehicles-like'), { likeOf: 'v', count: 0.5 })).toBeNull()
  })

  it('says every kind in both languages with names for ids', () => {
    const down = changeOf(form('vehicle-down'), {
      vehicle: 'v',
      from: '2026-06-01',
      to: '2026-06-03',
    })!
    expect(sayChange(down, names, 'zh')).toBe('<v>停用，6月1日至6月3日')
    expect(sayChange(down, names, 'en')).toBe('<v> is down, 1 Jun to 3 Jun')
    const price = changeOf(form('set-price'), { price: 'fuelPerKmFen', yuan: 1.25 })!
    expect(sayChange(price, names, 'en')).toContain('¥1.25')
  })

  it('puts a finding beside the change it is about', () => {
    const at = (path: string) => ({ code: path, at: { path } }) as never
    const all = [at('changes.1.way'), at('changes.10'), at('')]
    expect(findingsAt(all, 1).map((f) => f.code)).toEqual(['changes.1.way'])
    expect(findingsAt(all, null)).toHaveLength(1)
  })
})
