import type { accessCodes } from '../../kernel/codes/access.ts'
import type { Message } from '../language.ts'

export const accessMessages: Record<keyof typeof accessCodes, Message> = {
  'need-estimated': {
    what: {
      zh: '{service} 的需求人数按年龄推算',
      en: 'People in need of {service} are estimated from ages',
    },
    remedy: {
      zh: '有实际人数时，填入需求表',
      en: 'Enter counts in the needs table where you have them',
    },
  },
}
