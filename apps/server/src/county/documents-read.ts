import { lastUsed } from './last-used.ts'

/**
 * Documents that were read, by their hash or another name: what it names never changes, so nothing kept here is ever wrong. Readers
 * must not change what they are given. Of more than `most` the longest unasked goes.
 */
export function documentsRead<T>(most: number) {
  const kept = lastUsed<T>(most)
  return async (name: string, read: () => Promise<T>): Promise<T> => {
    const document = kept.get(name) ?? (await read())
    kept.set(name, document)
    return document
  }
}
