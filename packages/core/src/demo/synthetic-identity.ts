const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/**
 * A resident identity number that can be nobody's: area 331199 was never given out (GB 11643 form with a right check
 * character). `sequence` from 0 to 999 is odd for men.
 */
export function syntheticIdentity(born: string, sequence: number): string {
  const body = `331199${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, k) => total + weight * Number(body[k]), 0)
  return body + checkCharacters[sum % 11]!
}
