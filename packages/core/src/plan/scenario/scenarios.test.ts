import { describe, expect, it } from 'vitest'
import { startingCatalogue } from '../../catalogue/starting-catalogue.ts'
import { threeValleys } from '../../demo/three-valleys.ts'
import { Scenario } from '../change.ts'
import { applyScenario, checkScenarios, importScenario } from './scenarios.ts'

const base = threeValleys(startingCatalogue())
const scenario = (id: string, over: object = {}) =>
  Scenario.parse({ id, nameZh: id, nameEn: id, ...over })
const price = (value: number) => [{ do: 'set-price', price: 'fuelPerKmFen', value }]

describe('scenarios stand on one another', () => {
  const low = scenario('low', { changes: price(70) })
  const high = scenario('high', {
    base: 'low',
    changes: [...price(90), { do: 'set-budget', budget: 'running', fen: 5 }],
  })

  it('a scenario may take back what its base did', () => {
    const { input, changes } = applyScenario(base, high, [low, high])
    expect(input!.county.settings.prices.fuelPerKmFen).toBe(90)
    expect(changes).toHaveLength(3)
  })

  it('names a base that is not there, a circle, and an id that stands twice', () => {
    const lost = scenario('x', { base: 'hihg' })
    expect(applyScenario(base, lost, [lost, high]).findings).toMatchObject([
      { code: 'scenario-base-unknown' },
    ])
    expect(checkScenarios([scenario('x', { base: 'hgh' }), high, low])).toMatchObject([
      { code: 'scenario-base-unknown', facts: { suggestion: '→ high?' } },
    ])
    const [a, b] = [scenario('a', { base: 'b' }), scenario('b', { base: 'a' })]
    expect(applyScenario(base, a, [a, b])).toMatchObject({
      input: null,
      findings: [{ code: 'scenario-base-circular' }],
    })
    expect(checkScenarios([low, low]).map((f) => f.code)).toEqual(['scenario-id-doubled'])
  })

  it('takes its id from the file, and says what is malformed with its path', () => {
    const words = { nameZh: '甲', nameEn: 'A' }
    expect(importScenario(words, 'scenarios/a.yaml').scenario!.id).toBe('a')
    const wrong = { ...words, changes: [{ do: 'close-raod', way: 'x' }] }
    expect(importScenario(wrong, 'scenarios/a.yaml').findings).toMatchObject([
      { code: 'scenario-malformed', at: { path: 'changes.0.do' } },
    ])
  })
})

describe('the people of a later year (A13)', () => {
  it('are projected settlement by settlement, and the assumed rates are named (A13)', () => {
    const { input, findings } = applyScenario(base, scenario('later', { year: 2036 }), [])
    const before = base.county.settlements.map((s) => s.permanent)
    const after = input!.county.settlements.map((s) => s.permanent)
    const old = (p: (typeof before)[number]) =>
      p.bands.reduce((sum, b) => sum + (b.from >= 80 ? b.people : 0), 0) / p.total
    after.forEach((p, k) => {
      expect(p.bands.reduce((sum, b) => sum + b.people, 0)).toBe(p.total)
      expect(p.bands.map((b) => b.from)).toEqual(before[k]!.bands.map((b) => b.from))
    })
    expect(old(after[0]!)).not.toBe(old(before[0]!))
    expect(findings).toMatchObject([
      {
        code: 'population-projected',
        severity: 'note',
        facts: { year: 2036, before: 4000, assumed: 'fertility, mortality, migration' },
      },
    ])
  })

  it('take a retired doctor out of the posts, and leave this year as it is (A13)', () => {
    const [one] = base.county.staff
    const leaving = {
      ...base,
      county: {
        ...base.county,
        staff: [{ ...one!, birthYear: 1970, retiresOn: '2030-07-01' as never }],
      },
    }
    const { input } = applyScenario(leaving, scenario('later', { year: 2036 }), [])
    expect(input!.county.staff[0]).toMatchObject({ birthYear: 1960, retiresOn: '2020-07-01' })
    expect(applyScenario(base, scenario('now', { year: 2026 }), []).input).toBe(base)
  })
})
