import type { ConcernSeverity, ConcernTerm } from '@kuashan/core/plan/concern.ts'
import type { Words } from '@kuashan/core/words/language.ts'

export const severityWords: Readonly<Record<ConcernSeverity, Words>> = {
  nuisance: { zh: '不方便', en: 'a nuisance' },
  hardship: { zh: '有困难', en: 'hardship' },
  danger: { zh: '有危险', en: 'danger' },
}

/** What each term counts, with the unit of its value. */
export const termWords: Readonly<Record<ConcernTerm, { name: Words; value: Words }>> = {
  people: {
    name: { zh: '涉及多少人', en: 'People concerned' },
    value: { zh: '{n} 人', en: '{n} people' },
  },
  severity: {
    name: { zh: '轻重', en: 'Severity' },
    value: { zh: '{n}', en: '{n}' },
  },
  age: {
    name: { zh: '提出多久了', en: 'How long ago it was raised' },
    value: { zh: '{n} 天', en: '{n} days' },
  },
  repeats: {
    name: { zh: '又提了几次', en: 'Times raised again' },
    value: { zh: '{n} 次', en: '{n} times' },
  },
  votes: {
    name: { zh: '村民的票', en: 'Residents’ votes' },
    value: { zh: '{n} 票', en: '{n} votes' },
  },
}
