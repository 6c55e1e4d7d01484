import type { routeCodes } from '../../kernel/codes/routes.ts'
import type { Message } from '../language.ts'

export const routeMessages: Record<keyof typeof routeCodes, Message> = {
  'route-vehicle-unknown': {
    what: {
      zh: '第 {day} 天仓库 {depot} 没有车辆 {vehicle}',
      en: 'Depot {depot} has no vehicle {vehicle} on day {day}',
    },
    remedy: { zh: '改用有的车', en: 'Use a vehicle that is there' },
  },
  'route-vehicle-twice': {
    what: {
      zh: '第 {day} 天仓库 {depot} 的车辆 {vehicle} 出车两次',
      en: 'Vehicle {vehicle} of depot {depot} is out twice on day {day}',
    },
    remedy: { zh: '每车每天一趟', en: 'One route a day for each vehicle' },
  },
  'route-customer-unknown': {
    what: {
      zh: '路线 {route} 中没有客户 {id} 的资料',
      en: 'Route {route} visits {id}, which is unknown',
    },
    remedy: { zh: '改正编号', en: 'Correct the number' },
  },
  'route-over-capacity': {
    what: {
      zh: '路线 {route} 装载 {load}，超过 {capacity}',
      en: 'Route {route} carries {load}; {capacity} is the most',
    },
    remedy: { zh: '移走一些客户', en: 'Move customers to another route' },
  },
  'route-too-long': {
    what: {
      zh: '路线 {route} 用时 {duration}，超过 {limit}',
      en: 'Route {route} takes {duration}; {limit} is the most',
    },
    remedy: { zh: '移走一些客户', en: 'Move customers to another route' },
  },
  'route-window-missed': {
    what: {
      zh: '路线 {route} 到 {id} 是 {arrive}，时间窗 {close} 已关',
      en: 'Route {route} reaches {id} at {arrive}; its window closes at {close}',
    },
    remedy: { zh: '早些去，或换一条路线', en: 'Go earlier, or use another route' },
  },
  'route-back-too-late': {
    what: {
      zh: '路线 {route} 回到仓库是 {arrive}，仓库 {close} 已关',
      en: 'Route {route} is back at {arrive}; the depot closes at {close}',
    },
    remedy: { zh: '移走一些客户', en: 'Move customers to another route' },
  },
  'customer-days-wrong': {
    what: {
      zh: '{id} 的到访日 {days} 不是允许的日型',
      en: 'The days {days} of {id} are none of its patterns',
    },
    remedy: { zh: '按允许的日型到访', en: 'Visit it on the days of a pattern' },
  },
  'customer-twice-a-day': {
    what: { zh: '{id} 在第 {day} 天去了两次', en: '{id} is visited twice on day {day}' },
    remedy: { zh: '去掉一次', en: 'Leave one visit out' },
  },
  'customer-unserved': {
    what: { zh: '{id} 没有去成', en: '{id} is not served' },
    remedy: { zh: '增加车辆、时间或容量', en: 'Allow more vehicles, time or capacity' },
  },
  'route-run-missing': {
    what: { zh: '路线 {route} 没有写时刻', en: 'Route {route} says nothing of its times' },
    remedy: {
      zh: '写明出发、各站和收车的时刻',
      en: 'Give its departure, its times at each stop and its finish',
    },
  },
  'route-run-incomplete': {
    what: {
      zh: '路线 {route} 的时刻不全：{stops} 站，写了 {times} 站',
      en: 'The times of route {route} are incomplete: {stops} stops, {times} with times, or a pause that is nowhere',
    },
    remedy: {
      zh: '每站写到达、开始、离开，停歇写在哪一站之前',
      en: 'Give arrival, start and leaving for each stop, and the stop that each pause comes before',
    },
  },
  'route-leaves-too-early': {
    what: {
      zh: '路线 {route} 在 {depart} 出发，{open} 才开门',
      en: 'Route {route} leaves at {depart}; it may from {open}',
    },
    remedy: { zh: '晚些出发', en: 'Leave later' },
  },
  'route-arrival-too-soon': {
    what: {
      zh: '路线 {route} 到 {id} 写的是 {arrive}，最早 {earliest} 才能到',
      en: 'Route {route} reaches {id} at {arrive}; the way takes until {earliest}',
    },
    remedy: { zh: '按路程和停歇改正时刻', en: 'Allow for the way and the pauses on it' },
  },
  'route-service-too-soon': {
    what: {
      zh: '路线 {route} 在 {id} 从 {start} 开始，{earliest} 才准备好',
      en: 'Route {route} starts at {id} at {start}; all is ready at {earliest}',
    },
    remedy: {
      zh: '等布置好、前一位结束再开始',
      en: 'Start once it is set up and the one before is done',
    },
  },
  'route-service-cut-short': {
    what: {
      zh: '路线 {route} 在 {leave} 离开 {id}，{earliest} 才服务完',
      en: 'Route {route} leaves {id} at {leave}; service takes until {earliest}',
    },
    remedy: { zh: '服务完再走', en: 'Leave when service is done' },
  },
  'route-finish-too-soon': {
    what: {
      zh: '路线 {route} 写的是 {finish} 收车，最早 {earliest}',
      en: 'Route {route} finishes at {finish}; the way takes until {earliest}',
    },
    remedy: { zh: '按路程和停歇改正时刻', en: 'Allow for the way and the pauses on it' },
  },
  'route-pauses-overlap': {
    what: {
      zh: '路线 {route} 的停歇（{start} 起）和前面的行程重叠',
      en: 'The pause of route {route} at {start} overlaps with what comes before it',
    },
    remedy: { zh: '一件完了再做下一件', en: 'Begin it when the one before is over' },
  },
  'route-pause-too-short': {
    what: {
      zh: '路线 {route} 从 {start} 起停歇 {have}，应有 {want}',
      en: 'The pause of route {route} at {start} lasts {have}; {want} are needed',
    },
    remedy: { zh: '停够时间', en: 'Make it as long as it has to be' },
  },
  'route-customer-closed': {
    what: {
      zh: '{id} 在第 {day} 天不开放，路线 {route} 去了',
      en: 'Route {route} visits {id}, which is closed on day {day}',
    },
    remedy: { zh: '换一天去', en: 'Visit it on another day' },
  },
  'route-outside-windows': {
    what: {
      zh: '路线 {route} 在 {id} 从 {start} 开始，不在时间窗 {windows} 内',
      en: 'Route {route} starts at {id} at {start}, outside its windows {windows}',
    },
    remedy: { zh: '在时间窗内开始', en: 'Start within a window' },
  },
  'route-no-way': {
    what: {
      zh: '路线 {route} 从 {from} 到 {to}，这种车这一天走不通',
      en: 'Route {route} goes from {from} to {to}, where there is no way for it on this day',
    },
    remedy: { zh: '换车、换日子，或绕开', en: 'Use another vehicle or day, or go round' },
  },
  'route-driving-too-long': {
    what: {
      zh: '路线 {route} 开车 {driving}，最多 {limit}',
      en: 'Route {route} drives {driving}; {limit} is the most',
    },
    remedy: { zh: '移走远的客户', en: 'Move distant customers to another route' },
  },
  'route-rest-missing': {
    what: {
      zh: '路线 {route} 到 {to} 之前连续开车 {driving}，最多 {limit}',
      en: 'Route {route} drives {driving} without a rest before it reaches {to}; {limit} is the most',
    },
    remedy: { zh: '在此之前安排休息', en: 'Put a rest before that' },
  },
  'route-rest-by-road': {
    what: {
      zh: '路线 {route} 在路边休息，这种车不可以',
      en: 'Route {route} rests by the road, which this vehicle may not',
    },
    remedy: { zh: '在站点或歇息时休息', en: 'Rest at a stop or in a break' },
  },
  'route-break-unknown': {
    what: {
      zh: '路线 {route} 写了第 {index} 个歇息，没有这一个',
      en: 'Route {route} takes break {index}, which there is not',
    },
    remedy: { zh: '改正歇息的序号', en: 'Correct the number of the break' },
  },
  'route-break-out-of-order': {
    what: {
      zh: '路线 {route} 的第 {index} 个歇息重复，或次序不对',
      en: 'Break {index} of route {route} comes twice or out of order',
    },
    remedy: { zh: '每个歇息一次，按次序', en: 'Take each break once and in order' },
  },
  'route-break-outside-windows': {
    what: {
      zh: '路线 {route} 的第 {index} 个歇息从 {start} 开始，不在 {windows} 内',
      en: 'Break {index} of route {route} starts at {start}, outside {windows}',
    },
    remedy: { zh: '在规定时间内开始歇息', en: 'Start it within its windows' },
  },
  'route-break-missing': {
    what: {
      zh: '路线 {route} 缺第 {index} 个歇息：{close} 时还在外面',
      en: 'Route {route} has no break {index} and is still out at {close}',
    },
    remedy: { zh: '安排歇息，或在此之前收车', en: 'Put the break in, or finish before' },
  },
  'route-reload-elsewhere': {
    what: {
      zh: '路线 {route} 去 {place} 补货，那里不可以',
      en: 'Route {route} reloads at {place}, where it may not',
    },
    remedy: { zh: '到可以补货的地方去', en: 'Reload where it may' },
  },
  'route-reloads-too-many': {
    what: {
      zh: '路线 {route} 补货 {reloads} 次，最多 {limit} 次',
      en: 'Route {route} reloads {reloads} {reloads|time|times}; {limit} is the most',
    },
    remedy: {
      zh: '少补几次，或分给别的路线',
      en: 'Reload less often, or move customers to another route',
    },
  },
  'route-over-other-capacity': {
    what: {
      zh: '路线 {route} 的第 {dimension} 种装载 {load}，超过 {capacity}',
      en: 'Route {route} carries {load} in dimension {dimension}; {capacity} is the most',
    },
    remedy: { zh: '移走一些客户', en: 'Move customers to another route' },
  },
  'route-delivery-broken': {
    what: {
      zh: '路线 {route}：{id} 的东西要送到 {to}，没有送成',
      en: 'Route {route} does not bring what {id} gives to {to}',
    },
    remedy: {
      zh: '同一趟先到 {id}，再到 {to}，中间不补货',
      en: 'Visit {id}, then {to}, on one route with no reload between',
    },
  },
  'route-skill-missing': {
    what: {
      zh: '{id} 需要 {skill}，路线 {route} 的车没有',
      en: '{id} needs {skill}, which the vehicle of route {route} lacks',
    },
    remedy: { zh: '换一辆有的车', en: 'Send a vehicle that has it' },
  },
  'route-stops-too-many': {
    what: {
      zh: '路线 {route} 去 {stops} 个客户，最多 {limit} 个',
      en: 'Route {route} visits {stops} {stops|customer|customers}; {limit} is the most',
    },
    remedy: { zh: '移走一些客户', en: 'Move customers to another route' },
  },
  'route-start-elsewhere': {
    what: {
      zh: '路线 {route} 从 {place} 出发，前一晚没有住在那里',
      en: 'Route {route} starts at {place}, where it did not spend the night',
    },
    remedy: {
      zh: '从仓库出发，或前一晚住在那里',
      en: 'Start at the depot, or spend the night before there',
    },
  },
  'route-end-elsewhere': {
    what: {
      zh: '路线 {route} 在 {place} 收车，那里不能过夜',
      en: 'Route {route} ends at {place}, where it may not stay',
    },
    remedy: {
      zh: '收车回到规定的地方，或可以住宿的地方',
      en: 'End where it should, or at a lodging place',
    },
  },
  'night-not-allowed': {
    what: {
      zh: '路线 {route} 这一晚不能在外面住',
      en: 'Route {route} may not stay away on this evening',
    },
    remedy: { zh: '当天回来，或换一晚', en: 'Come back, or stay away on another evening' },
  },
  'night-not-continued': {
    what: {
      zh: '路线 {route} 在 {place} 过夜，第二天没有从那里出发',
      en: 'Route {route} spends the night at {place}, and does not start there on the next day',
    },
    remedy: { zh: '第二天从住的地方出发', en: 'Start there on the next day' },
  },
  'nights-too-many': {
    what: {
      zh: '路线 {route} 已连住 {nights} 晚，最多 {limit} 晚',
      en: 'Route {route} ends in night {nights} in a row; {limit} is the most',
    },
    remedy: { zh: '早些回来', en: 'Come back earlier' },
  },
  'vehicle-days-too-many': {
    what: {
      zh: '仓库 {depot} 的车辆 {vehicle} 出车 {days} 天，最多 {limit} 天',
      en: 'Vehicle {vehicle} of depot {depot} is out on {days} {days|day|days}; {limit} is the most',
    },
    remedy: { zh: '换别的车出几天', en: 'Send another vehicle on some days' },
  },
  'customer-visits-wrong': {
    what: {
      zh: '{id} 去了 {have} 次，应去 {want} 次',
      en: '{id} is visited {have} {have|time|times}; {want} are asked for',
    },
    remedy: { zh: '按要求的次数去', en: 'Visit it as often as asked for' },
  },
  'customer-gap-wrong': {
    what: {
      zh: '{id} 在第 {day} 天的到访与上一次相隔 {gap} 天，应为 {min}–{max} 天',
      en: 'The visit of {id} on day {day} comes {gap} {gap|day|days} after the one before; {min} to {max} are allowed',
    },
    remedy: { zh: '换一天去', en: 'Visit it on another day' },
  },
  'customers-gap-wrong': {
    what: {
      zh: '{ids} 合起来，第 {day} 天的到访与上一次相隔 {gap} 天，应为 {min}–{max} 天',
      en: 'For {ids} together, the visit on day {day} comes {gap} {gap|day|days} after the one before; {min} to {max} are allowed',
    },
    remedy: { zh: '把其中一些换到别的日子', en: 'Move some of them to other days' },
  },
  'customer-vehicles-differ': {
    what: {
      zh: '{id} 应由一辆车去，现有 {vehicles}',
      en: '{id} wants one vehicle for all visits, and has {vehicles}',
    },
    remedy: { zh: '都用同一辆车', en: 'Send the same vehicle each time' },
  },
  'customer-weekdays-differ': {
    what: {
      zh: '{id} 应在同一个星期几去，现为第 {days} 天',
      en: '{id} wants all visits on one weekday, and has days {days}',
    },
    remedy: { zh: '都换到同一个星期几', en: 'Move them to one weekday' },
  },
  'customer-locked-missed': {
    what: {
      zh: '{id} 第 {day} 天的到访已经定下，没有照办',
      en: 'The visit of {id} on day {day} is fixed, and is not kept',
    },
    remedy: { zh: '照定下的日子和车去', en: 'Keep the day, and the vehicle where one is named' },
  },
}
