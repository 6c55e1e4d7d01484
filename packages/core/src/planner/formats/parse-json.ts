import { type Finding, finding } from '../../kernel/finding.ts'

/** The value of a JSON text, or what is wrong with it and in which line. */
export function parseJson(text: string, file: string): { value: unknown } | { finding: Finding } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const row = brokenRow(text, reason)
    return { finding: finding('instance-json-broken', { file, row }, { reason }) }
  }
}

/** V8 names the place as `position 12`, or not at all where the text ends too early. */
function brokenRow(text: string, reason: string): number {
  const position = /position (\d+)/.exec(reason)?.[1]
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
}
