import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { ownInstance } from './own-schema.ts'

/** The same type without `readonly`, which a schema's output never has. */
type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> }

/** True where each type may stand for the other, in every field and every option. */
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

test('what the schema hands out is a routing instance, field by field (held by the type checker)', () => {
  const equal: Equal<Writable<z.output<typeof ownInstance>>, Writable<RoutingInstance>> = true
  expect(equal).toBe(true)
})
