const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const hashes = /\b[0-9a-f]{64}\b/g
/** Tokens and codes. */
const secrets = /(?<![\w-])(?!0{50})[A-Za-z0-9_-]{40,}/g
const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g
const steadyOnes =
  /01900000-0000-7000-8[0-9a-f]{3}-[0-9a-f]{12}|given-once-\d{10}|https(?::\/\/|%3A%2F%2F)sign-in\.example/g
/** What depends on how fast a machine is. */
const speeds = new Set(['iterations', 'lines'])

/** When every example was recorded, as the examples tell. */
const opening = Date.parse('2026-01-05T01:00:00Z')
const tick = 10 * 60_000

/** Gives ids, tokens and times of one run others that are the same in every run. */
export type Steady = (value: unknown, where: number) => unknown

/**
 * Names are made of the number of where something appears first and a count within it, so that one more id in one place
 * changes none in another; a time keeps its distance from the start, in steps of ten minutes.
 */
export function steadyFrom(startedAt: number): Steady {
  const given = new Map<string, string>()
  const counts = new Map<number, number>()
  let here = 0
  const nameFor = (found: string, name: (where: string, count: string) => string): string => {
    const before = given.get(found)
    if (before) return before
    const count = (counts.get(here) ?? 0) + 1
    counts.set(here, count)
    const steady = name(String(here).padStart(3, '0'), String(count))
    given.set(found, steady)
    return steady
  }
  const today = new Date(startedAt).toISOString().slice(0, 10)
  const text = (value: string): string =>
    value
      .replace(uuids, (id) =>
        nameFor(id, (where, n) => `01900000-0000-7000-8${where}-${n.padStart(12, '0')}`),
      )
      .replace(hashes, (hash) => nameFor(hash, (where, n) => `${where}${n}`.padStart(64, '0')))
      .replace(secrets, (one) =>
        nameFor(one, (where, n) => `given-once-${where}${n.padStart(7, '0')}`),
      )
      .replace(/http(:\/\/|%3A%2F%2F)127\.0\.0\.1(:|%3A)\d+/g, 'https$1sign-in.example')
      .replace(instants, (at) => {
        const ticks = Math.floor((Date.parse(at) - startedAt) / tick)
        return new Date(opening + Math.max(0, ticks) * tick).toISOString()
      })
      .replaceAll(today, new Date(opening).toISOString().slice(0, 10))
  return (value, where) => {
    here = where
    return everyText(value, text)
  }
}

/** A value with each text in it replaced; names of members stay, except where they are ids. */
function everyText(value: unknown, replaced: (text: string) => string): unknown {
  if (typeof value === 'string') return replaced(value)
  if (Array.isArray(value)) return value.map((one) => everyText(one, replaced))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      replaced(key),
      speeds.has(key) && typeof one === 'number' ? 0 : everyText(one, replaced),
    ]),
  )
}

/**
 * The example with this run’s own ids and tokens where it has steady ones: each is taken from the same place of what this
 * run would send. Everything else stays as the example has it.
 */
export function boundTo(example: unknown, own: unknown): unknown {
  if (typeof example === 'string')
    return typeof own === 'string' ? boundText(example, own) : example
  if (Array.isArray(example))
    return example.map((one, k) => boundTo(one, Array.isArray(own) ? own[k] : undefined))
  if (typeof example !== 'object' || example === null) return example
  const there = (typeof own === 'object' && own !== null ? own : {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(example).map(([key, one]) => [key, boundTo(one, there[key])]),
  )
}

function boundText(example: string, own: string): string {
  const between = example.split(steadyOnes).map((text) => text.replace(/[^\w\s]/g, '\\$&'))
  const found = new RegExp(`^${between.join('(.+?)')}$`, 's').exec(own)
  if (!found) return example
  let at = 0
  return example.replace(steadyOnes, () => found[++at]!)
}
