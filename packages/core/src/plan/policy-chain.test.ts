import { describe, expect, test } from 'vitest'
import { lineCatalogue, lineCounty, standard } from '../access/line-county.fixture.ts'
import { explainFinding } from '../words/explain-finding.ts'
import type { Language } from '../words/language.ts'
import { Plan } from './plan.ts'
import { policyChain } from './policy-chain.ts'
import { lintPolicyTexts, PolicyText } from './policy-text.ts'

const text = (id: string, some: Partial<PolicyText> = {}): PolicyText =>
  PolicyText.parse({ id, title: 'Document 1', date: '2020-01-01', ...some })

const catalogue = lineCatalogue()
const conversion = { toKind: 'mealPoint', capitalFen: 1, yearCostFen: 1 }
const countyWith = (standards: unknown[]) =>
  lineCounty(
    [{ id: 'a', x: 0, people: 100 }],
    [
      { id: 'clinic', x: 0, kind: 'villageClinic', state: 'planned' },
      { id: 'school', x: 1, kind: 'primarySchool', state: 'vacant', conversions: [conversion] },
      { id: 'open', x: 2, kind: 'villageClinic' },
    ],
    { standards },
  ).county

const nothing = { cashFen: 0, capitalFen: {}, staffHours: 0 }
const planWith = (some: object) =>
  Plan.parse({
    format: 1,
    county: '331199000000',
    mode: 'least-cost',
    horizon: { from: '2026-01-01', to: '2026-12-31' },
    season: 'summer',
    made: {
      engine: 'test',
      dataHash: 'x',
      seed: 1,
      iterations: 1,
      workers: 1,
      reproducible: true,
    },
    ...{ sites: [], stops: [], tours: [], assignments: [], shortages: [], fleet: [] },
    costs: { today: nothing, plan: nothing },
    levels: [],
    assumed: [],
    ...some,
  })
const site = (facility: string, action: string, toKind: string, services: string[]) => ({
  facility,
  action,
  toKind,
  services,
  ...{ yearCostFen: 0, capitalFen: 0, fund: null, staffHoursYear: 0 },
})
const given = (service: string, mode: string, place: string) => ({
  settlement: 'a',
  service,
  mode,
  place,
  ...{ people: 1, seconds: 0, opportunities: null, longestGapDays: null },
})

const gapsOf = (standards: unknown[], plan: Plan | null, texts: PolicyText[]) =>
  policyChain({ county: countyWith(standards), catalogue }, plan, texts).gaps.map(
    ({ code, at }) => `${code} ${at.path}`,
  )

