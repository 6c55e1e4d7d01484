import type { poolCodes } from '../../kernel/codes/pool.ts'
import type { Message } from '../language.ts'

const another = {
  zh: '请在“找资源”里选别的一个，或换个时间',
  en: 'Choose another one under “Find”, or another time',
}

export const poolMessages: Record<keyof typeof poolCodes, Message> = {
  'resource-not-fitting': {
    what: {
      zh: '{name} 的类别或技能、配置不合要求',
      en: '{name} is not of the kind, or lacks a skill or kit that is needed',
    },
    remedy: another,
  },
  'resource-not-lent': {
    what: { zh: '{name} 不借给这里', en: '{name} is not lent this far' },
    remedy: another,
  },
  'resource-not-free': {
    what: { zh: '{name} 这段时间不空闲', en: '{name} is not free in these hours' },
    remedy: another,
  },
  'resource-booked': {
    what: { zh: '这段时间已经有人预订', en: 'These hours are booked already' },
    remedy: another,
  },
  'resource-notice': {
    what: {
      zh: '{name} 要提前 {days} 天预订',
      en: '{name} has to be asked for {days} days ahead',
    },
    remedy: another,
  },
}
