import { describe, expect, test } from 'vitest'
import { exportSettings, importSettings, importStandards } from './settings.ts'
import { fenToYuan, type Plain, yuanToFen } from './yuan.ts'

const document = {
  format: 1,
  code: '331199000000',
  name: '三谷县',
  nameEn: 'Three Valleys',
  coordinates: 'CGCS2000',
  asOf: '2026-01-01',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  remote: { version: '1' },
  budgetYuan: 1234.56,
  prices: { fuelPerKmYuan: 0.81, staffHourYuan: 45.25, residentHourYuan: 20, busPerKmYuan: 3.5 },
} satisfies Plain

const codes = (findings: readonly { code: string }[]) => findings.map((f) => f.code)

describe('county.yaml', () => {
  test('yuan in the file are fen in the model, and back', () => {
    const { settings, findings } = importSettings(document)
    expect(findings).toEqual([])
    expect(settings).toMatchObject({ budgetFen: 123_456, prices: { fuelPerKmFen: 81 } })
    expect(exportSettings(settings!)).toMatchObject(document)
    expect(fenToYuan(yuanToFen(document))).toEqual(document)
  })

  test('a coordinate system that is not said is asked for, never guessed', () => {
    const { coordinates: _, ...silent } = document
    const { settings, findings } = importSettings(silent)
    expect(settings).toBeNull()
    expect(codes(findings)).toEqual(['coordinate-system-unsaid'])
  })

  test('every wrong setting is named by its path, money as the file calls it', () => {
    const { settings, findings } = importSettings({
      ...document,
      asOf: 'soon',
      prices: { ...document.prices, staffHourYuan: -1 },
      hoildays: [],
    })
    expect(settings).toBeNull()
    expect(findings.map((f) => [f.code, f.at.path])).toEqual([
      ['setting-unknown', 'hoildays'],
      ['setting-invalid', 'asOf'],
      ['setting-invalid', 'prices.staffHourYuan'],
    ])
    expect(findings[0]!.facts.suggestion).toBe('→ holidays?')
  })

  test('format 0 is upgraded, and what changed is said (A109)', () => {
    const { coordinates, horizon, ...rest } = document
    const old = {
      ...rest,
      format: 0,
      crs: coordinates,
      planFrom: horizon.from,
      planTo: horizon.to,
      timezone: 7,
    }
    const { settings, findings } = importSettings(old)
    expect(settings).toEqual({ ...importSettings(document).settings, utcOffset: 7 })
    expect(findings).toMatchObject([
      { code: 'format-upgraded', severity: 'note', facts: { found: 0, known: 1 } },
    ])
  })

  test('a newer format, one that is none, no format at all', () => {
    const { format: _, ...none } = document
    expect(codes(importSettings({ ...document, format: 2 }).findings)).toEqual(['format-newer'])
    expect(codes(importSettings({ ...document, format: 'one' }).findings)).toEqual([
      'format-unknown',
    ])
    expect(codes(importSettings(none).findings)).toEqual(['format-unknown'])
    expect(codes(importSettings([]).findings)).toEqual(['setting-invalid'])
  })
})

describe('standards.yaml', () => {
  const standard = {
    service: 'MED-01',
    metric: 'maxTravelMin',
    value: 30,
    unit: 'min',
    level: 'county',
    document: '〔2026〕1号',
    clause: '3',
    from: '2026-01-01',
  }

  test('is read and sorted', () => {
    const other = { ...standard, service: 'ELD-01' }
    const { standards } = importStandards([standard, other])
    expect(standards.map((s) => s.service)).toEqual(['ELD-01', 'MED-01'])
  })

  test('a standard without clause, or of an unknown metric, is named', () => {
    const { clause: _, ...loose } = standard
    const { standards, findings } = importStandards([loose, { ...standard, metric: 'maxTravel' }])
    expect(standards).toEqual([])
    expect(findings.map((f) => f.at.path)).toEqual(['#1 MED-01.clause', '#2 MED-01.metric'])
  })
})
