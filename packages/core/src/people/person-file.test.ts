import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntheticIdentity } from '../demo/synthetic-identity.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { Care } from './care.ts'
import { PersonFile, readPersonFile } from './person-file.ts'

const today = '2026-11-28' as PlainDate
const text = fc.string({ minLength: 1, maxLength: 40 })
const place = fc.record({
  county: fc.constantFrom('331199000000', '331198000000'),
  division: fc.constantFrom('331199101201', '331198101202'),
  divisionName: fc.option(text),
  settlement: fc.option(text),
  settlementName: fc.option(text),
  registerId: fc.option(text),
})
const birth = fc
  .record({ year: fc.integer({ min: 1910, max: 2025 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`)
const file = fc
  .record({
    birthDate: birth,
    sequence: fc.nat(999),
    hasNumber: fc.boolean(),
    name: text,
    telephone: fc.option(text),
    care: fc.uniqueArray(fc.constantFrom(...Care.options)),
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
  })
  .map(({ birthDate, sequence, hasNumber, name, telephone, care, places }) =>
    PersonFile.parse({
      kind: 'kuashan-person',
      format: 2,
      madeOn: today,
      person: {
        name,
        identityNumber: hasNumber ? syntheticIdentity(birthDate, sequence) : null,
        birthDate,
        birthYear: Number(birthDate.slice(0, 4)),
        telephone,
        care,
      },
      places,
    }),
  )

/** As the first version wrote it. */
const first = {
  kind: 'kuashan-person',
  format: 1,
  madeOn: '2025-05-01',
  county: '331198000000',
  village: '331198101202',
  settlement: 'S7',
  name: '蓝小山',
  identityNumber: '331199195203150015',
  birthDate: '1952-03-15',
  telephone: '13800000000',
}

describe('the file of a person (A109)', () => {
  test('goes from county to county without loss, whatever stands in it (A109)', () => {
    fc.assert(
      fc.property(file, (made) => {
        const read = readPersonFile(JSON.parse(JSON.stringify(made)), today)
        expect(read).toEqual({ file: made, findings: [] })
      }),
    )
  })

  test('of an older version still loads, with all that it holds (A109)', () => {
    expect(readPersonFile(first, today)).toEqual({
      findings: [],
      file: {
        kind: 'kuashan-person',
        format: 2,
        madeOn: '2025-05-01',
        person: {
          name: '蓝小山',
          identityNumber: '331199195203150015',
          birthDate: '1952-03-15',
          birthYear: 1952,
          telephone: '13800000000',
          care: [],
        },
        places: [
          {
            county: '331198000000',
            division: '331198101202',
            divisionName: null,
            settlement: 'S7',
            settlementName: null,
            registerId: null,
          },
        ],
      },
    })
  })

  test('has its number as registers hold it, however it was written there', () => {
    const { file } = readPersonFile({ ...first, identityNumber: '33119919520315004x' }, today)
    expect(file?.person.identityNumber).toBe('33119919520315004X')
  })

  test('that is newer, broken or something else is refused, and no finding repeats the number', () => {
    const codes = (document: unknown) =>
      readPersonFile(document, today).findings.map(({ code, at }) => `${code} ${at.path}`)
    expect(codes({ ...first, format: 3 })).toEqual(['person-file-format-unknown format'])
    expect(codes({ ...first, extra: 1 })).toEqual(['person-file-malformed '])
    expect(codes({ ...first, name: '' })).toEqual(['person-file-malformed person.name'])
    expect(codes([first])).toEqual(['person-file-malformed kind'])
    expect(codes({ ...first, birthDate: '1952-03-16' })).toEqual([
      'birth-date-differs person.birthDate',
    ])
    const wrong = readPersonFile({ ...first, identityNumber: '331199195203150016' }, today)
    expect(wrong.findings.map(({ code }) => code)).toEqual(['identity-number-wrong'])
    expect(JSON.stringify(wrong)).not.toContain('33119919520315')
  })
})
