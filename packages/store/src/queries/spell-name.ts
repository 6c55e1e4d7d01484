import { pinyin } from 'pinyin-pro'

/** What is left of a text when it is searched by: small letters and digits, no spaces, hyphens or dots. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s·•.’'-]+/g, '')

/**
 * A person's name as it is typed on a keyboard: pinyin without tones, ü as v, the first character read as a surname
 * (单 is shan); and the first letters. A name in other letters stays as it is.
 */
export function spelledName(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    mode: 'surname',
  }).map(plainLetters)
  return {
    pinyin: syllables.join('').slice(0, 200),
    initials: syllables
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .slice(0, 100),
  }
}
