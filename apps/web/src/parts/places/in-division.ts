import { codeDigits } from '@kuashan/core/territory/division.ts'

/** Whether a place with the division code `own` lies in a township or village; '' stands for places without one. */
export function isInDivision(own: string, division: string): boolean {
  if (division === '') return own === ''
  const digits = division.endsWith('000') ? division.slice(0, codeDigits.township) : division
  return own.startsWith(digits)
}
