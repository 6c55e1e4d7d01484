import type { TrialEntry } from '@kuashan/core/plan/trial.ts'
import type { Words } from '@kuashan/core/words/language.ts'

export const decisionWords: Readonly<Record<NonNullable<TrialEntry['decision']>, Words>> = {
  keep: { zh: '留用', en: 'keep' },
  extend: { zh: '推广', en: 'extend' },
  change: { zh: '改了再试', en: 'change' },
  stop: { zh: '停止', en: 'stop' },
}
