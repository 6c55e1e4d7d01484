import { finding } from '../../kernel/finding.ts'
import { type Line, type Notes, numbersOf } from './number-lines.ts'

/** A VRPLIB file cut into `KEY : value` and sections. */
export interface Parts {
  keys: Map<string, string>
  sections: Map<string, Line[]>
}

export function cut(lines: readonly Line[]): Parts {
  const parts: Parts = { keys: new Map(), sections: new Map() }
  let section: Line[] | null = null
  for (const line of lines) {
    if (/^EOF$/i.test(line.text)) break
    const heading = /^([A-Z_]+)_SECTION\b/i.exec(line.text)?.[1]
    const pair = /^([A-Z_]+)\s*:\s*(.*)$/i.exec(line.text)
    if (heading) {
      section = parts.sections.get(heading.toUpperCase()) ?? []
      parts.sections.set(heading.toUpperCase(), section)
    } else if (pair) parts.keys.set(pair[1]!.toUpperCase(), pair[2]!.replace(/^"|"$/g, '').trim())
    else section?.push(line)
  }
  return parts
}

const knownSections = [
  'NODE_COORD',
  'DISPLAY_DATA',
  'EDGE_WEIGHT',
  'DEMAND',
  'DEPOT',
  'TIME_WINDOW',
  'SERVICE_TIME',
  'VEHICLES_DEPOT',
]

/** What the file asks and nobody here reads is told, not passed over. */
export function noteUnread(parts: Parts, notes: Notes): void {
  for (const section of parts.sections.keys())
    if (!knownSections.includes(section))
      notes.findings.push(
        finding('instance-section-unread', { file: notes.file }, { section: `${section}_SECTION` }),
      )
}

/** `number → numbers` of a section, or null when the file has none. */
export function table(
  parts: Parts,
  name: string,
  fields: readonly string[],
  notes: Notes,
): Map<number, number[]> | null {
  const lines = parts.sections.get(name)
  if (!lines) return null
  const found = new Map<number, number[]>()
  for (const line of lines) {
    const numbers = numbersOf(line, ['node', ...fields], notes)
    if (!numbers) continue
    const id = numbers[0]!
    if (found.has(id))
      notes.findings.push(
        finding('instance-id-doubled', { file: notes.file, row: line.row }, { id }),
      )
    found.set(id, numbers.slice(1))
  }
  return found
}

/** A key's number, 0 or more; without the key `otherwise`, or a finding where there is none. */
export function keyNumber(parts: Parts, key: string, notes: Notes, otherwise?: number): number {
  const text = parts.keys.get(key)
  if (text === undefined && otherwise !== undefined) return otherwise
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  const at = { file: notes.file }
  if (text === undefined)
    notes.findings.push(finding('instance-section-missing', at, { section: key }))
  else if (!Number.isFinite(value))
    notes.findings.push(finding('instance-not-a-number', at, { field: key, value: text }))
  else if (value < 0) notes.findings.push(finding('instance-negative', at, { field: key, value }))
  return value
}
