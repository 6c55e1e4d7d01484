import type { tourCodes } from '../../kernel/codes/tours.ts'
import type { Message } from '../language.ts'

export const tourMessages: Record<keyof typeof tourCodes, Message> = {
  'vehicle-out-twice': {
    what: {
      zh: '车辆 {vehicle} 在 {date} 出车两次：{other} 和 {tour}',
      en: 'Vehicle {vehicle} is out twice on {date}: {other} and {tour}',
    },
    remedy: {
      zh: '把其中一条线路移到别的日子或别的车',
      en: 'Move one of the tours to another day or vehicle',
    },
  },
  'tour-outside-horizon': {
    what: {
      zh: '线路 {tour}（{date}）不在规划时段内',
      en: 'Tour {tour} on {date} lies outside the period of the plan',
    },
    remedy: { zh: '移到规划时段之内', en: 'Move it into the period' },
  },
  'tour-on-day-off': {
    what: { zh: '线路 {tour} 排在休息日 {date}', en: 'Tour {tour} is on {date}, a day off' },
    remedy: { zh: '移到工作日', en: 'Move it to a working day' },
  },
  'vehicle-down': {
    what: {
      zh: '车辆 {vehicle} 从 {from} 到 {to} 不能用，{date} 却要出车',
      en: 'Vehicle {vehicle} is not to be had from {from} to {to}, yet it goes out on {date}',
    },
    remedy: { zh: '换一辆车或换一天', en: 'Use another vehicle or another day' },
  },
  'vehicle-not-inspected': {
    what: {
      zh: '车辆 {vehicle} 的年检 {until} 到期，{date} 不能出车',
      en: 'The inspection of vehicle {vehicle} runs out on {until}; it may not go out on {date}',
    },
    remedy: {
      zh: '先办年检，或换一辆车',
      en: 'Renew the inspection first, or use another vehicle',
    },
  },
  'stop-of-other-kind': {
    what: {
      zh: '停靠点 {stop} 供 {kind} 使用，来的却是 {vehicle}（{has}）',
      en: 'The stop {stop} is for a {kind}, but {vehicle} is a {has}',
    },
    remedy: { zh: '换用合适的车辆或停靠点', en: 'Use a vehicle of that kind, or another stop' },
  },
  'vehicle-cannot-give': {
    what: {
      zh: '车辆 {vehicle} 不能提供 {service}',
      en: 'Vehicle {vehicle} cannot give {service}',
    },
    remedy: {
      zh: '换一辆能提供的车，或去掉这项服务',
      en: 'Send a vehicle that can, or leave the service out',
    },
  },
  'leg-without-road': {
    what: {
      zh: '线路 {tour}（{date}）：{vehicle} 从 {from} 到 {to} 无路可走',
      en: 'Tour {tour} on {date}: {vehicle} has no road from {from} to {to}',
    },
    remedy: {
      zh: '换窄一些的车、换日子，或改走别的停靠点',
      en: 'Use a smaller vehicle, another day, or another stop',
    },
  },
  'arrival-too-early': {
    what: {
      zh: '线路 {tour}（{date}）：{arrive} 秒到不了 {place}，最早 {due} 秒',
      en: 'Tour {tour} on {date} cannot be at {place} by second {arrive} of the day; {due} at the earliest',
    },
    remedy: { zh: '把到达时间推后', en: 'Move the arrival later' },
  },
  'stay-too-short': {
    what: {
      zh: '线路 {tour}（{date}）在 {stop} 停留 {have} 秒，需要 {want} 秒',
      en: 'Tour {tour} on {date} stays {have} s at {stop}; {want} s are needed',
    },
    remedy: {
      zh: '延长停留，或把人分到别的日子',
      en: 'Stay longer, or spread people over other days',
    },
  },
  'stay-tight': {
    what: {
      zh: '线路 {tour}（{date}）在 {stop} 停留 {have} 秒，稍紧：预计需要 {want} 秒',
      en: 'Tour {tour} on {date} stays {have} s at {stop}, which is tight: {want} s are expected',
    },
    remedy: { zh: '有余地时延长停留', en: 'Stay longer where there is room' },
  },
  'person-times-differ': {
    what: {
      zh: '到访 {visit} 写 {have} 人次，按分配应为 {want} 人次',
      en: 'Visit {visit} says {have} person-times; the assignments give {want}',
    },
    remedy: { zh: '按分配重新计算人次', en: 'Count the person-times again from the assignments' },
  },
  'visit-nobody-due': {
    what: {
      zh: '{date} 到 {stop} 的到访（线路 {tour}）没有应服务的人',
      en: 'Nobody is due at the visit to {stop} on {date} (tour {tour})',
    },
    remedy: {
      zh: '取消这次到访，或写明它为谁提供什么服务',
      en: 'Leave the visit out, or say whom it serves with what',
    },
  },
  'departure-too-early': {
    what: {
      zh: '线路 {tour}（{date}）：{vehicle} 在 {depart} 秒出发，早于规定的 {earliest} 秒',
      en: 'Tour {tour} on {date}: {vehicle} leaves at second {depart}, before its earliest {earliest}',
    },
    remedy: { zh: '推后出发', en: 'Leave later' },
  },
  'shift-too-long': {
    what: {
      zh: '线路 {tour}（{date}）在外 {have} 秒，超过班次上限 {limit} 秒',
      en: 'Tour {tour} on {date} is out for {have} s; the shift allows {limit} s',
    },
    remedy: { zh: '减少停靠点，或分成两天', en: 'Leave out a stop, or split it over two days' },
  },
  'driving-too-long': {
    what: {
      zh: '线路 {tour}（{date}）行车 {have} 秒，超过上限 {limit} 秒',
      en: 'Tour {tour} on {date} drives {have} s; the limit is {limit} s',
    },
    remedy: { zh: '减少停靠点，或分成两天', en: 'Leave out a stop, or split it over two days' },
  },
  'driving-without-rest': {
    what: {
      zh: '线路 {tour}（{date}）连续行车 {have} 秒，中间没有休息 20 分钟',
      en: 'Tour {tour} on {date} drives {have} s without a rest of 20 minutes',
    },
    remedy: { zh: '四小时之内安排休息', en: 'Plan a rest within four hours' },
  },
  'tour-figures-wrong': {
    what: {
      zh: '线路 {tour}（{date}）的里程或行车时间有误：写 {metres} 米、{driveSeconds} 秒，应为 {road} 米、{drive} 秒',
      en: 'The figures of tour {tour} on {date} are wrong: it says {metres} m and {driveSeconds} s, the road takes {road} m and {drive} s',
    },
    remedy: { zh: '按当日道路重新计算', en: 'Work them out again from the roads of that day' },
  },
  'stop-not-allowed': {
    what: {
      zh: '{settlement} 不能停车，停靠点 {stop} 不可用',
      en: 'Vehicles cannot stop at {settlement}, so the stop {stop} cannot be used',
    },
    remedy: { zh: '改到附近能停车的地方', en: 'Move it to a place nearby where they can' },
  },
  'stop-walk-wrong': {
    what: {
      zh: '从 {settlement} 步行到停靠点 {stop} 写 {have} 秒，应为 {want} 秒',
      en: 'The walk from {settlement} to the stop {stop} says {have} s; it is {want} s',
    },
    remedy: { zh: '按步行表改正', en: 'Take it from the walk table' },
  },
  'staff-unknown': {
    what: {
      zh: '没有人员表，无法核对工时',
      en: 'There is no staff table, so hours could not be checked',
    },
    remedy: { zh: '填写人员表', en: 'Fill in the staff table' },
  },
  'staff-not-listed': {
    what: {
      zh: '{place} 有出车，但人员表里没有它的人员',
      en: 'Tours start at {place}, but no staff is listed there',
    },
    remedy: {
      zh: '补充人员，或在排班表中写明谁跟车',
      en: 'List its staff, or say in the rotas who goes with the vehicle',
    },
  },
  'staff-hours-overspent': {
    what: {
      zh: '{place} 的工时超支：需要 {want} 小时，只有 {have} 小时',
      en: 'The staff of {place} have {have} {have|hour|hours}; the plan takes {want}',
    },
    remedy: { zh: '减少出车或上门，或增加人员', en: 'Plan fewer tours or calls, or add staff' },
  },
  'staff-hours-short-today': {
    what: {
      zh: '{place} 的工时现在就不够：需要 {want} 小时，只有 {have} 小时',
      en: 'The staff of {place} are short already today: {want} {want|hour|hours} needed, {have} there',
    },
    remedy: { zh: '核对人员表，或增加人员', en: 'Check the staff table, or add staff' },
  },
  'crew-too-small': {
    what: {
      zh: '{place} 在 {date} 需要 {want} 人出车，只有 {have} 人',
      en: 'On {date} the tours from {place} need a crew of {want}; {have} are employed there',
    },
    remedy: {
      zh: '把一条线路移到别的日子，或增加人员',
      en: 'Move a tour to another day, or add staff',
    },
  },
}
