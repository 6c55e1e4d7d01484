/** Something with a name that can be looked for. */
export interface Named {
  id: string
  /** The name first, then older and other names. */
  names: readonly string[]
}

/** Syllables of a Chinese name in pinyin without tones; what is not Chinese stays as it is. */
export type Spell = (name: string) => readonly string[]

interface Key {
  name: string
  syllables: readonly string[]
}

export interface NameIndex {
  entries: readonly { id: string; keys: readonly Key[] }[]
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s·’'-]+/g, '')

const keyOf = (name: string, spell: Spell): Key => ({
  name: plain(name),
  syllables: spell(name).map(plain),
})

/** Names made ready to be found by characters, by pinyin and by initials. */
export const indexNames = (named: readonly Named[], spell: Spell): NameIndex => ({
  entries: named.map(({ id, names }) => ({
    id,
    keys: names.map((name) => keyOf(name, spell)),
  })),
})

/** Whether `typed` can be read as beginnings of syllables in a row: `dongyw`, `dyw` and `yiw` all fit dong-yi-wan. */
function readsFrom(syllables: readonly string[], at: number, typed: string): boolean {
  if (typed === '') return true
  const syllable = syllables[at]
  if (syllable === undefined) return false
  for (let n = Math.min(syllable.length, typed.length); n > 0; n--)
    if (syllable.startsWith(typed.slice(0, n)) && readsFrom(syllables, at + 1, typed.slice(n)))
      return true
  return false
}

/** How well a name fits, less is better; null where it does not. */
function fitOf({ name, syllables }: Key, typed: string): number | null {
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (readsFrom(syllables, 0, typed)) return 2
  if (name.includes(typed)) return 3
  return syllables.some((_, at) => readsFrom(syllables, at, typed)) ? 4 : null
}

/** How well names fit what was typed, less is better; null where they do not. Each name is spelt once. */
export function nameFitter(spell: Spell): (typed: string, name: string) => number | null {
  const keys = new Map<string, Key>()
  return (typed, name) => {
    const key = keys.get(name) ?? keyOf(name, spell)
    keys.set(name, key)
    return fitOf(key, plain(typed))
  }
}

/** Ids of what fits, best first, at most `most`; equal ones stay in the order of the index. */
export function findNames({ entries }: NameIndex, typed: string, most: number): string[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const found = entries.flatMap(({ id, keys }) => {
    const fits = keys.map((key) => fitOf(key, wanted)).filter((fit) => fit !== null)
    return fits.length > 0 ? [{ id, fit: Math.min(...fits) }] : []
  })
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, most)
    .map(({ id }) => id)
}
