import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agePyramid, peopleByAge } from './ages.ts'
import { groups } from './group.ts'
import { needOf, needRates, type PlaceProfile } from './need.ts'
import { prevalence } from './prevalence.ts'
import type { Rule } from './rule.ts'
import type { Service } from './service.ts'
import { startingCatalogue } from './starting-catalogue.ts'

const catalogue = startingCatalogue()
const service = (id: string): Service => catalogue.services.find((s) => s.id === id)!
const ruled = (rule: Rule): Service => ({
  ...service('MED-01'),
  entitled: { rule, text: '' },
})
const rates = needRates()
const bands = [
  { from: 0, to: 14, people: 30 },
  { from: 15, to: 59, people: 90 },
  { from: 60, to: 69, people: 50 },
  { from: 70, to: null, people: 70 },
]
const village: PlaceProfile = {
  population: { total: 240, bands },
  needs: {},
  place: { villageRemote: true, villageHasClinic: false },
}

describe('people entitled', () => {
  test('all who live here, exactly, when the rule asks for residence only', () => {
    const need = needOf(service('MED-01'), village, rates)
    expect(need).toMatchObject({ people: 240, estimated: false, missing: [] })
    expect(groups.reduce((sum, g) => sum + need.byGroup[g], 0)).toBeCloseTo(240)
  })

  test('an age limit at the edge of a band is exact, inside one it is an estimate', () => {
    const from = (age: number) => needOf(ruled({ ge: ['age', age] }), village, rates)
    expect(from(60)).toMatchObject({ people: 120, estimated: false })
    expect(from(65).people).toBeCloseTo(25 + 70)
    expect(from(65).estimated).toBe(true)
  })

  test('two limits of age are not independent of each other', () => {
    const rule: Rule = { all: [{ ge: ['age', 60] }, { lt: ['age', 70] }] }
    expect(needOf(ruled(rule), village, rates).people).toBeCloseTo(50)
    expect(
      needOf(ruled({ any: [{ ge: ['age', 60] }, { ge: ['age', 70] }] }), village, rates).people,
    ).toBeCloseTo(120)
  })

  test('months count within a year of age', () => {
    const need = needOf(ruled({ lt: ['ageMonths', 30] }), village, rates)
    expect(need.people).toBeCloseTo((30 / 15) * 2.5)
  })

  test('independent attributes multiply; one attribute tested twice does not', () => {
    const elders = (rule: Rule) =>
      needOf(ruled({ all: [{ ge: ['age', 65] }, rule] }), village, rates).people
    expect(
      elders({ any: [{ eq: ['livesAlone', true] }, { eq: ['emptyNest', true] }] }),
    ).toBeCloseTo(95 * (1 - 0.85 * 0.6))
    expect(elders({ not: { eq: ['livesAlone', true] } })).toBeCloseTo(95 * 0.85)
    const levels = (rule: Rule) => needOf(ruled(rule), village, rates).people
    expect(
      levels({ any: [{ le: ['disabilityLevel', 2] }, { eq: ['disabilityLevel', 3] }] }),
    ).toBeCloseTo(240 * 0.019)
    expect(
      levels({ all: [{ le: ['disabilityLevel', 2] }, { eq: ['disabilityLevel', 3] }] }),
    ).toBeCloseTo(0)
    expect(levels({ not: { ge: ['disabilityLevel', 1] } })).toBeCloseTo(240 * 0.97)
  })

  test('what the place answers is exact, and what nobody answers is named', () => {
    expect(needOf(service('SUP-01'), village, rates)).toMatchObject({ people: 240, missing: [] })
    const elsewhere = { ...village, place: { villageRemote: false } }
    expect(needOf(service('SUP-01'), elsewhere, rates).people).toBe(0)
    const unknown = needOf(service('SUP-01'), { ...village, place: {} }, rates)
    expect(unknown).toMatchObject({ people: 0, missing: ['villageRemote'] })
  })

  test('a known count overrides the estimate and is shared out as the estimate is', () => {
    const need = needOf(service('MED-02'), { ...village, needs: { 'MED-02': 50 } }, rates)
    expect(need).toMatchObject({ people: 50, estimated: false })
    expect(groups.reduce((sum, g) => sum + need.byGroup[g], 0)).toBeCloseTo(50)
    expect(need.byGroup.child).toBe(0)
  })

  test('people registered elsewhere or here by hukou never count', () => {
    expect(needOf(ruled({ eq: ['residence', 'registeredAway'] }), village, rates).people).toBe(0)
    expect(needOf(ruled({ eq: ['hukouHere', true] }), village, rates).missing).toEqual([
      'hukouHere',
    ])
  })

  test('a county sets its own rates', () => {
    const own = needRates({ 'rate.emptyNest.true@60': 1 })
    const all = ruled({ eq: ['emptyNest', true] })
    expect(needOf(all, village, own).people).toBeCloseTo(120)
  })

  test('the rates agree with the county they are calibrated to (E1)', () => {
    const table = prevalence()
    const county = { population: { total: 100_000, bands: [] }, needs: {}, place: {} }
    const share = (rule: Rule) => needOf(ruled(rule), county, needRates()).people / 100_000
    const adults = share({ ge: ['age', 18] })
    expect(share({ has: ['conditions', 'hypertension'] }) / adults).toBeCloseTo(0.28, 2)
    expect(share({ has: ['conditions', 't2dm'] }) / adults).toBeCloseTo(0.11, 2)
    expect(share({ ge: ['ltcGrade', 1] }) / share({ ge: ['age', 60] })).toBeCloseTo(0.037, 3)
    expect(share({ ge: ['ltcGrade', 3] }) / share({ ge: ['age', 60] })).toBeCloseTo(0.012, 3)
    expect(share({ eq: ['schoolStage', 'primary'] })).toBeCloseTo(0.065, 2)
    expect(share({ eq: ['schoolStage', 'junior'] })).toBeCloseTo(0.032, 2)
    expect(share({ ge: ['age', 65] })).toBeCloseTo(0.154, 3)
    expect(agePyramid(table).reduce((a, b) => a + b, 0)).toBeCloseTo(1)
  })

  test('chances of a single-valued attribute never pass 1 at any age', () => {
    for (const { kind, rates: rows } of Object.values(prevalence().attributes)) {
      if (kind === 'set') continue
      for (let age = 0; age <= 100; age++) {
        const sum = rows
          .filter((r) => r.from <= age && (r.to === null || age <= r.to))
          .reduce((s, r) => s + r.rate, 0)
        expect(sum).toBeLessThanOrEqual(1 + 1e-12)
      }
    }
  })
})

describe('people by age', () => {
  const pyramid = agePyramid(prevalence())
  const band = fc
    .tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 500 }),
    )
    .map(([from, span, people]) => ({ from, to: from + span > 100 ? null : from + span, people }))

  test('nobody is lost and nobody is invented, whatever the bands', () => {
    fc.assert(
      fc.property(
        fc.array(band, { maxLength: 6 }),
        fc.integer({ min: 0, max: 5000 }),
        (rows, total) => {
          const people = peopleByAge({ total, bands: rows }, pyramid)
          const sum = people.reduce((a, b) => a + b, 0)
          expect(sum).toBeCloseTo(total, 6)
          expect(people.every((n) => n >= 0)).toBe(true)
        },
      ),
    )
  })

  test('every service of the catalogue needs between nobody and everybody', () => {
    for (const s of catalogue.services) {
      const { people } = needOf(s, village, rates)
      expect(people).toBeGreaterThanOrEqual(0)
      expect(people).toBeLessThanOrEqual(240 + 1e-9)
    }
  })
})
