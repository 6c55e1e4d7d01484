/** What was worked out before, by name, with what it was worked out from. Holds the newest of each name. */
export interface Memory {
  kept: Map<string, { from: readonly unknown[]; answer: unknown }>
  /** Rows as they were read, by the row that was given. */
  read: WeakMap<object, object>
  /** Rows in which nothing was found wrong, with what else that hangs on. */
  faultless: WeakMap<object, readonly unknown[]>
}

export const newMemory = (): Memory => ({
  kept: new Map(),
  read: new WeakMap(),
  faultless: new WeakMap(),
})

/** Whether two lists hold the same things in the same order: objects are the same only where they are one. */
export const sameThings = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((thing, k) => Object.is(thing, b[k]))

/**
 * What was found before under this name, where it hangs on the same things; found again otherwise. `find` may look at
 * nothing else that can change, and nobody may change what it returns.
 */
export function recall<T>(
  { kept }: Memory,
  name: string,
  from: readonly unknown[],
  find: () => T,
): T {
  const known = kept.get(name)
  if (known !== undefined && sameThings(known.from, from)) return known.answer as T
  const answer = find()
  kept.set(name, { from, answer })
  return answer
}

/** The faults of a row; one that had none is not asked again while what else that hangs on stays the same. */
export function faultsOf<F>(
  { faultless }: Memory,
  row: object,
  from: readonly unknown[],
  find: () => readonly F[],
): readonly F[] {
  const known = faultless.get(row)
  if (known !== undefined && sameThings(known, from)) return []
  const found = find()
  if (found.length === 0) faultless.set(row, from)
  return found
}

const sameField = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && sameThings(a, b))

function sameRow(a: object, b: object): boolean {
  const [own, other] = [Object.entries(a), b as Record<string, unknown>]
  return own.length === Object.keys(b).length && own.every(([key, v]) => sameField(v, other[key]))
}

/**
 * Rows made anew, each with a key of its own: those that say the same as the last time are the same objects again. Fields
 * say the same where they are the same value or object, or lists of such.
 */
export function steady<T extends object>(
  { kept }: Memory,
  name: string,
  rows: readonly { key: string; row: T }[],
): T[] {
  const before = kept.get(name)?.answer as ReadonlyMap<string, T> | undefined
  const now = new Map<string, T>()
  const found = rows.map(({ key, row }) => {
    const old = before?.get(key)
    const same = old !== undefined && sameRow(old, row) ? old : row
    now.set(key, same)
    return same
  })
  kept.set(name, { from: [], answer: now })
  return found
}
