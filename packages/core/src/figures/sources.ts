import type { Dimension, FigureTime, FigureUnit } from './figure.ts'

/** Kinds of records, with how they lie in time and what they can be divided by. */
export const recordSources = {
  settlement: { time: 'stock', dimensions: ['township', 'village', 'urbanRural', 'remoteness'] },
  village: { time: 'stock', dimensions: ['township', 'village', 'urbanRural', 'remoteness'] },
  villageVehicle: {
    time: 'stock',
    dimensions: ['vehicleKind', 'township', 'village', 'urbanRural', 'remoteness'],
  },
  vehicle: { time: 'stock', dimensions: ['vehicleKind', 'fund', 'township'] },
  school: { time: 'stock', dimensions: ['site', 'township', 'village'] },
  cell: {
    time: 'stock',
    dimensions: [
      'service',
      'domain',
      'priorityClass',
      'township',
      'village',
      'urbanRural',
      'remoteness',
      'channel',
      'site',
    ],
  },
  sharing: { time: 'stock', dimensions: ['township', 'village', 'urbanRural', 'remoteness'] },
  trip: { time: 'flow', dimensions: ['vehicleKind', 'month'] },
  visit: {
    time: 'flow',
    dimensions: ['vehicleKind', 'township', 'village', 'urbanRural', 'remoteness', 'month'],
  },
  ride: { time: 'flow', dimensions: ['channel', 'site', 'month'] },
  encounter: {
    time: 'flow',
    dimensions: ['service', 'domain', 'channel', 'township', 'village', 'remoteness', 'month'],
  },
  move: { time: 'flow', dimensions: ['township', 'village', 'month'] },
  money: {
    time: 'yearly',
    dimensions: ['service', 'domain', 'priorityClass', 'township', 'fund', 'vehicleKind'],
  },
  work: { time: 'yearly', dimensions: ['channel', 'vehicleKind', 'township'] },
  spending: { time: 'yearly', dimensions: ['service', 'domain', 'priorityClass', 'fund', 'year'] },
  costedPlace: { time: 'yearly', dimensions: ['remoteness', 'vehicleKind', 'township'] },
} as const satisfies Record<string, { time: FigureTime; dimensions: readonly Dimension[] }>
export type RecordSource = keyof typeof recordSources

/** Columns of records, with what one of each is. This is what keeps people and person-times apart. */
export const quantityUnits = {
  residents: 'people',
  registered: 'people',
  villages: 'villages',
  remoteVillages: 'villages',
  villagesWithoutClinic: 'villages',
  villagesOnRoute: 'villages',
  villagesWithVisits: 'villages',
  vehicles: 'vehicles',
  clinicVehicles: 'vehicles',
  pupils: 'people',
  teachers: 'posts',
  entitled: 'entitlements',
  met: 'entitlements',
  reached: 'entitlements',
  standards: 'standards',
  standardsKept: 'standards',
  minutes: 'minutes',
  staffByResidents: 'posts',
  staffByRegistration: 'posts',
  visitsByResidents: 'visits',
  visitsByRegistration: 'visits',
  trips: 'trips',
  visits: 'visits',
  metres: 'metres',
  personTimes: 'personTimes',
  seats: 'seats',
  staffSeconds: 'seconds',
  runningFen: 'fen',
  capitalFen: 'fen',
  spentFen: 'fen',
  travelFen: 'fen',
  idleFen: 'fen',
} as const satisfies Record<string, FigureUnit>
export type Quantity = keyof typeof quantityUnits
