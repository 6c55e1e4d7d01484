import type { Weekday } from '../../kernel/calendar.ts'
import type { FindingCode } from '../../kernel/finding.ts'
import type { Column, ValueOfType } from './column.ts'
import { suggestion } from './nearest.ts'

/** A cell that was read, or why it was not. `tidied`: the text had to be cleaned first. */
export type CellResult<T> =
  | { value: T | null; tidied?: boolean; readAs?: string }
  | { code: FindingCode; facts: Record<string, string | number> }

const blanks = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  'na',
  'n/a',
  'nan',
  'null',
  '无',
  '不详',
  '.',
])
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const groupedNumber = /^[+-]?\d{1,3}([,'’]\d{3})+(\.\d+)?$/

/**
 * A number as people write it: full-width digits, thousands separators and stray spaces are accepted;
 * a comma that is no thousands separator, or any text, is not.
 */
export function readNumber(text: string): CellResult<number> {
  const clean = text.normalize('NFKC').replace(/\s+/g, '').replace(/^[−–]/, '-')
  if (blanks.has(clean.toLowerCase())) return { value: null, tidied: clean !== '' }
  const plain = groupedNumber.test(clean) ? clean.replace(/[,'’]/g, '') : clean
  const value = plainNumber.test(plain) ? Number(plain) : Number.NaN
  if (!Number.isFinite(value)) return { code: 'cell-not-a-number', facts: { value: text } }
  return { value, tidied: plain !== text.trim() }
}

function readScaled(text: string, column: Column): CellResult<number> {
  const read = readNumber(text)
  if ('code' in read || read.value === null) return read
  const { value } = read
  const low = column.low ?? 0
  const high = column.high ?? Number.MAX_SAFE_INTEGER
  if (value < 0 && low === 0) return { code: 'cell-negative', facts: { value: text.trim() } }
  if (value < low || value > high)
    return { code: 'cell-out-of-range', facts: { value: text.trim(), low, high } }
  if (column.whole && !Number.isInteger(value))
    return { code: 'cell-not-whole', facts: { value: text.trim() } }
  const scaled = value * (column.scale ?? 1)
  return { ...read, value: column.round ? Math.round(scaled) : scaled }
}

const lastDay = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** `2026-3-1`, `2026/03/01`, `2026.3.1`, `2026年3月1日`; a time of day after it is dropped. */
function readDate(text: string): CellResult<string> {
  const clean = text.normalize('NFKC').trim()
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(clean)
  const [year, month, day] = found ? found.slice(1, 4).map(Number) : []
  const wrong = { code: 'cell-not-a-date', facts: { value: text } } as const
  if (!year || !month || !day || month > 12 || day > lastDay(year, month)) return wrong
  return {
    value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  }
}

/** Seconds after midnight. */
export function readClock(text: string): CellResult<number> {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.normalize('NFKC').trim())
  const [hour, minute, second] = found ? found.slice(1, 4).map((t) => Number(t ?? 0)) : []
  if (hour === undefined || hour > 24 || minute! > 59 || second! > 59)
    return { code: 'cell-not-a-time', facts: { value: text } }
  return { value: hour * 3600 + minute! * 60 + second! }
}

const weekdayWords: readonly (readonly string[])[] = [
  ['1', '一', 'mon', 'monday'],
  ['2', '二', 'tue', 'tuesday'],
  ['3', '三', 'wed', 'wednesday'],
  ['4', '四', 'thu', 'thursday'],
  ['5', '五', 'fri', 'friday'],
  ['6', '六', 'sat', 'saturday'],
  ['7', '日', '天', 'sun', 'sunday'],
]

export function readWeekday(text: string): CellResult<Weekday> {
  const clean = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(周|星期|礼拜)/, '')
  const index = weekdayWords.findIndex((words) => words.includes(clean))
  if (index >= 0) return { value: (index + 1) as Weekday }
  return {
    code: 'cell-not-a-choice',
    facts: { value: text, suggestion: '', choices: '1–7, 周一–周日, Mon–Sun' },
  }
}

function readEach<T>(
  parts: readonly string[],
  read: (part: string) => CellResult<T>,
): CellResult<T[]> {
  const values: T[] = []
  for (const part of parts) {
    const result = read(part)
    if ('code' in result) return result
    if (result.value !== null) values.push(result.value)
  }
  return { value: values }
}

const parts = (text: string): string[] =>
  text
    .split(/[;；、,，|]/)
    .map((part) => part.trim())
    .filter(Boolean)

function readPairs(text: string): CellResult<Record<string, number>> {
  const pairs: Record<string, number> = {}
  for (const part of parts(text)) {
    const [key, amount, ...rest] = part.split(/[=:：]/)
    const read = readNumber(amount ?? '')
    if ('code' in read || read.value === null || !key || rest.length > 0)
      return { code: 'cell-not-a-number', facts: { value: part } }
    if (read.value < 0) return { code: 'cell-negative', facts: { value: part } }
    pairs[key.trim()] = read.value
  }
  return { value: pairs }
}

const flagWords: Record<string, boolean> = {
  是: true,
  有: true,
  yes: true,
  y: true,
  true: true,
  '1': true,
  否: false,
  没有: false,
  no: false,
  n: false,
  false: false,
  '0': false,
}

const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()]/g, '')

function readChoice(text: string, column: Column): CellResult<string> {
  const choices = column.choices ?? {}
  const word = plainWord(text)
  for (const [value, words] of Object.entries(choices)) {
    if (plainWord(value) === word || plainWord(words[0] ?? '') === word) return { value }
    if (words.some((w) => plainWord(w) === word)) return { value, readAs: value }
  }
  return {
    code: column.unknown ?? 'cell-not-a-choice',
    facts: {
      value: text,
      suggestion: suggestion(
        text,
        Object.entries(choices).flatMap(([value, words]) => [value, ...words]),
      ),
      choices: Object.keys(choices).join(', '),
    },
  }
}

const readers: {
  [T in keyof ValueOfType]: (text: string, column: Column) => CellResult<ValueOfType[T]>
} = {
  text: (text) => ({ value: text.replace(/\s+/g, ' ').trim() }),
  code: (text) => ({ value: text.normalize('NFKC').replace(/\s+/g, '') }),
  number: readScaled,
  flag: (text) => {
    const value = flagWords[text.normalize('NFKC').trim().toLowerCase()]
    if (value !== undefined) return { value }
    return {
      code: 'cell-not-a-choice',
      facts: { value: text, suggestion: '', choices: '是, 否, yes, no' },
    }
  },
  date: readDate,
  clock: readClock,
  list: (text) => ({ value: parts(text) }),
  pairs: readPairs,
  weekday: readWeekday,
  weekdays: (text) => readEach(parts(text), readWeekday),
  choice: readChoice,
}

/** Reads one cell as its column says; blank is null. */
export function readCell(text: string, column: Column): CellResult<ValueOfType[Column['type']]> {
  if (text.trim() === '') return { value: null }
  return readers[column.type](text, column)
}
