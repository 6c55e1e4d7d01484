import type { Matches, ResourceLine } from '@kuashan/contract/pool.ts'
import type { Words } from '@kuashan/core/words/language.ts'

export const kindWords: Readonly<Record<ResourceLine['kind'], Words>> = {
  post: { zh: '岗位', en: 'Staff post' },
  vehicle: { zh: '车辆', en: 'Vehicle' },
  room: { zh: '房间', en: 'Room' },
  device: { zh: '设备', en: 'Device' },
}

export const reachWords: Readonly<Record<ResourceLine['reach'], Words>> = {
  none: { zh: '不外借', en: 'Not lent' },
  township: { zh: '借给本乡镇', en: 'Inside the township' },
  county: { zh: '借给全县', en: 'Inside the county' },
  neighbours: { zh: '也借给邻县', en: 'To neighbouring counties too' },
}

export const distanceWords: Readonly<Record<Matches['matches'][number]['distance'], Words>> = {
  own: { zh: '本单位', en: 'own' },
  township: { zh: '本乡镇', en: 'same township' },
  county: { zh: '本县', en: 'same county' },
  neighbours: { zh: '邻县', en: 'neighbouring county' },
}

export const missedWords: Readonly<Record<keyof Matches['missed'] & string, Words>> = {
  'other-kind': { zh: '类别不同', en: 'of another kind' },
  'lacks-skills': { zh: '缺技能或配置', en: 'without the skill or kit' },
  'not-lent': { zh: '不借到这里', en: 'not lent this far' },
  'not-free': { zh: '这段时间不空闲', en: 'not free in these hours' },
  booked: { zh: '已被预订', en: 'booked already' },
  notice: { zh: '来不及提前预订', en: 'asked for too late' },
}
