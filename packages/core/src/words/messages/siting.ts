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
      en: '{p} sites are to be opened out of {sites}',
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
  'siting-client-too-big': {
    what: {
      zh: '{id} 的需求 {demand} 大于任何一个点的容量 {capacity}',
      en: 'The demand {demand} of {id} is above the capacity {capacity} of every site',
    },
    remedy: { zh: '拆分需求或扩大容量', en: 'Split the demand, or enlarge a site' },
  },
  'siting-capacity-short': {
    what: {
      zh: '总需求 {demand} 大于可开点的总容量 {capacity}',
      en: 'The demand of {demand} is above the capacity of {capacity} of all sites that may be open',
    },
    remedy: { zh: '多开点或扩大容量', en: 'Open more sites, or enlarge them' },
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
}
