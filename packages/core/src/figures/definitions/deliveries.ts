import type { FigureDefinition } from '../figure.ts'
import { columnsOf, ratio, sum } from '../formula.ts'

const encounter = columnsOf('encounter')
const trip = columnsOf('trip')

/** What was done for people: of records of services given, one for each time. */
export const deliveries: readonly FigureDefinition[] = [
  {
    id: 'servedPersonTimes',
    name: { zh: '服务人次', en: 'Person-times served' },
    counts: {
      zh: '一次服务记录一次，同一个人来几次算几次：累计会超过当地人数',
      en: 'One for each record of a service; the same person counts each time, so over years it passes the number who live there',
    },
    formula: sum(encounter('personTimes')),
    unit: 'personTimes',
    time: 'flow',
    better: 'high',
  },
  {
    id: 'servedPeople',
    name: { zh: '服务人数', en: 'People served' },
    counts: {
      zh: '期内至少得到过一次服务的人，每人只算一次；各月、各项服务的人数不能相加',
      en: 'Those served at least once in the period, each once; months or services do not add up',
    },
    formula: { of: 'people', source: 'encounter' },
    unit: 'people',
    time: 'flow',
    better: 'high',
  },
  {
    id: 'servedPerTrip',
    name: { zh: '每趟实际服务人次', en: 'Person-times served a trip' },
    counts: { zh: '服务人次 ÷ 出车趟次', en: 'Person-times served ÷ trips' },
    formula: ratio(encounter('personTimes'), trip('trips')),
    unit: { top: 'personTimes', per: 'trips' },
    time: 'flow',
    better: 'high',
  },
  {
    id: 'relocatedPeople',
    name: { zh: '搬迁人数', en: 'People relocated' },
    counts: {
      zh: '期内搬迁入住的人，每人只算一次',
      en: 'Those who moved in within the period, each once',
    },
    formula: { of: 'people', source: 'move' },
    unit: 'people',
    time: 'flow',
    better: null,
  },
]
