/** Things by name, so many of them: of more the longest unasked goes. */
export interface LastUsed<T> {
  get(name: string): T | undefined
  set(name: string, thing: T): void
}

export function lastUsed<T>(most: number): LastUsed<T> {
  const kept = new Map<string, T>()
  const set = (name: string, thing: T): void => {
    kept.delete(name)
    kept.set(name, thing)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
  }
  return {
    get: (name) => {
      const thing = kept.get(name)
      if (thing !== undefined) set(name, thing)
      return thing
    },
    set,
  }
}
