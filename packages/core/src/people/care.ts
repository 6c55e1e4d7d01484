import { z } from 'zod'
import type { Words } from '../words/language.ts'

/** Circumstances that call for care, as a county's register marks them. Sensitive: shown only in a look with a reason. */
export const Care = z.enum([
  'livesAlone',
  'emptyNest',
  'leftBehindChild',
  'orphan',
  'bedridden',
  'disabled',
  'chronicDisease',
  'pregnant',
  'lowIncome',
  'extremePoverty',
])
export type Care = z.infer<typeof Care>

export const careWords: Readonly<Record<Care, Words>> = {
  livesAlone: { zh: '独居', en: 'lives alone' },
  emptyNest: { zh: '空巢', en: 'children live elsewhere' },
  leftBehindChild: { zh: '留守儿童', en: 'child left behind' },
  orphan: { zh: '孤儿', en: 'orphan' },
  bedridden: { zh: '失能卧床', en: 'bedridden' },
  disabled: { zh: '残疾', en: 'disabled' },
  chronicDisease: { zh: '慢性病', en: 'chronic disease' },
  pregnant: { zh: '孕产妇', en: 'pregnant or newly delivered' },
  lowIncome: { zh: '低保', en: 'low-income aid' },
  extremePoverty: { zh: '特困', en: 'extreme poverty' },
}
