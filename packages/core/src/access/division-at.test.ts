import { expect, test } from 'vitest'
import { demoCounty } from '../demo/demo-county.ts'
import { townshipIn } from './division-at.ts'

const { county } = demoCounty({ size: 'three-valleys', seed: 1 })

test('a building is of the township of its village, by the parents listed', () => {
  const facilities = [{ ...county.facilities[0]!, division: '331199100201' }]
  const { id } = facilities[0]!
  const divisions = [
    { code: '331199100201', name: '村', level: 'village' as const, parent: '331199200000' },
    { code: '331199200000', name: '镇', level: 'township' as const, parent: null },
  ].map((d) => ({ ...d, successors: [], oldNames: [] }))
  expect(townshipIn({ ...county, facilities, divisions })(id)).toBe('331199200000')
  expect(townshipIn({ ...county, facilities, divisions: [] })(id)).toBe('331199100000')
})

test('what has no division, or is not there, is in no township', () => {
  const facilities = county.facilities.map((f) => ({ ...f, division: '' }))
  const of = townshipIn({ ...county, facilities })
  expect([of(facilities[0]!.id), of('nowhere')]).toEqual(['', ''])
})
