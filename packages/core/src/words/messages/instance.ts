import type { instanceCodes } from '../../kernel/codes/instance.ts'
import type { Message } from '../language.ts'

export const instanceMessages: Record<keyof typeof instanceCodes, Message> = {
  'instance-format-unknown': {
    what: { zh: '认不出这个算例的格式', en: 'The format of this instance is not recognised' },
    remedy: { zh: '用 --format 写明格式：{formats}', en: 'Name it with --format: {formats}' },
  },
  'instance-kind-other': {
    what: {
      zh: '{field} 是 {value}，这里还不会读',
      en: '{field} is {value}, which cannot be read here',
    },
    remedy: { zh: '改用：{known}', en: 'Use one of: {known}' },
  },
  'instance-section-missing': {
    what: { zh: '缺少 {section}', en: '{section} is missing' },
    remedy: { zh: '补上这一部分', en: 'Add it' },
  },
  'instance-line-short': {
    what: {
      zh: '这一行应有 {want} 个数，只有 {have} 个',
      en: 'This line has {have} numbers; {want} are needed',
    },
    remedy: { zh: '补齐这一行', en: 'Complete the line' },
  },
  'instance-not-a-number': {
    what: { zh: '{field} 写的是“{value}”，不是数', en: '{field} is "{value}", not a number' },
    remedy: { zh: '改成数', en: 'Write a number' },
  },
  'instance-negative': {
    what: { zh: '{field} 是负数：{value}', en: '{field} is negative: {value}' },
    remedy: { zh: '改成 0 或正数', en: 'Write 0 or more' },
  },
  'instance-outside': {
    what: {
      zh: '{field} 是 {value}，应是 {low} 到 {high} 的整数',
      en: '{field} is {value}; a whole number from {low} to {high} is needed',
    },
    remedy: { zh: '改正这个数', en: 'Correct the number' },
  },
  'instance-count-differs': {
    what: {
      zh: '{what}：写明 {want} 个，实有 {have} 个',
      en: '{what}: {want} announced, {have} found',
    },
    remedy: { zh: '补齐，或改正写明的数', en: 'Complete them, or correct the number announced' },
  },
  'instance-id-doubled': {
    what: { zh: '编号 {id} 出现两次', en: 'The number {id} occurs twice' },
    remedy: { zh: '改掉其中一个', en: 'Change one of them' },
  },
  'instance-id-unknown': {
    what: { zh: '没有编号为 {id} 的{what}', en: 'There is no {what} {id}' },
    remedy: { zh: '改正编号', en: 'Correct the number' },
  },
  'instance-window-empty': {
    what: {
      zh: '{id} 的时间窗 {open}–{close} 关得比开得早',
      en: 'The window {open}–{close} of {id} closes before it opens',
    },
    remedy: { zh: '改正时间窗', en: 'Correct the window' },
  },
  'instance-pattern-outside': {
    what: {
      zh: '{id} 的到访日型 {pattern} 不在 {days} 天之内',
      en: 'The pattern {pattern} of {id} lies outside the {days} {days|day|days}',
    },
    remedy: { zh: '改正日型', en: 'Correct the pattern' },
  },
  'instance-pattern-missing': {
    what: { zh: '{id} 没有允许的到访日型', en: '{id} has no allowed pattern' },
    remedy: { zh: '至少写一个日型', en: 'Give it at least one' },
  },
  'instance-matrix-not-square': {
    what: {
      zh: '矩阵第 {line} 行有 {have} 个数，应有 {want} 个',
      en: 'Line {line} of the matrix has {have} numbers; {want} are needed',
    },
    remedy: { zh: '矩阵每行每列都要写全', en: 'Give every row and column of the matrix' },
  },
  'instance-json-broken': {
    what: {
      zh: '这个 JSON 文件不完整或写错了：{reason}',
      en: 'This JSON file is broken: {reason}',
    },
    remedy: { zh: '在这一行附近改正', en: 'Correct it near this line' },
  },
  'instance-field-invalid': {
    what: { zh: '这一项写得不对：{reason}', en: 'This field is wrong: {reason}' },
    remedy: { zh: '按格式说明改正', en: 'Write it as the page of the format says' },
  },
  'instance-section-unread': {
    what: { zh: '{section} 在这里不起作用', en: '{section} has no effect here' },
    remedy: { zh: '如果它要紧，结果就不可用', en: 'If it matters, the routes do not keep it' },
  },
  'instance-number-huge': {
    what: {
      zh: '{field} 的值 {value} 太大，至多 {most}',
      en: '{field} has the value {value}; {most} is the most',
    },
    remedy: { zh: '换用大一些的单位', en: 'Use a larger unit' },
  },
  'instance-matrix-negative': {
    what: {
      zh: '矩阵第 {line} 行有 {count} 个负数，第一个是 {value}',
      en: 'Line {line} of the matrix has {count} negative numbers, the first is {value}',
    },
    remedy: {
      zh: '改成 0 或正数；travel 中 -1 表示不通',
      en: 'Write 0 or more; in `travel`, -1 says that there is no way',
    },
  },
  'instance-matrix-too-large': {
    what: {
      zh: '{size} 个点的矩阵太大，至多 {most} 个',
      en: 'A matrix of {size} places is too large; {most} is the most',
    },
    remedy: {
      zh: '改用坐标（EUC_2D），或分区',
      en: 'Use coordinates (EUC_2D), or divide the area',
    },
  },
  'instance-day-outside': {
    what: {
      zh: '{field} 的第 {day} 天不在 {days} 天之内',
      en: '{field} names day {day}, outside the {days} {days|day|days}',
    },
    remedy: { zh: '改正天数', en: 'Correct the day' },
  },
  'instance-not-ascending': {
    what: {
      zh: '{field} 没有从小到大、各不相同',
      en: '{field} does not rise from one to the next',
    },
    remedy: { zh: '从小到大排列，去掉重复', en: 'Put it in order, each once' },
  },
  'instance-gaps-empty': {
    what: {
      zh: '最小间隔 {minGap} 大于最大间隔 {maxGap}',
      en: 'The least gap {minGap} is more than the largest {maxGap}',
    },
    remedy: { zh: '改正其中一个', en: 'Correct one of them' },
  },
  'instance-period-short': {
    what: {
      zh: '周期 {periodDays} 天，比各天所占的 {want} 天短',
      en: 'The period of {periodDays} {periodDays|day|days} is shorter than the {want} {want|day|days} that the horizon spans',
    },
    remedy: { zh: '改正周期或日期', en: 'Correct the period or the dates' },
  },
  'instance-patterns-too-long': {
    what: {
      zh: '{id}：{days} 天太长，日型至多写 {most} 天',
      en: '{id}: patterns reach over {most} {most|day|days} at most, not {days}',
    },
    remedy: { zh: '改用 rules.spacing', en: 'Write `rules.spacing` instead' },
  },
  'instance-vehicle-doubled': {
    what: {
      zh: '第 {day} 天仓库 {depot} 的车辆 {vehicle} 写了两次',
      en: 'Vehicle {vehicle} of depot {depot} is given twice for day {day}',
    },
    remedy: { zh: '每车每天只写一次', en: 'Give each vehicle once a day' },
  },
  'instance-skill-nowhere': {
    what: {
      zh: '{id} 要求的技能“{skill}”没有一辆车具备',
      en: '{id} asks for the skill "{skill}", which no vehicle has',
    },
    remedy: { zh: '给一辆车加上，或不作要求', en: 'Give it to a vehicle, or do not ask for it' },
  },
  'instance-no-vehicle-fits': {
    what: {
      zh: '没有一辆车同时有 {id} 要求的技能和装载',
      en: 'No vehicle has all the skills and the room that {id} asks for',
    },
    remedy: { zh: '增加合适的车，或把它分开', en: 'Add such a vehicle, or split the customer' },
  },
  'instance-days-impossible': {
    what: {
      zh: '{id} 的日型都落在不开门或没有车的日子',
      en: 'Every pattern of {id} has a day on which it is closed or no fitting vehicle is out',
    },
    remedy: {
      zh: '改日型、开门日或出车日',
      en: 'Change its patterns, its windows or the days of a fleet',
    },
  },
  'instance-spacing-impossible': {
    what: {
      zh: '{id} 的 {visits} 次到访排不进可去的 {days} 天（间隔不合）',
      en: 'The {visits} {visits|visit|visits} of {id} cannot be spaced over the {days} {days|day|days} on which it can be served',
    },
    remedy: { zh: '改次数、间隔或可去的日子', en: 'Change their number, the gaps or the days' },
  },
  'instance-lock-impossible': {
    what: {
      zh: '{id} 定在第 {day} 天，那天去不了',
      en: '{id} is locked to day {day}, on which it cannot be served',
    },
    remedy: { zh: '改日子，或让车那天出车', en: 'Choose another day, or let the vehicle go out' },
  },
  'vroom-field-unread': {
    what: { zh: 'VROOM 的 {field} 在这里不起作用', en: "VROOM's {field} has no effect here" },
    remedy: {
      zh: '如果它要紧，结果就不可用（见 docs/vroom.md）',
      en: 'If it matters, the routes do not keep it (docs/vroom.md)',
    },
  },
  'vroom-straight-lines': {
    what: {
      zh: '文件里没有矩阵：按直线、每小时 {speed} 公里计',
      en: 'The file brings no matrices: ways are straight lines at {speed} km/h',
    },
    remedy: {
      zh: '写上 matrices，才有真实的路程和时间',
      en: 'Add `matrices` for real lengths and times',
    },
  },
  'vroom-clock-shifted': {
    what: {
      zh: '时间是时间戳：都减去 {epoch}（当天零点，UTC）',
      en: 'Times are timestamps: {epoch} (midnight UTC of the first day) is taken off all of them',
    },
    remedy: { zh: '写 VROOM 结果时会加回去', en: 'Nothing to do; VROOM solutions get it back' },
  },
  'vroom-left-out': {
    what: { zh: 'VROOM 不会：{what}，已略去', en: 'VROOM does not know {what}; it is left out' },
    remedy: {
      zh: '如果它要紧，别用 VROOM 的结果',
      en: 'If it matters, do not rely on what VROOM makes of the file',
    },
  },
  'vroom-times-scaled': {
    what: {
      zh: 'VROOM 只认整数：时间和路程乘了 {factor}',
      en: 'VROOM takes whole numbers only: times and lengths are multiplied by {factor}',
    },
    remedy: { zh: '读 VROOM 的结果时除回去', en: 'Divide what VROOM answers by it' },
  },
  'instance-demand-too-big': {
    what: {
      zh: '{id} 的需求 {demand} 超过最大的车 {capacity}',
      en: 'The demand {demand} of {id} is more than the largest vehicle takes ({capacity})',
    },
    remedy: { zh: '分成几个，或用大些的车', en: 'Split it, or use a larger vehicle' },
  },
}
