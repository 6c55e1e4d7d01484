import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInArea, placesOf, unionOf } from './area.ts'

const place = fc.constantFrom('', '331199101', '331199102', '331199101201', '331199103201')
const village = fc.constantFrom('331199101201', '331199101202', '331199102201', '331199103201')

test('what lies in the union of areas lies in one of them, and the union names nothing twice', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1 }), village, (areas, code) => {
      const area = unionOf(areas)
      expect(isInArea(code, area)).toBe(areas.some((one) => code.startsWith(one)))
      expect(unionOf([...areas].reverse())).toBe(area)
      for (const one of areas) expect(isInArea(one, area)).toBe(true)
      const places = placesOf(area)
      for (const one of places)
        expect(places.filter((other) => one.startsWith(other))).toEqual([one])
    }),
  )
})

test('the county lies in no part of it, and two townships not in one', () => {
  expect(isInArea('', '331199101')).toBe(false)
  expect(isInArea('331199101 331199102', '331199101')).toBe(false)
  expect(isInArea('331199101201 331199102', '331199101 331199102')).toBe(true)
})
