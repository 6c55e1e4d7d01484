import { dayNumber, PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'

/** Weights of ISO 7064 MOD 11-2 for the first 17 characters, and the check characters by remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** The check character that 17 digits call for (GB 11643-1999, 4.4). */
export const checkCharacterOf = (digits: string): string =>
  checkCharacters[weights.reduce((sum, weight, k) => sum + weight * Number(digits[k]), 0) % 11]!

const wrong = (reason: string, reasonZh: string): Finding =>
  finding('identity-number-wrong', {}, { reason, reasonZh })

/**
 * A resident identity number as it is written on the card: 18 characters, the last a digit or X. Checked for form, date
 * of birth and check character (GB 11643-1999). Where somebody lives is never read out of it.
 */
export function identityNumber(
  text: string,
  today: PlainDate,
): { number: string; birthDate: PlainDate } | { finding: Finding } {
  const number = text.trim().toUpperCase().replace('Ｘ', 'X')
  if (!/^\d{17}[\dX]$/.test(number))
    return {
      finding: wrong('it has not 17 digits and a check character', '不是 17 位数字加校验码'),
    }
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const birthDate = PlainDate.safeParse(date).data
  if (!birthDate || dayNumber(birthDate) > dayNumber(today))
    return { finding: wrong(`${date} is no day of birth`, `${date} 不是出生日期`) }
  if (checkCharacterOf(number) !== number[17])
    return { finding: wrong('the check character does not fit', '校验码不符') }
  return { number, birthDate }
}

/** As screens and prints show it: enough to tell two people of one village apart, not enough to use. */
export const maskedIdentity = (number: string): string =>
  `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(14)}`
