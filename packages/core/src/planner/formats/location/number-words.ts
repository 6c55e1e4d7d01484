import { type Finding, finding } from '../../../kernel/finding.ts'

/** The numbers of a file one after the other, whatever its line breaks; each trouble is noted with its line. */
export interface NumberWords {
  readonly file: string
  readonly findings: Finding[]
  /** The next number; NaN, with a finding, where there is none. */
  next(field: string): number
  /** The next number, which must be whole and within the limits. */
  whole(field: string, low: number, high: number): number
  /** The next number, which must not be negative. */
  amount(field: string): number
  /** Whether at least so many words are left; notes it where not. */
  has(count: number, what: string): boolean
  /** Notes what is left over. */
  end(what: string): void
  note(code: 'instance-id-unknown', facts: Record<string, string | number>): void
  left(): number
}

export function numberWords(text: string, file: string): NumberWords {
  const words: string[] = []
  const rows: number[] = []
  text.split(/\r\n|\r|\n/).forEach((line, k) => {
    for (const word of line.split(/[\s,]+/)) {
      if (word === '') continue
      words.push(word)
      rows.push(k + 1)
    }
  })
  const findings: Finding[] = []
  let at = 0
  const place = (k: number) => ({ file, row: rows[Math.min(k, rows.length - 1)] })
  const next = (field: string): number => {
    const word = words[at++]
    const value = Number(word ?? Number.NaN)
    if (!Number.isFinite(value))
      findings.push(finding('instance-not-a-number', place(at - 1), { field, value: word ?? '' }))
    return Number.isFinite(value) ? value : Number.NaN
  }
  return {
    file,
    findings,
    next,
    whole: (field, low, high) => {
      const value = next(field)
      if (Number.isNaN(value) || (Number.isInteger(value) && value >= low && value <= high))
        return value
      findings.push(finding('instance-outside', place(at - 1), { field, value, low, high }))
      return Number.NaN
    },
    amount: (field) => {
      const value = next(field)
      if (value < 0) findings.push(finding('instance-negative', place(at - 1), { field, value }))
      return value
    },
    has: (count, what) => {
      const have = words.length - at
      if (have >= count) return true
      findings.push(
        finding('instance-count-differs', place(words.length - 1), { what, want: count, have }),
      )
      return false
    },
    end: (what) => {
      const surplus = words.length - at
      if (surplus > 0)
        findings.push(
          finding('instance-count-differs', place(at), { what, want: at, have: words.length }),
        )
    },
    note: (code, facts) => {
      findings.push(finding(code, place(at - 1), facts))
    },
    left: () => words.length - at,
  }
}
