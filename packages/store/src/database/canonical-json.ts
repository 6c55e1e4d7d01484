import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

/** JSON with the keys of every object in order: equal values make equal text, also after a journey through `jsonb`. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')
