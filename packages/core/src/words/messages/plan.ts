import type { planCodes } from '../../kernel/codes/plan.ts'
import type { Message } from '../language.ts'

export const planMessages: Record<keyof typeof planCodes, Message> = {
  'floor-missed': {
    what: {
      zh: '{settlement} 的 {service} 达不到标准：应为 {want}，实为 {have}',
      en: '{settlement} misses the floor for {service}: wanted {want}, has {have}',
    },
    remedy: {
      zh: '查看缺口清单，或放宽资源限制后重新规划',
      en: 'See the gap list, or plan again with more resources',
    },
  },
}
