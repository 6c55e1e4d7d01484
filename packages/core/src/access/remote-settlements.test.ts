import { describe, expect, it } from 'vitest'
import { lineCounty } from './line-county.fixture.ts'
import { remoteSettlements, remoteVillagesOf } from './remote-settlements.ts'

const input = lineCounty(
  [
    { id: 'v1-a', x: 10, people: 50, division: '331199101201' },
    { id: 'v1-b', x: 14, people: 200, division: '331199101201' },
    { id: 'v2', x: 13, people: 10, division: '331199101202' },
    { id: 'lost', x: null, people: 5, division: '331199101203' },
  ],
  [
    { id: 'centre', x: 0, kind: 'townshipHealthCentre', division: '331199101000' },
    { id: 'other', x: 13, kind: 'townshipHealthCentre', division: '331199102000' },
  ],
  { settings: { remote: { version: '1', minMinutesToTownship: 28 } } },
)

describe('remote settlements', () => {
  it('judges a village where most people live, by the way to its own township, inclusive', () => {
    expect([...remoteSettlements(input.county, input.travel.resident)]).toEqual(['v1-a', 'v1-b'])
  })

  it('judges at the centre where one is named', () => {
    const settlements = input.county.settlements.map((s) => ({ ...s, isCentre: s.id === 'v1-a' }))
    const named = { ...input.county, settlements }
    expect([...remoteSettlements(named, input.travel.resident)]).toEqual([])
  })

  it('does not hold a test whose fact is unknown, and shows it', () => {
    const lost = remoteVillagesOf(input.county, input.travel.resident).find(
      (v) => v.code === '331199101203',
    )
    expect(lost).toMatchObject({ remote: false, tests: [{ value: null, holds: null }] })
  })
})
