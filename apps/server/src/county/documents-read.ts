/**
 * Documents that were read, by their hash or another name: what it names never changes, so nothing kept here is ever wrong. Readers
 * must not change what they are given. Of more than `most` the longest unasked goes.
 */
export function documentsRead<T>(most: number) {
  const kept = new Map<string, T>()
  return async (name: string, read: () => Promise<T>): Promise<T> => {
    const document = kept.get(name) ?? (await read())
    kept.delete(name)
    kept.set(name, document)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return document
  }
}
