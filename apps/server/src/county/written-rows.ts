import { oncePer } from '@kuashan/core/kernel/once-per.ts'

const rowWritten = oncePer((row: object) => JSON.stringify(row))

const isTable = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)

/**
 * A document of tables as JSON, as `JSON.stringify` has it. Each row is written once for as long as it lives: where one is
 * changed the others stay what they were.
 */
export function writtenRows(document: object): string {
  const fields = Object.entries(document).filter(([, value]) => value !== undefined)
  const texts = fields.map(([name, value]) => {
    const text = isTable(value) ? `[${value.map(rowWritten).join()}]` : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${texts.join()}}`
}
