/** A seeded source of numbers. State is held by the closure and passed by argument; nothing global. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform whole number in [0, n). */
  below(n: number): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** Normal with mean 0 and standard deviation 1 (Box–Muller). */
  normal(): number
  pick<T>(items: readonly T[]): T
  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[]
  /** An independent stream for a part, so that one part's draws don't shift another's. */
  fork(label: string): Random
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let t = state ^ (state >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) >>> 0
  }
}

/** FNV-1a over UTF-16 units: names a stream or breaks a tie, not for security. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let h = seed | 0
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193)
  return h >>> 0
}

/** xoshiro128** 1.1 (Blackman & Vigna), seeded by splitmix32. */
export function random(seed: number): Random {
  const mix = splitmix32(seed)
  let a = mix()
  let b = mix()
  let c = mix()
  let d = mix()
  const raw = (): number => {
    const r = Math.imul(b, 5)
    const result = Math.imul((r << 7) | (r >>> 25), 9)
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }
  const next = () => raw() / 4294967296
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => items[below(items.length)]!,
    shuffle: (items) => {
      const copy = [...items]
      for (let k = copy.length - 1; k > 0; k--) {
        const j = below(k + 1)
        ;[copy[k], copy[j]] = [copy[j]!, copy[k]!]
      }
      return copy
    },
    fork: (label) => random(hash32(label, seed)),
  }
}
