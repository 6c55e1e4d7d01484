import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { uuidV7 } from './uuid-v7.ts'

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 })
const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('is a UUID of version 7 whose order is the order of time', () => {
  fc.assert(
    fc.property(millis, millis, chance, chance, (a, b, x, y) => {
      const [one, two] = [uuidV7(a, x), uuidV7(b, y)]
      expect(z.uuidv7().safeParse(one).success).toBe(true)
      if (a !== b) expect(one < two).toBe(a < b)
    }),
  )
})

test('wants ten random bytes', () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow('10 random bytes')
})
