import type { scenarioCodes } from '../../kernel/codes/scenarios.ts'
import type { Message } from '../language.ts'

/** `n` counts the changes of a scenario from 1, as people read them. */
export const scenarioMessages: Record<keyof typeof scenarioCodes, Message> = {
  'scenario-unreadable': {
    what: { zh: '读不了情景文件：{reason}', en: 'The scenario file cannot be read: {reason}' },
    remedy: { zh: '改正文件，或把它移走', en: 'Correct the file, or take it away' },
  },
  'scenario-malformed': {
    what: { zh: '情景不合格式：{reason}', en: 'The scenario is not in the format: {reason}' },
    remedy: {
      zh: '按 docs/county-folder.md 里“情景”一节改写',
      en: 'Write it as the section on scenarios in docs/county-folder.md says',
    },
  },
  'scenario-id-doubled': {
    what: { zh: '有两个情景叫 {id}', en: 'Two scenarios are called {id}' },
    remedy: { zh: '给其中一个换一个编号', en: 'Give one of them another id' },
  },
  'scenario-unknown': {
    what: { zh: '没有叫 {id} 的情景 {suggestion}', en: 'There is no scenario {id} {suggestion}' },
    remedy: {
      zh: '从 scenarios 文件夹里选一个，或写出情景文件的路径',
      en: 'Choose one of the folder scenarios, or write the path of a scenario file',
    },
  },
  'scenario-base-unknown': {
    what: {
      zh: '情景 {id} 的基础 {base} 不存在 {suggestion}',
      en: 'The base {base} of scenario {id} is not there {suggestion}',
    },
    remedy: {
      zh: '写 county（现状）或另一个情景的编号',
      en: 'Write county (as it is today) or the id of another scenario',
    },
  },
  'scenario-base-circular': {
    what: {
      zh: '情景互为基础，绕成了圈：{chain}',
      en: 'Scenarios stand on one another in a circle: {chain}',
    },
    remedy: { zh: '让其中一个以 county 为基础', en: 'Let one of them stand on county' },
  },
  'change-names-nothing': {
    what: {
      zh: '第 {n} 项改动（{do}）：没有这个{whatZh}“{value}” {suggestion}',
      en: 'Change {n} ({do}): there is no {what} "{value}" {suggestion}',
    },
    remedy: { zh: '改成已有的编号或名称', en: 'Name one that is there, by id or by name' },
  },
  'change-names-several': {
    what: {
      zh: '第 {n} 项改动（{do}）：叫“{value}”的{whatZh}不止一个：{ids}',
      en: 'Change {n} ({do}): "{value}" names more than one {what}: {ids}',
    },
    remedy: { zh: '改写成编号', en: 'Write the id' },
  },
  'change-id-taken': {
    what: {
      zh: '第 {n} 项改动（{do}）：编号 {value} 已经有{whatZh}在用',
      en: 'Change {n} ({do}): the id {value} is taken by another {what}',
    },
    remedy: { zh: '换一个编号', en: 'Choose another id' },
  },
  'change-undone': {
    what: {
      zh: '第 {first} 项改动被第 {n} 项抵消或推翻：{key}',
      en: 'Change {first} is undone or contradicted by change {n}: {key}',
    },
    remedy: {
      zh: '两项中去掉一项；去掉第 {first} 项，其余可以照做',
      en: 'Drop one of the two; without change {first} the rest can be done',
    },
  },
  'change-repeated': {
    what: {
      zh: '第 {n} 项改动与第 {first} 项相同：{key}',
      en: 'Change {n} says what change {first} says: {key}',
    },
    remedy: { zh: '去掉一项', en: 'Drop one of them' },
  },
  'change-without-effect': {
    what: {
      zh: '第 {n} 项改动（{do}）什么也没有改变：本来就是这样',
      en: 'Change {n} ({do}) changes nothing: it is so already',
    },
    remedy: { zh: '去掉它，或检查所写的值', en: 'Drop it, or look at the value written' },
  },
  'change-dates-outside': {
    what: {
      zh: '第 {n} 项改动（{do}）：{from} 至 {to} 是空的，或不在规划期内',
      en: 'Change {n} ({do}): {from} to {to} is empty or outside the horizon',
    },
    remedy: {
      zh: '写规划期 {horizonFrom} 至 {horizonTo} 之内的日期，先早后晚',
      en: 'Write dates within the horizon, {horizonFrom} to {horizonTo}, the earlier first',
    },
  },
  'change-lacks': {
    what: {
      zh: '第 {n} 项改动（{do}）缺少{needZh}',
      en: 'Change {n} ({do}) lacks {need}',
    },
    remedy: { zh: '补上', en: 'Add it' },
  },
  'change-too-many-people': {
    what: {
      zh: '第 {n} 项改动（{do}）：要迁 {want} 人，{from} 只有 {have} 人',
      en: 'Change {n} ({do}): {want} people are to move, {from} has {have}',
    },
    remedy: { zh: '至多写 {have}', en: 'Write at most {have}' },
  },
  'change-needs-roads': {
    what: {
      zh: '第 {n} 项改动（{do}）需要道路数据，这个县只有路程时间表',
      en: 'Change {n} ({do}) needs roads; this county has a table of minutes only',
    },
    remedy: {
      zh: '给出 roads 文件；新建道路也可以写 minutes',
      en: 'Give a file of roads; a new road may also state its minutes',
    },
  },
  'change-only-in-replan': {
    what: {
      zh: '第 {n} 项改动（{do}）是对已有方案的要求，不能作为情景',
      en: 'Change {n} ({do}) asks something of a plan that is there; it is no scenario',
    },
    remedy: { zh: '用 replan 命令', en: 'Use the command replan' },
  },
  'change-conversion-unknown': {
    what: {
      zh: '第 {n} 项改动（{do}）：{facility} 没有登记改为 {toKind} 的方案；已登记的：{kinds}',
      en: 'Change {n} ({do}): {facility} has no registered conversion to {toKind}; registered: {kinds}',
    },
    remedy: {
      zh: '选已登记的一种，或在 figures 里写出费用',
      en: 'Choose a registered one, or give the costs in figures',
    },
  },
  'change-crosses-red-line': {
    what: {
      zh: '第 {n} 项改动（{do}）：{what} 落在红线“{line}”内（{rows}）',
      en: 'Change {n} ({do}): {what} lies inside the red line "{line}" ({rows})',
    },
    remedy: {
      zh: '改到红线以外；道路可用 via 绕行',
      en: 'Move it outside; a road can go round by way of via',
    },
  },
  'change-leaves-depot': {
    what: {
      zh: '第 {n} 项改动（{do}）：仍有车辆以 {facility} 为车场：{vehicles}',
      en: 'Change {n} ({do}): vehicles still stand at {facility}: {vehicles}',
    },
    remedy: { zh: '检查这些车停在哪里', en: 'See where these vehicles are to stand' },
  },
  'change-leaves-staff': {
    what: {
      zh: '第 {n} 项改动（{do}）：{facility} 仍有 {people} 名人员在编',
      en: 'Change {n} ({do}): {facility} still employs {people} people',
    },
    remedy: { zh: '用 move-staff 安排他们', en: 'Place them with move-staff' },
  },
  'population-projected': {
    what: {
      zh: '人口按队列推算到 {year} 年：{before} 人 → {after} 人；假设的率：{assumedZh}',
      en: 'People are projected by cohorts to {year}: {before} → {after}; assumed rates: {assumed}',
    },
    remedy: {
      zh: '在 county.yaml 的 projection 里写本县的生育、死亡、迁移率',
      en: 'Give the county’s own births, deaths and moves in county.yaml, projection',
    },
  },
  'people-estimated-by-age': {
    what: {
      zh: '第 {n} 项改动（{do}）：{place} 的年龄没有或分段不同，按估计的年龄结构迁移',
      en: 'Change {n} ({do}): ages at {place} are unknown or in other bands; those who move are taken by estimated ages',
    },
    remedy: { zh: '给出年龄段即可精确', en: 'Age bands make it exact' },
  },
}
