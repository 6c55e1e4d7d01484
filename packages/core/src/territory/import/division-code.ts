import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { Words } from '../../words/language.ts'
import { codeAt, codeDigits, type Division, DivisionLevel } from '../division.ts'
import { suggester, suggestion } from './nearest.ts'

const divisionLevelWords: Record<DivisionLevel, Words> = {
  province: { zh: '省', en: 'province' },
  city: { zh: '地市', en: 'city' },
  county: { zh: '县', en: 'county' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
}

/** Pads a code of 2, 4, 6, 9 or 12 digits to 12; null for anything else, such as `3.31102E+11`. */
export const padCode = (text: string): string | null =>
  /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(text) ? text.padEnd(12, '0') : null

/** The level of a padded code, by its zeros. */
export const levelOfCode = (code: string): DivisionLevel =>
  DivisionLevel.options.find((level) => /^0*$/.test(code.slice(codeDigits[level])))!

/** The padded code one level up; null for a province. */
export function parentOfCode(code: string): string | null {
  const index = DivisionLevel.options.indexOf(levelOfCode(code))
  return index === 0 ? null : codeAt(code, DivisionLevel.options[index - 1]!)
}

/** Divisions to look codes and names up in. */
export interface DivisionIndex {
  byCode: ReadonlyMap<string, Division>
  byName: ReadonlyMap<string, readonly Division[]>
  /** The nearest code or name to a wrong one. */
  suggest: (text: string) => string
}

export function divisionIndex(divisions: readonly Division[]): DivisionIndex {
  const byName = new Map<string, Division[]>()
  for (const division of divisions)
    for (const name of [division.name, division.nameEn, ...division.oldNames])
      if (name) byName.set(name, [...(byName.get(name) ?? []), division])
  const codes = divisions.map((d) => d.code).sort()
  const names = [...byName.keys()].sort()
  const sameStart = (text: string): string => {
    const like = names.find((name) => name.startsWith(text.replace(/[省市县区乡镇村]+$/, '')))
    return like === undefined ? '' : `→ ${like}?`
  }
  return {
    byCode: new Map(divisions.map((d) => [d.code, d])),
    byName,
    suggest: suggester((text) =>
      /^\d+$/.test(text) ? suggestion(text, codes) : suggestion(text, names) || sameStart(text),
    ),
  }
}

/** The code of a cell that holds a code or a unique name; blank stays blank. */
export function divisionOfCell(
  text: string | null,
  index: DivisionIndex,
  wanted: DivisionLevel | null,
  at: Place,
): { code: string; findings: Finding[] } {
  if (text === null) return { code: '', findings: [] }
  if (!/^[\d.eE+]+$/.test(text)) return divisionByName(text, index, at)
  const code = padCode(text)
  if (code === null)
    return { code: '', findings: [finding('division-code-malformed', at, { value: text })] }
  if (index.byCode.size > 0 && !index.byCode.has(code)) {
    const near = index.suggest(code)
    return { code, findings: [finding('division-unknown', at, { value: text, suggestion: near })] }
  }
  const level = levelOfCode(code)
  if (wanted === null || level === wanted) return { code, findings: [] }
  const facts = {
    value: text,
    level: divisionLevelWords[level].en,
    levelZh: divisionLevelWords[level].zh,
    wanted: divisionLevelWords[wanted].en,
    wantedZh: divisionLevelWords[wanted].zh,
    rows: 1,
  }
  return { code, findings: [finding('division-wrong-level', at, facts)] }
}

function divisionByName(
  name: string,
  index: DivisionIndex,
  at: Place,
): { code: string; findings: Finding[] } {
  const found = index.byName.get(name)
  if (found?.length === 1) return { code: found[0]!.code, findings: [] }
  const near = found ? found.map((d) => `${d.name} ${d.code}`).join(', ') : index.suggest(name)
  return {
    code: '',
    findings: [finding('division-name-unknown', at, { value: name, suggestion: near })],
  }
}

/** One finding for each code of a wrong level, at its first row and with the number of rows, instead of one a row. */
export function gatherLevels(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string | number, number>()
  const value = (f: Finding): string | number => f.facts.value!
  const wrong = findings.filter((f) => f.code === 'division-wrong-level')
  for (const f of wrong) counts.set(value(f), (counts.get(value(f)) ?? 0) + 1)
  const first = new Map(wrong.toReversed().map((f) => [value(f), f]))
  return [
    ...findings.filter((f) => f.code !== 'division-wrong-level'),
    ...[...first.values()]
      .toReversed()
      .map((f) => ({ ...f, facts: { ...f.facts, rows: counts.get(value(f))! } })),
  ]
}
