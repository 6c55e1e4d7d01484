/** Insertions, deletions, exchanges and swaps of neighbours that turn one text into the other (optimal string alignment; Damerau 1964). */
function editDistance(a: string, b: string): number {
  const width = b.length + 1
  let beforeLast = new Int32Array(width)
  let last = Int32Array.from({ length: width }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const line = new Int32Array(width)
    line[0] = i
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, line[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1)
      line[j] = best
    }
    beforeLast = last
    last = line
  }
  return last[b.length]!
}

/** The candidate closest to a text, if it is close enough to be a slip; ties go to the first in order of text. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = text.toLowerCase()
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of [...candidates].sort()) {
    if (Math.abs(candidate.length - text.length) > text.length / 2 + 1) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  const limit = Math.max(1, Math.floor(Math.max(text.length, best?.length ?? 0) * 0.4))
  return best !== null && bestDistance <= limit && bestDistance < text.length ? best : null
}

/** The nearest candidate as findings show it in either language: `→ settlements?`; empty when none is near. */
export function suggestion(text: string, candidates: Iterable<string>): string {
  const found = nearest(text, candidates)
  return found === null ? '' : `→ ${found}?`
}

/** Wrong texts for which a suggestion is looked up; with more than that, something else is wrong. */
const SUGGESTED = 50

/** The same lookup for many texts: each looked up once, and only so many, as it compares with everything. */
export function suggester(suggest: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= SUGGESTED) return ''
    const found = suggest(text)
    known.set(text, found)
    return found
  }
}
