import type { runningMoneyCodes } from '../../kernel/codes/running-money.ts'
import type { Message } from '../language.ts'

export const runningMoneyMessages: Record<keyof typeof runningMoneyCodes, Message> = {
  'running-funds-overspent': {
    what: {
      zh: '只能由这些资金支付的年运行费共 {want} 元，而它们只有 {have} 元：{funds}',
      en: 'Running costs of {want} yuan a year may only be paid from these funds, which have {have} yuan: {funds}',
    },
    remedy: {
      zh: '减少这些资金支付的服务，增加资金，或放宽资金的使用范围',
      en: 'Do less of what they pay for, add money, or widen what a fund may be used for',
    },
  },
  'running-funds-short': {
    what: {
      zh: '只能由这些资金支付的年运行费共 {want} 元，而它们只有 {have} 元：{funds}（底线优先，或现在就不够）',
      en: 'Running costs of {want} yuan a year may only be paid from these funds, which have {have} yuan: {funds}; floors come first, or it is so today already',
    },
    remedy: {
      zh: '增加资金，放宽使用范围，或按“预算之内尽量多满足需求”规划',
      en: 'Add money, widen what a fund may be used for, or plan for the most need within the money',
    },
  },
  'basic-missed-beside-other': {
    what: {
      zh: '基本服务 {services} 因缺钱未达标，同时有 {spent} 元可用于它的钱花在非基本服务上',
      en: 'Basic services {services} are missed for want of money while {spent} yuan that may be used for them go to others',
    },
    remedy: {
      zh: '先保基本服务；剩下的钱确实不够时，可作为例外记录（county.yaml 的 exceptions）',
      en: 'Serve the basic ones first; where what is left would not suffice, record an exception (`exceptions` in county.yaml)',
    },
  },
  'exception-recorded': {
    what: {
      zh: '按已记录的决定（{decision}），{service} 与基本服务同等对待：{reason}',
      en: 'By a decision on record ({decision}) {service} goes with the basic services: {reason}',
    },
    remedy: { zh: '到期或情况变化时复核', en: 'Look at it again when it ends or things change' },
  },
  'exception-unknown-service': {
    what: {
      zh: '例外中的服务 {service} 不在目录里',
      en: 'An exception names the service {service}, which the catalogue does not have',
    },
    remedy: { zh: '改正服务编号', en: 'Correct the service id' },
  },
}
