import { planStepNames } from '@kuashan/core/plan/publication.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'

const actions: Readonly<Record<string, Words>> = {
  accept: { zh: '采用', en: 'accepted' },
  add: { zh: '添加', en: 'added' },
  answer: { zh: '答复', en: 'answered' },
  ask: { zh: '提交', en: 'asked for' },
  'break glass': { zh: '打开', en: 'opened' },
  cancel: { zh: '停止', en: 'stopped' },
  close: { zh: '停用', en: 'closed' },
  raise: { zh: '提出', en: 'raised' },
  'raise again': { zh: '再次提出', en: 'raised again' },
  comment: { zh: '提意见', en: 'commented' },
  create: { zh: '新建', en: 'created' },
  done: { zh: '完成', en: 'finished' },
  drop: { zh: '删去', en: 'dropped' },
  edit: { zh: '更正', en: 'corrected' },
  end: { zh: '提前结束', en: 'ended early' },
  enter: { zh: '填写', en: 'entered' },
  grant: { zh: '授权', en: 'granted' },
  export: { zh: '导出', en: 'exported' },
  'take over': { zh: '接收', en: 'took over' },
  import: { zh: '导入', en: 'imported' },
  'invitation link': { zh: '发邀请链接', en: 'made an invitation' },
  'recovery link': { zh: '发重设链接', en: 'made a recovery link' },
  look: { zh: '查看', en: 'looked at' },
  measure: { zh: '测算', en: 'measured' },
  move: { zh: '迁移', en: 'moved' },
  object: { zh: '提异议', en: 'objected' },
  open: { zh: '打开', en: 'opened' },
  post: { zh: '张贴', en: 'posted' },
  refuse: { zh: '放弃', en: 'refused' },
  register: { zh: '登记', en: 'registered' },
  rename: { zh: '改名', en: 'renamed' },
  review: { zh: '复核', en: 'reviewed' },
  save: { zh: '保存', en: 'saved' },
  search: { zh: '查找', en: 'searched' },
  'sign-in': { zh: '登录', en: 'signed in' },
  'sign-out': { zh: '退出', en: 'signed out' },
}

const tables: Readonly<Record<string, Words>> = {
  account: { zh: '账号', en: 'account' },
  break_glass: { zh: '紧急查看', en: 'emergency look' },
  concern: { zh: '群众诉求', en: 'concern' },
  concern_weights: { zh: '诉求分值', en: 'weights of concerns' },
  county: { zh: '县', en: 'county' },
  fleet_vehicle: { zh: '车辆登记', en: 'fleet register' },
  goal_tree: { zh: '目标', en: 'goals' },
  job: { zh: '任务', en: 'job' },
  job_document: { zh: '任务结果', en: 'answer of a job' },
  measurement: { zh: '测算结果', en: 'measurement' },
  objection: { zh: '异议', en: 'objection' },
  person: { zh: '个人记录', en: 'personal record' },
  plan: { zh: '方案', en: 'plan' },
  plan_comment: { zh: '部门意见', en: 'comment' },
  plan_notice: { zh: '公告', en: 'notice' },
  policy_register: { zh: '政策文件', en: 'policy texts' },
  revision: { zh: '县数据', en: 'county data' },
  row_edit: { zh: '数据更正', en: 'correction' },
  scenario: { zh: '情景', en: 'scenario' },
  trial: { zh: '试点', en: 'trial' },
}

/** What was done, in words; a step of a plan by the name of the step. What has no word shows itself. */
export function actionText(action: string, language: Language): string {
  const step = /^step to (.+)$/.exec(action)?.[1]
  const named = step && planStepNames[step as keyof typeof planStepNames]?.[language]
  if (named) return language === 'zh' ? `走到“${named}”` : `took to “${named}”`
  return actions[action]?.[language] ?? action
}

/** What it was done to. */
export const tableText = (table: string, language: Language): string =>
  tables[table]?.[language] ?? table

/** Tables that a search may be narrowed to. */
export const tableOptions = (language: Language): { value: string; label: string }[] =>
  Object.entries(tables).map(([value, words]) => ({ value, label: words[language] }))
