import type { TableName } from '../../territory/import/column.ts'
import { exampleMark } from '../../territory/import/example-row.ts'

/** A value as it stands in a file: hours as hours, money in yuan. */
type Cells = Readonly<Record<string, string>>

const marked = (id: string): string => `${exampleMark} ${id}`

const clinic = marked('F1')
const settlement = marked('331199101201-01')
const vehicle = marked('V1')
const person = marked('P1')
const money = marked('health')

/** A bus line is as many rows as it has stops, the least being two. */
const stop = (place: string, time: string): Cells => ({
  line: marked('L1'),
  place,
  time,
  days: '一; 四',
  fare: '5',
})

/**
 * What one thing looks like in each table, marked in the first cell of each of its rows: they are left out when the table is
 * read. With the marks taken away they are a county that is read without findings. 331199 is nobody's area.
 */
export const exampleRows: Readonly<Record<TableName, readonly Cells[]>> = {
  divisions: [
    { code: marked('331199101201'), name: '东溪村', nameEn: 'Dongxi', urbanRural: '220' },
  ],
  settlements: [
    {
      id: settlement,
      name: '东溪',
      nameEn: 'Dongxi',
      division: marked('331199101201'),
      lng: '119.5',
      lat: '28.1',
      elevationM: '640',
      permanent: '131',
      registered: '262',
      households: '64',
      isCentre: '是',
      canStop: '是',
      signal: '是',
      '0-14岁': '9',
      '15-59岁': '40',
      '60-79岁': '62',
      '80岁以上': '20',
    },
  ],
  needs: [{ settlement, service: 'MED-01', people: '20' }],
  facilities: [
    {
      id: clinic,
      name: '东溪村卫生室',
      nameEn: 'Dongxi clinic',
      kind: '卫生室',
      state: '在用',
      division: marked('331199101201'),
      lng: '119.5',
      lat: '28.1',
      services: 'MED-01; MED-04',
      yearCost: '60000',
      staffHoursYear: '1840',
    },
  ],
  conversions: [
    {
      facility: clinic,
      toKind: '养老服务中心',
      capital: '80000',
      yearCost: '20000',
      lifeYears: '20',
      staffHoursYear: '900',
      fund: money,
    },
  ],
  vehicles: [
    {
      id: vehicle,
      name: '流动医院车1号',
      kind: '巡回医疗车',
      depot: clinic,
      widthM: '2.1',
      weightT: '3.5',
      seats: '5',
      shiftHours: '8',
      earliest: '08:00',
      driveLimitHours: '5',
      setupMinutes: '20',
      stations: '2',
      crew: '3',
      costPerKm: '1.2',
      costPerDay: '150',
      yearCost: '30000',
      fund: money,
    },
  ],
  funds: [{ id: money, name: '卫生健康经费', amount: '1200000', basicOnly: '否', use: '运行' }],
  staff: [
    {
      id: person,
      post: '医生',
      weeklyHours: '40',
      employer: clinic,
      licencePlace: clinic,
      fund: money,
      birthYear: '1980',
      costPerHour: '45',
    },
  ],
  buses: [stop(settlement, '07:30'), stop(clinic, '07:55')],
  minutes: [{ from: settlement, to: clinic, minutes: '25' }],
  rotas: [{ staff: person, place: clinic, weekday: '1', hours: '8' }],
  timetable: [
    {
      vehicle,
      settlement,
      weekday: '2',
      everyWeeks: '2',
      services: 'MED-01',
      minutes: '90',
    },
  ],
  opening: [{ facility: clinic, weekday: '1', from: '08:00', to: '17:00' }],
  spending: [{ fund: money, service: 'MED-01', year: '2025', amount: '320000' }],
}
