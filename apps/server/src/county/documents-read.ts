/**
 * Documents that were read, by their hash: what a hash names never changes, so nothing kept here is ever wrong. Readers
 * must not change what they are given. Of more than `most` the longest unasked goes.
 */
export function documentsRead<T>(most: number) {
  const kept = new Map<string, T>()
  return async (hash: string, read: () => Promise<T>): Promise<T> => {
    const document = kept.get(hash) ?? (await read())
    kept.delete(hash)
    kept.set(hash, document)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return document
  }
}
