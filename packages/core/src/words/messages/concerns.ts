import type { concernCodes } from '../../kernel/codes/concerns.ts'
import type { Message } from '../language.ts'

export const concernMessages: Record<keyof typeof concernCodes, Message> = {
  'concern-weights-forget-age': {
    what: {
      zh: '“多久”和“反复提”合计 {lasting} 分，不比“轻重”加一成“人数”的 {fresh} 分多：老问题会排到新问题后面',
      en: 'Age and repeats together give {lasting} points, no more than severity and a tenth of people with {fresh}: long-standing issues would come after new ones',
    },
    remedy: {
      zh: '提高“多久”或“反复提”的分，或者降低“轻重”的分',
      en: 'Give age or repeats more points, or severity fewer',
    },
  },
  'concern-not-dated': {
    what: {
      zh: '{day} 还没到，不能记成提出的日子',
      en: '{day} is yet to come: nothing was raised on it',
    },
    remedy: { zh: '填提出的那一天', en: 'Give the day on which it was raised' },
  },
  'concern-closed': {
    what: { zh: '这件事已经答复办结', en: 'This concern has been answered and closed' },
    remedy: { zh: '又有人提，就新登记一件', en: 'Where it comes up again, enter it anew' },
  },
}
