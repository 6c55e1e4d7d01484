import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { hasErrors } from '../kernel/finding.ts'
import type { Catalogue } from './catalogue.ts'
import { lintCatalogue } from './lint-catalogue.ts'
import { uncoveredNationalItems } from './national-items.ts'
import { readCatalogue } from './read-catalogue.ts'
import type { Service } from './service.ts'
import type { AdoptedStandard } from './standard.ts'
import { startingCatalogue } from './starting-catalogue.ts'

const today = '2026-06-01' as PlainDate
const service = (catalogue: Catalogue, id: string): Service =>
  catalogue.services.find((s) => s.id === id)!

const adopted = (over: Partial<AdoptedStandard>): AdoptedStandard => ({
  service: 'MED-01',
  metric: 'minVisitsPerVillageYear',
  value: 24,
  unit: 'visits/village/year',
  level: 'county',
  document: 'County notice 12',
  clause: '3.1',
  from: '2026-01-01' as PlainDate,
  invented: true,
  ...over,
})

/** Codes that a change to the starting catalogue brings, beyond those it has anyway. */
function newCodes(change: (catalogue: Catalogue) => void, rows: AdoptedStandard[] = []): string[] {
  const catalogue = startingCatalogue()
  const before = lintCatalogue(catalogue, [], today).map((f) => JSON.stringify(f))
  change(catalogue)
  return lintCatalogue(catalogue, rows, today)
    .filter((f) => !before.includes(JSON.stringify(f)))
    .map((f) => f.code)
}

describe('the starting catalogue', () => {
  test('has 63 services, 43 of them core, and no errors', () => {
    const catalogue = startingCatalogue()
    expect(catalogue.services).toHaveLength(63)
    expect(catalogue.services.filter((s) => s.core)).toHaveLength(43)
    expect(hasErrors(lintCatalogue(catalogue, [], today))).toBe(false)
  })

  test('names 43 national items that nobody delivers, as its own list says', () => {
    const catalogue = startingCatalogue()
    const open = uncoveredNationalItems(catalogue).map((i) => i.no)
    expect(open).toEqual(catalogue.nationalItemsNotCovered)
  })

  test('a removed service leaves its national item uncovered (A41)', () => {
    const catalogue = startingCatalogue()
    catalogue.services = catalogue.services.filter((s) => s.id !== 'MED-04')
    expect(uncoveredNationalItems(catalogue).map((i) => i.no)).toContain(47)
  })

  test('is a fresh copy each time', () => {
    startingCatalogue().services.length = 0
    expect(startingCatalogue().services).toHaveLength(63)
  })
})

describe('each rule of the linter', () => {
  const rule = (id: string, to: unknown) => (c: Catalogue) => {
    service(c, id).entitled.rule = to as Service['entitled']['rule']
  }
  const cases: [code: string, change: (c: Catalogue) => void, rows?: AdoptedStandard[]][] = [
    ['catalogue-duplicate-id', (c) => c.services.push({ ...service(c, 'ELD-01'), standards: [] })],
    ['unknown-operator', rule('ELD-01', { near: ['age', 60] })],
    ['unknown-attribute', rule('ELD-01', { ge: ['shoeSize', 40] })],
    ['hukou-gates-basic-service', rule('MED-01', { eq: ['hukouHere', true] })],
    ['residence-gates-basic-service', rule('MED-01', { eq: ['residence', 'registeredAway'] })],
    [
      'residence-gates-basic-service',
      rule('MED-04', {
        any: [
          { not: { eq: ['residence', 'permanent'] } },
          { all: [{ eq: ['residence', 'permanent'] }, { ge: ['age', 65] }] },
        ],
      }),
    ],
    ['rule-without-basis', (c) => delete service(c, 'MED-01').legalBasis],
    ['rule-without-basis', (c) => delete service(c, 'MED-01').legalBasisSource],
    ['unknown-channel-kind', (c) => c.enums.vehicleKind!.splice(5, 1)],
    ['unknown-national-item', (c) => service(c, 'MED-04').nationalItems!.push(99)],
    ['assumed-not-marked', (c) => (service(c, 'MED-01').standards[1]!.source = 'W19')],
    ['assumed-not-marked', (c) => (service(c, 'MED-02').standards[0]!.source = 'A')],
    ['standard-without-source', (c) => (service(c, 'MED-02').standards[0]!.source = 'W999')],
    ['floor-without-clause', () => {}, [adopted({ document: '' })]],
    ['standard-unknown-service', () => {}, [adopted({ service: 'XXX-01' })]],
    ['standard-below-parent', () => {}, [adopted({ level: 'provincial' }), adopted({ value: 23 })]],
    [
      'standard-below-unconfirmed',
      () => {},
      [
        adopted({
          service: 'MED-02',
          metric: 'minServicesPerPersonYear',
          value: 2,
          unit: 'face-to-face follow-ups/year',
        }),
      ],
    ],
    [
      'standard-versions-overlap',
      () => {},
      [adopted({}), adopted({ value: 25, from: '2027-01-01' as PlainDate })],
    ],
  ]
  test.each(cases)('%s', (code, change, rows) => {
    expect(newCodes(change, rows)).toContain(code)
  })

  test('a basic service may ask for residence here, and a non-basic one may test hukou (A14)', () => {
    expect(newCodes(rule('MED-01', { in: ['residence', ['permanent', 'temporary']] }))).toEqual([])
    expect(newCodes(rule('ELD-01', { eq: ['hukouHere', true] }))).toEqual([])
  })

  test('a non-basic service without a basis is only a warning', () => {
    const codes = lintCatalogue(startingCatalogue(), [], today).filter(
      (f) => f.code === 'programme-without-basis',
    )
    expect(codes.length).toBeGreaterThan(0)
    expect(hasErrors(codes)).toBe(false)
  })

  test('versions that follow one another do not overlap', () => {
    const rows = [
      adopted({ until: '2026-12-31' as PlainDate }),
      adopted({ value: 25, from: '2027-01-01' as PlainDate }),
    ]
    expect(newCodes(() => {}, rows)).toEqual([])
  })
})

describe('reading a catalogue of any shape', () => {
  test('the starting one reads', () => {
    expect(readCatalogue(startingCatalogue()).findings).toEqual([])
  })

  test('everything wrong is named at once', () => {
    const data = JSON.parse(JSON.stringify(startingCatalogue()))
    data.services[0].entitled.rule = { near: ['age', 3] }
    data.services[1].channels[0].kind = 'spaceship'
    const { catalogue, findings } = readCatalogue(data)
    expect(catalogue).toBeNull()
    expect(findings.map((f) => f.code)).toContain('unknown-operator')
    expect(findings.filter((f) => f.code === 'catalogue-malformed').length).toBeGreaterThanOrEqual(
      2,
    )
    expect(readCatalogue(null).catalogue).toBeNull()
    expect(readCatalogue({ services: [null, 3] }).catalogue).toBeNull()
  })
})

describe('the choice of a site', () => {
  const logit = { by: 'logit', perMinute: 0.05, attraction: { castle: 2 } } as const
  test('needs a site to choose, of a kind that there is', () => {
    const codes = newCodes((catalogue) => {
      const fixed = catalogue.services.find((s) => s.channels.some((c) => c.mode === 'fixed'))!
      const none = catalogue.services.find((s) => s.channels.every((c) => c.mode !== 'fixed'))!
      fixed.choice = { steerable: 0.5, bypass: 0, rule: logit }
      none.choice = { steerable: 0.5, bypass: 0, rule: { by: 'nearest' } }
    })
    expect(codes.sort()).toEqual(['choice-without-site', 'unknown-channel-kind'])
  })
})
