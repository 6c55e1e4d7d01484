import type { Grant } from '@kuashan/contract/session.ts'
import type { Purpose, Role } from '@kuashan/core/people/role.ts'
import type { Words } from '@kuashan/core/words/language.ts'

export const roleWords: Record<Role, Words> = {
  leader: { zh: '分管领导', en: 'Leader' },
  planner: { zh: '规划员', en: 'Planner' },
  department: { zh: '部门', en: 'Department' },
  township: { zh: '乡镇', en: 'Township' },
  crew: { zh: '随车人员', en: 'Crew' },
  steward: { zh: '村管家', en: 'Village steward' },
  agent: { zh: '代办员', en: 'Agent' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
}

export const purposeWords: Record<Purpose, Words> = {
  planning: { zh: '规划', en: 'Planning' },
  delivery: { zh: '上门服务', en: 'Delivery' },
  entitlement: { zh: '资格核对', en: 'Entitlement' },
  audit: { zh: '审计', en: 'Audit' },
  administration: { zh: '账号管理', en: 'Accounts' },
  emergency: { zh: '紧急查看', en: 'Emergency' },
}

/** What a role usually works for; it can be changed before a user is added. */
export const usualPurposes: Record<Role, Grant['purposes']> = {
  leader: ['planning'],
  planner: ['planning'],
  department: ['planning', 'delivery'],
  township: ['planning', 'delivery'],
  crew: ['delivery'],
  steward: ['delivery'],
  agent: ['delivery'],
  volunteer: ['delivery'],
  auditor: ['audit', 'planning'],
  administrator: ['administration'],
}
