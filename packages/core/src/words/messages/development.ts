import type { developmentCodes } from '../../kernel/codes/development.ts'
import type { Message } from '../language.ts'

export const developmentMessages: Record<keyof typeof developmentCodes, Message> = {
  'axis-place-unknown': {
    what: {
      zh: '发展轴上的 {place} 不是这个县的居民点 {suggestion}',
      en: '{place} on the development axis is no settlement of this county {suggestion}',
    },
    remedy: { zh: '改成已有的编号', en: 'Write the id of one that is there' },
  },
  'axis-standard-unknown': {
    what: {
      zh: '中心 {place} 的标准写到没有的服务 {service}',
      en: 'A standard of the centre {place} is for {service}, which is no service',
    },
    remedy: { zh: '改成目录里的服务编号', en: 'Write the id of a service of the catalogue' },
  },
  'axis-centre-below-lower': {
    what: {
      zh: '{high}（{highRank} 级中心）的 {service} {metric} 为 {have}，低于其辖区内 {low}（{lowRank} 级）的 {want}',
      en: '{high} (centre of rank {highRank}) has {have} for {service} {metric}, below the {want} of {low} (rank {lowRank}) inside its area',
    },
    remedy: {
      zh: '把上级中心的标准至少提到 {want}',
      en: 'Raise the standard of the higher centre at least to {want}',
    },
  },
  'projects-contradict': {
    what: {
      zh: '项目 {project} 与 {other} 冲突：{key}',
      en: 'The projects {project} and {other} contradict each other: {key}',
    },
    remedy: { zh: '改其中一个，或只做一个', en: 'Change one of them, or carry out one only' },
  },
  'project-effect-undeclared': {
    what: {
      zh: '项目 {project} 改动了{layerZh}，却没有写明对它的影响',
      en: 'The project {project} touches {layer} and declares no effect on it',
    },
    remedy: { zh: '在 effects 里补上', en: 'Add it to its effects' },
  },
  'project-effect-empty': {
    what: {
      zh: '项目 {project} 没有写明对六个方面中任何一个的影响',
      en: 'The project {project} declares an effect on none of the six layers',
    },
    remedy: { zh: '在 effects 里写明', en: 'Write them in its effects' },
  },
  'experiment-malformed': {
    what: {
      zh: '试点登记不合格式：{reason}',
      en: 'The register of trials is not in the format: {reason}',
    },
    remedy: {
      zh: '按 docs/county-folder.md 里“试点”一节改写',
      en: 'Write it as the section on trials in docs/county-folder.md says',
    },
  },
  'experiment-names-nothing': {
    what: {
      zh: '试点 {id} 写到没有的{whatZh}“{value}” {suggestion}',
      en: 'The trial {id} names a {what} that is not there, "{value}" {suggestion}',
    },
    remedy: { zh: '改成已有的编号', en: 'Write an id that is there' },
  },
  'experiment-id-doubled': {
    what: { zh: '有两个试点叫 {id}', en: 'Two trials are called {id}' },
    remedy: { zh: '给其中一个换一个编号', en: 'Give one of them another id' },
  },
  'sandbox-not-empty': {
    what: { zh: '{folder} 不是空文件夹', en: 'The folder {folder} is not empty' },
    remedy: {
      zh: '换一个新文件夹，以免覆盖数据',
      en: 'Choose a new one, so that nothing is written over',
    },
  },
  'trial-forecast-changed': {
    what: {
      zh: '试点开始以后不能再改 {key}：预计会对不上',
      en: 'Once a trial has begun {key} stays as it was: the forecast would no longer fit',
    },
    remedy: { zh: '另登记一个试点', en: 'Register another trial' },
  },
  'trial-plan-of-other-scenario': {
    what: {
      zh: '选的方案不是在这个情景下做的',
      en: 'The plan chosen was not made under this scenario',
    },
    remedy: {
      zh: '在这个情景下做一个方案，再登记',
      en: 'Make a plan under this scenario first',
    },
  },
  'trial-ends-before-it-begins': {
    what: { zh: '试点的结束日早于开始日', en: 'The trial ends before it begins' },
    remedy: { zh: '改正日期', en: 'Correct the days' },
  },
  'trial-decided-without-result': {
    what: {
      zh: '有决定，没有写结果',
      en: 'There is a decision and no result it rests on',
    },
    remedy: { zh: '先写结果，再定去留', en: 'Write the result, then decide' },
  },
}