describe('planning, standards, facilities and policy as one chain (A53)', () => {
  test('a facility project with no standard behind it is reported, of the county and of a plan (A53)', () => {
    const clinics = [standard('MED-01', 'maxTravelMin', 30)]
    expect(gapsOf([], null, [])).toEqual([
      'project-without-standard clinic',
      'project-without-standard school',
    ])
    expect(gapsOf(clinics, null, [text('t')])).toEqual(['project-without-standard school'])
    const plan = planWith({
      sites: [
        site('school', 'convert', 'villageClinic', ['MED-01']),
        site('open', 'keep', 'villageClinic', []),
      ],
      assignments: [given('MED-01', 'fixed', 'school')],
    })
    expect(gapsOf(clinics, plan, [text('t')])).toEqual([])
    const meals = planWith({
      sites: [site('school', 'convert', 'mealPoint', ['ELD-01'])],
      assignments: [given('MED-01', 'fixed', 'clinic')],
    })
    expect(gapsOf(clinics, meals, [text('t')])).toEqual(['project-without-standard school'])
  })

  test('links each project and item to its standards and their texts (A53)', () => {
    const county = countyWith([standard('MED-01', 'maxTravelMin', 30)])
    const plan = planWith({
      sites: [site('clinic', 'build', 'villageClinic', ['MED-01', 'MED-02'])],
      assignments: [given('MED-01', 'vehicle', 's1'), given('MED-01', 'vehicle', 's2')],
    })
    const { links } = policyChain({ county, catalogue }, plan, [text('t')])
    const built = links.find(({ what }) => 'project' in what && what.project.facility === 'clinic')
    expect(built).toMatchObject({
      what: { project: { action: 'build', from: 'plan' } },
      standards: [{ service: 'MED-01', document: 'Document 1', clause: '2', texts: ['t'] }],
      without: ['MED-02'],
    })
    expect(links.at(-1)).toMatchObject({
      what: { item: { service: 'MED-01', mode: 'vehicle', places: 2 } },
      standards: [{ texts: ['t'] }],
    })
  })

  test('names every other gap: items, standards and texts that hang in the air (A53)', () => {
    const standards = [
      standard('MED-01', 'maxTravelMin', 30),
      standard('ELD-01', 'maxTravelMin', 60),
    ]
    const plan = planWith({ assignments: [given('MED-02', 'vehicle', 's')] })
    expect(gapsOf(standards, plan, [text('x', { title: 'Another' })])).toEqual([
      'item-without-standard MED-02',
      'standard-without-text ELD-01.maxTravelMin',
      'standard-without-text MED-01.maxTravelMin',
      'standard-without-item ELD-01.maxTravelMin',
      'standard-without-item MED-01.maxTravelMin',
      'text-without-standard x',
    ])
  })

  test('gaps are said by name in both languages (A53)', () => {
    const names = new Map([
      ['MED-01', { nameZh: '看病', nameEn: 'Visits' }],
      ['MED-02', { nameZh: '随访', nameEn: 'Follow-up' }],
      ['ELD-01', { nameZh: '助餐', nameEn: 'Meals' }],
    ])
    const services = catalogue.services.map((one) => ({ ...one, ...names.get(one.id)! }))
    const plan = planWith({ assignments: [given('MED-02', 'vehicle', 's')] })
    const county = countyWith([standard('MED-01', 'maxTravelMin', 30)])
    const { gaps } = policyChain({ county, catalogue: { ...catalogue, services } }, plan, [])
    const said = (language: Language) => gaps.map((gap) => explainFinding(gap, language).what)
    expect(said('zh')).toEqual([
      '设施项目“school”（助餐点）背后没有标准：它要提供的服务（助餐）都没有现行标准',
      '方案安排了 随访（流动车），但没有现行标准要求它',
      '标准 看病 路程不超过 30 分钟 引的“Document 1”2，政策文件里没有登记',
      '标准 看病 路程不超过 30 分钟（Document 1）在方案里没有任何安排去落实',
    ])
    expect(said('en').join()).not.toMatch(/MED|ELD|vehicle,|mealPoint|\p{Script=Han}/u)
    expect(said('en')[0]).toContain('“school” (meal point)')
  })

  test('a text is cited by title or number, and by its article where it has one', () => {
    const one = [standard('MED-01', 'maxTravelMin', 30)]
    const missing = (some: Partial<PolicyText>) =>
      gapsOf(one, null, [text('t', some)]).includes('standard-without-text MED-01.maxTravelMin')
    expect(missing({})).toBe(false)
    expect(missing({ article: '2' })).toBe(false)
    expect(missing({ article: '3' })).toBe(true)
    expect(missing({ title: 'Regulations', number: 'Document 1' })).toBe(false)
    expect(missing({ title: 'Regulations', number: 'Document 2' })).toBe(true)
  })

  test('one text entered twice is an error', () => {
    expect(lintPolicyTexts([text('a'), text('b', { article: '2' })])).toEqual([])
    expect(lintPolicyTexts([text('a'), text('b')]).map(({ code }) => code)).toEqual([
      'policy-text-twice',
    ])
    expect(lintPolicyTexts([text('a'), text('a', { article: '2' })])).toHaveLength(1)
  })
})
