/** Finds something out once for the same object, which nobody changes. */
export function oncePer<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const found = new WeakMap<K, { value: T }>()
  return (of) => {
    const known = found.get(of) ?? { value: find(of) }
    found.set(of, known)
    return known.value
  }
}
