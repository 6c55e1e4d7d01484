import type { replanCodes } from '../../kernel/codes/replan.ts'
import type { Message } from '../language.ts'

export const replanMessages: Record<keyof typeof replanCodes, Message> = {
  'replan-day-outside': {
    what: {
      zh: '{date} 不在规划期 {from} 至 {to} 内',
      en: '{date} is outside the horizon {from} to {to}',
    },
    remedy: {
      zh: '用 --today 写明从哪一天起调整',
      en: 'Say with --today from which day on to re-plan',
    },
  },
  'replan-day-over': {
    what: {
      zh: '第 {n} 项改动从 {date} 开始，而今天是 {today}：已经过去的日子不能再改',
      en: 'Change {n} starts on {date}, and today is {today}: a day that is over cannot be changed',
    },
    remedy: { zh: '从今天或以后写起', en: 'Let it start today or later' },
  },
  'replan-other-change': {
    what: {
      zh: '第 {n} 项改动（{do}）不是调整能回答的',
      en: 'Change {n} ({do}) is not one that a re-plan answers',
    },
    remedy: {
      zh: '写成情景，用 plan 重新规划',
      en: 'Write it as a scenario and plan again',
    },
  },
  'replan-call-no-stop': {
    what: {
      zh: '第 {n} 项改动：{settlement} 没有车辆能停的地方',
      en: 'Change {n}: no vehicle can stand at {settlement}',
    },
    remedy: {
      zh: '写附近能停车的居民点',
      en: 'Name a settlement nearby where one can',
    },
  },
  'replan-call-no-vehicle': {
    what: {
      zh: '第 {n} 项改动：没有车辆能提供服务 {service}',
      en: 'Change {n}: no vehicle can give the service {service}',
    },
    remedy: {
      zh: '换一项流动服务，或安排上门、远程办理',
      en: 'Name another service that vehicles give, or send staff to the door',
    },
  },
  'replan-lock-unknown': {
    what: {
      zh: '方案里没有到访或出车“{id}” {suggestion}',
      en: 'The plan has no visit or tour "{id}" {suggestion}',
    },
    remedy: { zh: '写方案里的编号', en: 'Name one by its id in the plan' },
  },
  'replan-lock-impossible': {
    what: {
      zh: '锁定的到访 {visit}（{date}，{settlement}）已经做不到：{reasonZh}',
      en: 'The locked visit {visit} ({date}, {settlement}) cannot be made any more: {reason}',
    },
    remedy: {
      zh: '解开这次到访的锁，再调整一次',
      en: 'Take the lock off it and re-plan again',
    },
  },
  'replan-ride-cancelled': {
    what: {
      zh: '接送 {ride} 在 {date} 去不了：路不通或没有车，附近的日子也排不进去',
      en: 'The ride {ride} cannot go on {date}: no road or no vehicle, and no day near it has room',
    },
    remedy: {
      zh: '在 settings 里写明租车价格，或用 plan 重新规划',
      en: 'State a price for hired buses in the settings, or plan again',
    },
  },
  'replan-call-unanswered': {
    what: {
      zh: '{settlement} 请求的 {service} 在 {from} 至 {to} 内排不进去：没有空闲的车、人手或时间',
      en: 'The call of {settlement} for {service} finds no place from {from} to {to}: no vehicle, crew or time is free',
    },
    remedy: {
      zh: '放宽日期，或解开这些天的锁',
      en: 'Allow more days, or take locks off these days',
    },
  },
  'replan-nothing-touched': {
    what: {
      zh: '这项改动不影响任何出车，方案照旧',
      en: 'The change touches no tour; the plan stands as it is',
    },
    remedy: { zh: '不用做什么', en: 'Nothing needs to be done' },
  },
}
