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
  'edit-unknown-ride': {
    what: { zh: '方案里没有接送 {ride}', en: 'The plan has no ride {ride}' },
    remedy: {
      zh: '在方案的 rides 里查编号；要新开一趟，用 mode: ride',
      en: 'See the ids under rides in the plan; for a run of its own use mode: ride',
    },
  },
  'edit-unknown-line': {
    what: { zh: '县里没有班车线路 {line}', en: 'The county has no bus line {line}' },
    remedy: { zh: '核对线路编号', en: 'Check the ids of the lines' },
  },
  'edit-no-run': {
    what: {
      zh: '{by} 没有一天能从 {pickup} 接到 {site}：没有路，或超出门到门时限、场所开放时间、出车时间',
      en: 'On no day can {by} bring people from {pickup} to {site}: there is no road, or the limit from door to door, the hours of the site or the working day does not hold',
    },
    remedy: {
      zh: '换上车点、场所或车辆；explain 说明每种方式差多少',
      en: 'Choose another pick-up, site or vehicle; explain says by how much each way falls short',
    },
  },
  'edit-no-walk': {
    what: {
      zh: '{settlement} 的人走不到 {place}',
      en: 'People of {settlement} cannot walk to {place}',
    },
    remedy: { zh: '选步行可到的停靠点', en: 'Choose a stop within a walk' },
  },
  'edit-no-pickup': {
    what: {
      zh: '{settlement} 的人不能在 {pickup} 上车：走不到，或车不能停',
      en: 'People of {settlement} cannot be picked up at {pickup}: it is too far to walk, or no vehicle can stop there',
    },
    remedy: {
      zh: '选步行可到、能停车的自然村',
      en: 'Choose a settlement within a walk where a vehicle can stop',
    },
  },
  'edit-no-carrier': {
    what: { zh: '车辆 {vehicle} 不能载客', en: 'The vehicle {vehicle} does not carry people' },
    remedy: {
      zh: '选有座位的客车、校车或客货邮班车，或租车',
      en: 'Choose a bus, school bus or passenger-post bus with seats, or hire one',
    },
  },
  'edit-no-hours': {
    what: { zh: '{place} 剩下的工时不够', en: 'The staff hours left at {place} do not suffice' },
    remedy: {
      zh: '少接几次、换一处的车，或租车',
      en: 'Ask for fewer rides, take a vehicle of another depot, or hire one',
    },
  },
  'edit-nothing-to-hire': {
    what: { zh: '没有租车单价，租不到车', en: 'There is no price of a hired bus, so none to hire' },
    remedy: {
      zh: '在 county.yaml 写 prices.busPerKmYuan，或用县里的车、班车',
      en: 'Give prices.busPerKmYuan in county.yaml, or take a vehicle of the county or a bus line',
    },
  },
  'edit-site-not-open': {
    what: { zh: '{facility} 在方案里没有启用', en: '{facility} is not in use under the plan' },
    remedy: { zh: '先用 open-site 启用它', en: 'Open it first with open-site' },
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
