import { describe, expect, it } from 'vitest'
import { demoCounty } from './demo-county.ts'
import { demoPeople } from './people.ts'
import { syntheticIdentity } from './synthetic-identity.ts'

const input = demoCounty({ size: 'three-valleys', seed: 1 })
const people = [...demoPeople(input, 7)]

describe('the people of a demo county', () => {
  it('are as many as live there, each once, of the ages their settlement has', () => {
    expect(people).toHaveLength(4_000)
    expect(new Set(people.map((p) => p.id)).size).toBe(4_000)
    const old = people.filter((p) => Number(p.attributes.age) >= 65)
    expect(old).toHaveLength(1_200)
    for (const { born, attributes } of people) {
      const years = 2026 - Number(born.slice(0, 4)) - (born.slice(5) > '01-01' ? 1 : 0)
      expect(years).toBe(attributes.age)
    }
  })

  it('carry identity numbers of an area that is nobody’s, with a right check character', () => {
    expect(syntheticIdentity('1952-03-15', 1)).toBe('331199195203150015')
    expect(syntheticIdentity('1952-03-15', 2)).toBe('331199195203150023')
    expect(syntheticIdentity('1948-02-29', 3)).toBe('331199194802290031')
    for (const p of people) expect(p.identityNumber).toMatch(/^331199\d{11}[\dX]$/)
  })

  it('are the same with the same seed, and a settlement alone is as in the whole', () => {
    const again = [...demoPeople(input, 7, input.county.settlements.slice(4, 5))]
    const id = input.county.settlements[4]!.id
    expect(again).toEqual(people.filter((p) => p.settlement === id))
    expect([...demoPeople(input, 8)].map((p) => p.id)).not.toEqual(people.map((p) => p.id))
  })
})
