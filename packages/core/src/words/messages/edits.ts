import type { editCodes } from '../../kernel/codes/edits.ts'
import type { Message } from '../language.ts'

export const editMessages: Record<keyof typeof editCodes, Message> = {
  'edit-malformed': {
    what: {
      zh: '修改清单的格式有误：{problem}',
      en: 'The edits are not in the expected form: {problem}',
    },
    remedy: {
      zh: '按 docs/methods/explain.md 的写法改正此处',
      en: 'Correct this entry as docs/methods/explain.md shows',
    },
  },
  'edit-unknown-visit': {
    what: { zh: '方案里没有到访 {visit}', en: 'The plan has no visit {visit}' },
    remedy: {
      zh: '在方案的 tours 里查到访的编号；前面的修改可能已删去它',
      en: 'See the ids of visits under tours in the plan; an earlier edit may have dropped it',
    },
  },
  'edit-visit-there': {
    what: { zh: '方案里已有到访 {visit}', en: 'The plan has a visit {visit} already' },
    remedy: { zh: '换一个编号，或不写编号', en: 'Give another id, or none' },
  },
  'edit-locked': {
    what: { zh: '{visit} 已锁定，不能改动', en: '{visit} is locked and cannot be changed' },
    remedy: { zh: '先用 unlock 解锁', en: 'Unlock it first' },
  },
  'edit-outside-horizon': {
    what: {
      zh: '{date} 不在方案期 {from} 至 {to} 内',
      en: '{date} is outside the horizon {from} to {to}',
    },
    remedy: { zh: '写方案期内的日期', en: 'Give a date within the horizon' },
  },
  'edit-no-road': {
    what: {
      zh: '{date} {vehicle} 没有去 {place} 的路',
      en: '{vehicle} has no road to {place} on {date}',
    },
    remedy: {
      zh: '换日期、车辆或停靠点；查看道路是否封闭',
      en: 'Choose another date, vehicle or stop; see whether a road is closed',
    },
  },
  'edit-no-room': {
    what: {
      zh: '{stop} 排到 {have} 次就没有空位了（要 {want} 次）',
      en: '{stop}: no room in the calendar after {have} {have|visit|visits} ({want} wanted)',
    },
    remedy: {
      zh: '少排几次，或先腾出车日与工时；explain 会给出最小的改动',
      en: 'Ask for fewer, or free vehicle-days and staff hours; explain names the smallest change',
    },
  },
  'edit-nobody-due': {
    what: {
      zh: '{settlement} 没有人该得到 {service}',
      en: 'Nobody at {settlement} is due for {service}',
    },
    remedy: { zh: '核对自然村与服务的编号', en: 'Check the ids of settlement and service' },
  },
  'edit-rides': {
    what: {
      zh: '{settlement} 的 {service} 靠接送，接送不能手工改',
      en: 'People of {settlement} ride to {service}, and rides are not edited by hand',
    },
    remedy: {
      zh: '用情景改动条件后重新规划',
      en: 'Change the county by a scenario and plan again',
    },
  },
  'edit-service-not-possible': {
    what: { zh: '{place} 提供不了 {service}', en: '{place} cannot give {service}' },
    remedy: { zh: '选能提供它的场所或车辆', en: 'Choose a site or vehicle that can' },
  },
  'edit-site-not-possible': {
    what: {
      zh: '{facility} 不能这样启用；可用作：{kinds}',
      en: '{facility} cannot be used like that; it can be used as: {kinds}',
    },
    remedy: {
      zh: '写明 toKind；没有可选用途时，查场所的改造登记、资金与是否不宜使用',
      en: 'Say which with toKind; where there is none, see its registered conversions, funds and whether it is unfit',
    },
  },
  'edit-site-is-depot': {
    what: {
      zh: '{facility} 是车辆 {vehicle} 的驻地，不能关',
      en: '{facility} is the depot of {vehicle} and cannot be closed',
    },
    remedy: { zh: '先给车辆换驻地', en: 'Give the vehicle another depot first' },
  },
  'edit-nothing-to-do': {
    what: { zh: '{what} 已经是这样了', en: '{what} is like that already' },
    remedy: { zh: '删去这条修改', en: 'Leave this edit out' },
  },
  'edit-nothing-to-undo': {
    what: { zh: '这个方案没有手工修改可撤销', en: 'The plan has no edits by hand to undo' },
    remedy: {
      zh: '以前的保存都在，可以逐个查看',
      en: 'Earlier saves are kept and can be looked at',
    },
  },
}
