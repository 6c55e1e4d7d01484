import { useEffect, useState } from 'react'
import type { Spell } from './find-names.ts'

/** Characters only, until pinyin is here. */
const unspelt: Spell = (name) => [name]
let loaded: Spell | null = null

/** Pinyin, loaded when it is first wanted; until then names are found by their characters. */
export function useSpell(isWanted: boolean): Spell {
  const [spell, setSpell] = useState<Spell | null>(() => loaded)
  useEffect(() => {
    if (!isWanted || spell) return
    let isGone = false
    import('./spell-pinyin.ts').then(({ spellPinyin }) => {
      loaded = spellPinyin
      if (!isGone) setSpell(() => spellPinyin)
    })
    return () => {
      isGone = true
    }
  }, [isWanted, spell])
  return spell ?? unspelt
}
