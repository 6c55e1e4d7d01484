import type { sitingCodes } from '../../kernel/codes/siting.ts'
import type { Message } from '../language.ts'

export const sitingMessages: Record<keyof typeof sitingCodes, Message> = {
  'siting-capacity-missing': {
    what: {
      zh: '文件里的容量写的是 capacity 这个词，不是数',
      en: 'The file writes the word capacity where the capacity of the sites belongs',
    },
    remedy: { zh: '用 --capacity 给出容量', en: 'Give it with --capacity' },
  },
  'siting-p-missing': {
    what: { zh: '没有说明开几个点', en: 'How many sites may be opened is not said' },
    remedy: { zh: '用 --p 给出', en: 'Give it with --p' },
  },
  'siting-radius-missing': {
    what: {
      zh: '没有说明覆盖半径',
      en: 'The radius within which a place counts as covered is not said',
    },
    remedy: { zh: '用 --radius 给出', en: 'Give it with --radius' },
  },
  'siting-part-missing': {
    what: {
      zh: '这类问题需要{part}，文件里没有',
      en: 'This problem needs {part}, which the file lacks',
    },
    remedy: { zh: '换一个问题类型，或补上数据', en: 'Ask for another problem, or add the data' },
  },
  'siting-p-outside': {
    what: {
      zh: '要开 {p} 个点，候选点有 {sites} 个',
      en: '{p} {p|site is|sites are} to be opened out of {sites}',
    },
    remedy: { zh: '把 p 改成 1 到 {sites}', en: 'Set p from 1 to {sites}' },
  },
  'siting-client-unreached': {
    what: { zh: '{id} 到不了任何候选点', en: 'No candidate site is within reach of {id}' },
    remedy: {
      zh: '增加候选点、放宽半径，或把它单列',
      en: 'Add a candidate, widen the radius, or list it apart',
    },
  },
  'siting-radius-short': {
    what: {
      zh: '离 {id} 最近的候选点有 {nearest}，超出半径 {radius}',
      en: 'The candidate nearest to {id} is {nearest} away, beyond the radius of {radius}',
    },
    remedy: {
      zh: '把半径放宽 {by}，增加候选点，或把它单列',
      en: 'Widen the radius by {by}, add a candidate, or list it apart',
    },
  },
  'siting-client-too-big': {
    what: {
      zh: '{id} 的需求 {demand} 大于任何一个点的容量 {capacity}',
      en: 'The demand {demand} of {id} is above the capacity {capacity} of every site',
    },
    remedy: {
      zh: '拆分需求，或把一个点扩大 {by}',
      en: 'Split the demand, or enlarge a site by {by}',
    },
  },
  'siting-capacity-short': {
    what: {
      zh: '总需求 {demand} 大于所有点的总容量 {capacity}',
      en: 'The demand of {demand} is above the capacity of {capacity} of all sites together',
    },
    remedy: { zh: '增加容量 {by}', en: 'Add {by} of capacity' },
  },
  'siting-p-short-of-room': {
    what: {
      zh: '最大的 {p} 个点只能容纳 {capacity}，总需求是 {demand}',
      en: 'The {p} largest sites hold {capacity}, and the demand is {demand}',
    },
    remedy: { zh: '至少开 {needed} 个点', en: 'Open {needed} {needed|site|sites} at least' },
  },
  'siting-p-too-few': {
    what: {
      zh: '已证明 {p} 个点不够：覆盖所有人至少要 {needed} 个',
      en: 'It is proven that {p} {p|site is|sites are} too few: to cover everybody takes {needed} at least',
    },
    remedy: {
      zh: '多开点，或放宽半径',
      en: 'Open more sites, or widen the radius',
    },
  },
  'siting-relax-radius': {
    what: {
      zh: '半径放宽 {by}，到 {to}，{p} 个点就够（{proof}）',
      en: '{p} {p|site is|sites are} enough with a radius larger by {by}, of {to} ({proof})',
    },
    remedy: { zh: '用 --radius {to}', en: 'Use --radius {to}' },
  },
  'siting-infeasible': {
    what: {
      zh: '已证明没有满足全部要求的方案',
      en: 'It is proven that no answer meets all requirements',
    },
    remedy: { zh: '放宽其中一项要求', en: 'Relax one of the requirements' },
  },
  'siting-none-found': {
    what: {
      zh: '限定的时间内没有找到满足要求的方案',
      en: 'No answer that meets the requirements was found in the time given',
    },
    remedy: { zh: '给更多时间', en: 'Give it more time' },
  },
  'siting-answer-wrong': {
    what: {
      zh: '方案未通过检查：{what}（{id}）：应为 {want}，实为 {have}',
      en: 'The answer fails the check: {what} ({id}): {want} wanted, {have} found',
    },
    remedy: {
      zh: '这是程序的错误，请报告',
      en: 'This is a fault of the program; please report it',
    },
  },
  'siting-no-candidate': {
    what: {
      zh: '没有一处场所现在或改造后能提供 {service}',
      en: 'No building gives {service} or could be made to',
    },
    remedy: {
      zh: '在设施表里补上场所，或在改造表里补上改造方案',
      en: 'Add buildings to the facilities, or conversions that would give it',
    },
  },
  'siting-site-barred': {
    what: { zh: '{id} 不能用作候选点：{reasons}', en: '{id} may not be used as a site: {reasons}' },
    remedy: {
      zh: '原因消除后，从“不可用原因”里删去',
      en: 'Once the reason is gone, take it off the reasons why it may not be used',
    },
  },
  'siting-cut-off': {
    what: {
      zh: '{id} 的 {people} 人没有路到任何候选点，单列，不计入结果',
      en: 'The {people} people of {id} have no way to any candidate site; they are listed apart and not in the figures',
    },
    remedy: {
      zh: '检查道路数据，或改用上门、流动服务',
      en: 'Check the roads, or serve them at the door or by vehicle',
    },
  },
  'siting-new-sites-unpriced': {
    what: {
      zh: '没有说明新建一个点要多少钱，所以不考虑在村里新建',
      en: 'What a newly built site costs is not said, so new sites in villages are left out',
    },
    remedy: {
      zh: '在 county.yaml 的 assumptions 里写 newSiteYuan 和 newSiteYearYuan',
      en: 'State newSiteYuan and newSiteYearYuan under assumptions in county.yaml',
    },
  },
  'siting-relax-budget': {
    what: {
      zh: '提高预算就有方案：{list}（{proof}）',
      en: 'An answer is possible with a larger budget: {list} ({proof})',
    },
    remedy: { zh: '提高预算，或放宽别的要求', en: 'Raise it, or relax another requirement' },
  },
  'siting-relax-floor': {
    what: {
      zh: '有 {count} 处的人不全由这些点服务，就有方案：{list}（{proof}）',
      en: 'An answer is possible when {count} {count|settlement is|settlements are} left to other means, whole or in part: {list} ({proof})',
    },
    remedy: {
      zh: '用流动或上门服务补上，或放宽别的要求',
      en: 'Serve them by vehicle or at the door, or relax another requirement',
    },
  },
  'siting-relax-farthest': {
    what: {
      zh: '让 {count} 处的人多走一些就有方案：{list}（{proof}）',
      en: 'An answer is possible when {count} {count|settlement|settlements} may go farther: {list} ({proof})',
    },
    remedy: {
      zh: '放宽半径、增加候选点，或用流动服务',
      en: 'Widen the radius, add a candidate site, or send a vehicle',
    },
  },
  'siting-relax-capacity': {
    what: {
      zh: '增加容量就有方案：{list}（{proof}）',
      en: 'An answer is possible with more capacity: {list} ({proof})',
    },
    remedy: { zh: '扩大容量，或多开点', en: 'Enlarge it, or open more sites' },
  },
  'siting-relax-least-load': {
    what: {
      zh: '降低最低使用量就有方案：{list}（{proof}）',
      en: 'An answer is possible when less use is asked for: {list} ({proof})',
    },
    remedy: { zh: '降低最低使用量，或不开它', en: 'Ask less of it, or do without it' },
  },
  'siting-relax-most-sites': {
    what: {
      zh: '多开 {by} 个点就有方案（{proof}）',
      en: 'An answer is possible with {by} more sites ({proof})',
    },
    remedy: { zh: '把 p 提高 {by}', en: 'Raise p by {by}' },
  },
  'siting-relax-decided': {
    what: {
      zh: '放开已做的决定就有方案：{list}（{proof}）',
      en: 'An answer is possible when these are decided anew: {list} ({proof})',
    },
    remedy: { zh: '重新考虑这个决定', en: 'Think it over again' },
  },
}
