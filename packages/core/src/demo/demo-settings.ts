import { PlainDate } from '../kernel/calendar.ts'
import { yuan } from '../kernel/units.ts'
import type { CountySettings } from '../plan/county.ts'
import { demoYear } from './demo-year.ts'
import { seasonsOf } from './seasons.ts'

type Own = Pick<
  CountySettings,
  'code' | 'name' | 'nameEn' | 'seat' | 'closures' | 'markets' | 'remote'
>

/** Settings that all made-up counties share, with their own. Money in fen. */
export const demoSettings = (own: Own): CountySettings => ({
  format: 1,
  utcOffset: 8,
  coordinates: 'WGS-84',
  asOf: PlainDate.parse(`${demoYear}-01-01`),
  horizon: {
    from: PlainDate.parse(`${demoYear}-01-01`),
    to: PlainDate.parse(`${demoYear}-12-31`),
  },
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  makeUpWorkdays: [],
  seasons: seasonsOf(demoYear),
  budgetFen: yuan(80_000_000),
  capitalBudgetFen: yuan(8_000_000),
  prices: { fuelPerKmFen: 160, staffHourFen: 4_500, residentHourFen: 2_000, busPerKmFen: 300 },
  doctorAgeLimit: 60,
  remoteWeight: 1.5,
  assumptions: {},
  services: [],
  ...own,
})
