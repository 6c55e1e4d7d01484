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
      en: 'The pattern {pattern} of {id} lies outside the {days} days',
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
  'instance-demand-too-big': {
    what: {
      zh: '{id} 的需求 {demand} 超过最大的车 {capacity}',
      en: 'The demand {demand} of {id} is more than the largest vehicle takes ({capacity})',
    },
    remedy: { zh: '分成几个，或用大些的车', en: 'Split it, or use a larger vehicle' },
  },
}
