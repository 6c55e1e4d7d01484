import { Dimension } from '@kuashan/core/figures/figure.ts'
import { keyText } from '@kuashan/core/figures/figure-words.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { namesOf } from '@kuashan/pages/report/names.ts'

/** Names of keys in both languages, by `dimension key`; of places by `place id`. */
export function namesOfKeys(
  input: CountyInput,
  keys: Iterable<readonly [of: Dimension | 'place', key: string]>,
): Record<string, Words> {
  const [zh, en] = [namesOf(input, 'zh'), namesOf(input, 'en')]
  const found = new Map<string, Words>()
  for (const [of, key] of keys) {
    const name = `${of} ${key}`
    if (found.has(name)) continue
    found.set(
      name,
      of === 'place'
        ? { zh: zh.place(key), en: en.place(key) }
        : { zh: keyText(of, key, zh, 'zh'), en: keyText(of, key, en, 'en') },
    )
  }
  return Object.fromEntries(found)
}

/** Every dimension that a record has a key of. */
export const keysIn = (
  keys: Readonly<Partial<Record<Dimension, string>>>,
): (readonly [Dimension, string])[] =>
  Dimension.options.flatMap((dimension) => {
    const key = keys[dimension]
    return key === undefined ? [] : [[dimension, key] as const]
  })
