import type { rideCodes } from '../../kernel/codes/rides.ts'
import type { Message } from '../language.ts'

export const rideMessages: Record<keyof typeof rideCodes, Message> = {
  'ride-site-cannot-give': {
    what: {
      zh: '接送 {ride} 去的 {site} 不提供 {service}',
      en: 'Ride {ride} goes to {site}, which does not give {service}',
    },
    remedy: {
      zh: '改去提供这项服务的场所，或去掉这项服务',
      en: 'Take people to a site that gives it, or leave the service out',
    },
  },
  'ride-pickup-not-allowed': {
    what: {
      zh: '接送 {ride} 不能在 {settlement} 上下客',
      en: 'Ride {ride} cannot pick people up at {settlement}',
    },
    remedy: {
      zh: '改在能停车的自然村上下客',
      en: 'Pick people up at a settlement where a vehicle can stop',
    },
  },
  'ride-walk-wrong': {
    what: {
      zh: '接送 {ride}：从 {settlement} 步行到上车点写作 {have} 秒，实为 {want}',
      en: 'Ride {ride}: the walk from {settlement} to the pick-up is given as {have} s; it is {want}',
    },
    remedy: {
      zh: '按步行表更正，或换上车点',
      en: 'Correct it by the walk table, or choose another pick-up',
    },
  },
  'ride-on-wrong-day': {
    what: {
      zh: '接送 {ride} 不能在 {date} 进行：场所不开放、车辆年检到期或不在规划时段内',
      en: 'Ride {ride} cannot go on {date}: the site is closed, the vehicle not inspected, or the day outside the period',
    },
    remedy: {
      zh: '移到场所开放、车辆可用的日子',
      en: 'Move it to a day on which the site is open and the vehicle may go out',
    },
  },
  'ride-vehicle-wrong': {
    what: {
      zh: '接送 {ride} 用的车 {vehicle} 不存在或不是载客车',
      en: 'The vehicle {vehicle} of ride {ride} does not exist or does not carry people',
    },
    remedy: {
      zh: '改用客车、校车、客货邮班车或租车',
      en: 'Use a bus, a school bus, a passenger-post bus, or hire one',
    },
  },
  'ride-without-road': {
    what: {
      zh: '接送 {ride}：从 {from} 到 {to} 无路可走',
      en: 'Ride {ride} has no road from {from} to {to}',
    },
    remedy: {
      zh: '换车、换日子或换上车点',
      en: 'Use another vehicle, another day or another pick-up',
    },
  },
  'ride-times-wrong': {
    what: {
      zh: '接送 {ride}：{place} 的时刻 {have} 早于能到达的 {due}（午夜后秒数）',
      en: 'Ride {ride}: {place} at {have} is earlier than it can be there, {due} (seconds after midnight)',
    },
    remedy: { zh: '推迟时刻', en: 'Set later times' },
  },
  'ride-stay-too-short': {
    what: {
      zh: '接送 {ride} 在场所开放时间内只停留 {have} 秒，需要 {want} 秒',
      en: 'Ride {ride} leaves {have} s at the site while it is open; {want} s are needed',
    },
    remedy: { zh: '早到、晚走或改日子', en: 'Arrive earlier, leave later, or choose another day' },
  },
  'ride-seats-short': {
    what: {
      zh: '接送 {ride} 写有 {seats} 座，预计 {people} 人，车实有 {want} 座',
      en: 'Ride {ride} states {seats} {seats|seat|seats} for {people} people; the vehicle has {want}',
    },
    remedy: { zh: '换大车或分几趟', en: 'Use a larger vehicle or several runs' },
  },
  'ride-duty-too-long': {
    what: {
      zh: '接送 {ride} 出车 {have} 秒，超过 {limit} 秒，或发车早于 {earliest}',
      en: 'Ride {ride} takes {have} s where {limit} s are allowed, or leaves before {earliest}',
    },
    remedy: {
      zh: '少接几个点，或分给两辆车',
      en: 'Pick up at fewer places, or share it between two vehicles',
    },
  },
  'ride-figures-wrong': {
    what: {
      zh: '接送 {ride}：里程 {metres} 米、行车 {driveSeconds} 秒，按路网应为 {road} 米、{drive} 秒',
      en: 'Ride {ride}: {metres} m and {driveSeconds} s of driving are given; by road it is {road} m and {drive} s',
    },
    remedy: { zh: '按路网重算', en: 'Reckon them anew by the roads' },
  },
  'ride-bus-wrong': {
    what: {
      zh: '接送 {ride}：按时刻表，班车 {line} 不是这样走的',
      en: 'Ride {ride}: by its timetable the bus line {line} does not go like this',
    },
    remedy: { zh: '按时刻表更正', en: 'Correct it by the timetable' },
  },
  'ride-people-differ': {
    what: {
      zh: '接送 {ride} 每次预计 {have} 人，按服务人数应为 {want} 人',
      en: 'Ride {ride} expects {have} people a time; by the people assigned it is {want}',
    },
    remedy: { zh: '按分配的人数更正', en: 'Correct it by the people assigned' },
  },
}
