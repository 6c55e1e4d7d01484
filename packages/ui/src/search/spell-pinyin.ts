import { pinyin } from 'pinyin-pro'
import type { Spell } from './find-names.ts'

/** Pinyin without tones, ü as v. Heavy (a dictionary): load it when it is first needed. */
export const spellPinyin: Spell = (name) =>
  pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
