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
  'need-attribute-unknown': {
    what: {
      zh: '{service} 的享受条件用到 {attribute}，本县没有这项数据，暂按无人符合计算',
      en: 'The entitlement to {service} asks for {attribute}; nothing is known of it here, so it was taken as held by nobody',
    },
    remedy: {
      zh: '在 needs 表填写实际人数，或在 county.yaml 的 assumptions 中给出比例',
      en: 'Enter counts in the needs table, or a rate under assumptions in county.yaml',
    },
  },
  'holidays-unknown': {
    what: {
      zh: '{year} 年的放假安排未知，按普通工作日计算',
      en: 'The days off of {year} are not known; plain weekdays were counted as working days',
    },
    remedy: {
      zh: '放假通知公布后，把日期填入 county.yaml 的 holidays 和 makeUpWorkdays',
      en: 'Once announced, enter them in county.yaml under holidays and makeUpWorkdays',
    },
  },
  'limit-assumed': {
    what: {
      zh: '{services} 没有规定的上限，{name} 按 {minutes} 分钟假定',
      en: 'No standard sets a limit for {services}; {name} is assumed to be {minutes} min',
    },
    remedy: {
      zh: '在 standards.yaml 中规定上限，或在 county.yaml 的 assumptions 中改为本县的值',
      en: 'Set a standard in standards.yaml, or your own value under assumptions in county.yaml',
    },
  },
  'floor-not-of-place': {
    what: {
      zh: '{service} 的标准 {metric} 与地点无关，这里不检验',
      en: 'The floor {metric} of {service} is not a matter of place and is not tested here',
    },
    remedy: {
      zh: '它用服务记录来检验，不需处理',
      en: 'It is tested on service records; nothing to do',
    },
  },
  'floor-without-channel': {
    what: {
      zh: '{service} 有标准 {metric}，却没有固定、车辆或上门的提供方式，无法检验',
      en: '{service} has the floor {metric} but no fixed, vehicle or doorstep channel, so it was not tested',
    },
    remedy: {
      zh: '在服务目录中为它补上提供方式，或撤销这条标准',
      en: 'Give it a channel in the catalogue, or withdraw the floor',
    },
  },
}
