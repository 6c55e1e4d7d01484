import type { Words } from '../words/language.ts'
import { headlines } from './definitions/all-figures.ts'
import type { Dimension } from './figure.ts'

/** A report that every county can begin with: figures and how they are divided; whose and when is for the planner to say. */
export interface StandardReport {
  id: string
  name: Words
  figures: readonly string[]
  by: Dimension | null
  /** One column for each measurement kept, oldest first. */
  trend?: true
}

export const standardReports: readonly StandardReport[] = [
  {
    id: 'headlines',
    name: { zh: '扩面、提质、降本、增效', en: 'Expand, improve, reduce, increase' },
    figures: headlines.map(({ id }) => id),
    by: null,
  },
  {
    id: 'tours',
    name: { zh: '车辆和巡回', en: 'Vehicles and tours' },
    figures: [
      'vehicles',
      'villages',
      'remoteVillages',
      'villagesWithoutClinic',
      'villagesPerClinicVehicle',
      'villagesOnRoute',
      'villagesWithVisits',
      'trips',
      'kilometres',
      'visits',
      'personTimes',
      'kilometresPerTrip',
      'personTimesPerTrip',
      'passengers',
      'seats',
    ],
    by: null,
  },
  {
    id: 'gaps',
    name: { zh: '三大差距', en: 'The three gaps' },
    figures: ['gapUrbanRural', 'gapTownship', 'gapSite', 'gapSchoolTeachers'],
    by: 'service',
  },
  {
    id: 'gapTrend',
    name: { zh: '三大差距：历次测算', en: 'The three gaps over time' },
    figures: ['gapUrbanRural', 'gapTownship', 'gapSite', 'coverage'],
    by: 'service',
    trend: true,
  },
  {
    id: 'ledger',
    name: { zh: '投入账本和每元成效', en: 'Investment and what a yuan brings' },
    figures: ['runningCost', 'capital', 'outcomePerYuan', 'spent', 'staffHours'],
    by: 'service',
  },
  {
    id: 'unitCost',
    name: { zh: '偏远处贵多少', en: 'What remoteness costs' },
    figures: ['unitCost', 'unitCostTravel', 'unitCostIdle'],
    by: 'remoteness',
  },
  {
    id: 'sharing',
    name: { zh: '按常住人口配置', en: 'Shared out by residents' },
    figures: [
      'residents',
      'registered',
      'visitsByResidents',
      'visitsByRegistration',
      'staffByResidents',
      'staffByRegistration',
    ],
    by: 'township',
  },
  {
    id: 'equity',
    name: { zh: '公平', en: 'Equity' },
    figures: ['coverage', 'reached', 'minutes', 'minutesGini'],
    by: 'service',
  },
]
