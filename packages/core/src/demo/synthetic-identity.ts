import { checkCharacterOf } from '../people/identity-number.ts'

/**
 * A resident identity number that can be nobody's: area 331199 was never given out (GB 11643 form with a right check
 * character). `sequence` from 0 to 999 is odd for men.
 */
export function syntheticIdentity(born: string, sequence: number): string {
  const body = `331199${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return body + checkCharacterOf(body)
}
