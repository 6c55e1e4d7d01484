import type { Mode } from '@kuashan/core/plan/plan.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** What a planner chooses between. */
export const modeWords: Readonly<Record<Mode, Words>> = {
  'least-cost': { zh: '守住底线，花钱最少', en: 'Keep every floor at least cost' },
  'most-need': { zh: '用现有车辆和人手，多服务', en: 'Reach as many as fleet and staff allow' },
}
