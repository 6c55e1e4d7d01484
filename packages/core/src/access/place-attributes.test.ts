import { describe, expect, it } from 'vitest'
import { lineCounty } from './line-county.fixture.ts'
import { placeAttributesIn } from './place-attributes.ts'

describe('what a place answers to entitlement rules', () => {
  const { county, travel } = lineCounty(
    [
      { id: 'a', x: 0, people: 10 },
      { id: 'b', x: 6, people: 10 },
      { id: 'lost', x: null, people: 10 },
    ],
    [
      { id: 'clinic', x: 0, kind: 'villageClinic', division: 'a' },
      { id: 'shut', x: 6, kind: 'villageClinic', division: 'b', state: 'closed' },
      { id: 'school', x: 10, kind: 'primarySchool' },
    ],
  )
  const at = placeAttributesIn(county, travel.resident, new Set(['b']))

  it('is today’s open buildings, and the way to the nearest', () => {
    expect(at(county.settlements[0]!)).toEqual({
      villageHasClinic: true,
      villageRemote: false,
      travelMinClinic: 0,
      travelMinSchool: 20,
    })
    expect(at(county.settlements[1]!)).toMatchObject({
      villageHasClinic: false,
      villageRemote: true,
      travelMinClinic: 12,
    })
  })

  it('leaves a way out that does not exist', () => {
    expect(at(county.settlements[2]!)).toEqual({ villageHasClinic: false, villageRemote: false })
  })
})
