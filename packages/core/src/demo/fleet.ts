import type { VehicleKind } from '../catalogue/service.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import { yuan } from '../kernel/units.ts'
import type { Facility } from '../resources/facility.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { lowest } from './places.ts'
import type { VillageRecord } from './register.ts'
import type { WayFinder } from './way-finder.ts'

export type FleetNumbers = Readonly<Record<VehicleKind, number>>

export const countyFleet: FleetNumbers = {
  clinicVehicle: 4,
  supplyVehicle: 23,
  multiServiceVehicle: 155,
  mealVehicle: 4,
  bathVehicle: 3,
  cultureVehicle: 2,
  schoolBus: 8,
  bus: 18,
  postBus: 9,
  marketingVehicle: 5,
}

/** 1,394 vehicles over nine counties, 64 clinic vehicles and 203 mobile shops among them. */
export const cityFleet: FleetNumbers = {
  clinicVehicle: 64,
  supplyVehicle: 203,
  multiServiceVehicle: 880,
  mealVehicle: 36,
  bathVehicle: 27,
  cultureVehicle: 18,
  schoolBus: 45,
  bus: 72,
  postBus: 32,
  marketingVehicle: 17,
}

interface Make {
  word: string
  prefix: string
  /** Facility kinds where such vehicles are kept. */
  depot: readonly Facility['kind'][]
  widthM: number
  weightT: number
  seats: number
  shiftHours: number
  earliestHour: number
  setupMinutes: number
  stations: number
  crew: number
  perKmYuan: number
  perDayYuan: number
  perYearYuan: number
  fund: string
}

/** Two sizes only, a van of 1.9 m and 3.5 t and a bus of 2.2 m and 6.5 t: each size is a travel table of its own. */
const makes: Readonly<Record<VehicleKind, Make>> = {
  clinicVehicle: {
    word: '流动医院车',
    prefix: 'MC',
    depot: ['townshipHealthCentre'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 5,
    shiftHours: 8,
    earliestHour: 8,
    setupMinutes: 20,
    stations: 3,
    crew: 4,
    perKmYuan: 1.6,
    perDayYuan: 260,
    perYearYuan: 38_000,
    fund: 'health',
  },
  supplyVehicle: {
    word: '流动供销车',
    prefix: 'SU',
    depot: ['postStation'],
    widthM: 1.9,
    weightT: 3.5,
    seats: 2,
    shiftHours: 9,
    earliestHour: 7,
    setupMinutes: 5,
    stations: 1,
    crew: 1,
    perKmYuan: 1.2,
    perDayYuan: 60,
    perYearYuan: 12_000,
    fund: 'supply',
  },
  multiServiceVehicle: {
    word: '便民共富车',
    prefix: 'MS',
    depot: ['convenienceCentre'],
    widthM: 1.9,
    weightT: 3.5,
    seats: 5,
    shiftHours: 5,
    earliestHour: 8,
    setupMinutes: 10,
    stations: 1,
    crew: 1,
    perKmYuan: 0.9,
    perDayYuan: 20,
    perYearYuan: 6_000,
    fund: 'general',
  },
  mealVehicle: {
    word: '流动助餐车',
    prefix: 'ME',
    depot: ['elderHub'],
    widthM: 1.9,
    weightT: 3.5,
    seats: 2,
    shiftHours: 5,
    earliestHour: 9,
    setupMinutes: 5,
    stations: 1,
    crew: 1,
    perKmYuan: 1,
    perDayYuan: 40,
    perYearYuan: 9_000,
    fund: 'eldercare',
  },
  bathVehicle: {
    word: '流动助浴车',
    prefix: 'BA',
    depot: ['elderHub'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 3,
    shiftHours: 8,
    earliestHour: 8,
    setupMinutes: 20,
    stations: 1,
    crew: 3,
    perKmYuan: 1.5,
    perDayYuan: 120,
    perYearYuan: 24_000,
    fund: 'eldercare',
  },
  cultureVehicle: {
    word: '流动文化车',
    prefix: 'CU',
    depot: ['trainingBase'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 3,
    shiftHours: 9,
    earliestHour: 12,
    setupMinutes: 40,
    stations: 1,
    crew: 2,
    perKmYuan: 1.8,
    perDayYuan: 160,
    perYearYuan: 22_000,
    fund: 'general',
  },
  schoolBus: {
    word: '校车',
    prefix: 'SB',
    depot: ['primarySchool'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 30,
    shiftHours: 8,
    earliestHour: 6,
    setupMinutes: 2,
    stations: 1,
    crew: 2,
    perKmYuan: 1.7,
    perDayYuan: 90,
    perYearYuan: 26_000,
    fund: 'education',
  },
  bus: {
    word: '农村客运班车',
    prefix: 'BU',
    depot: ['postStation'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 19,
    shiftHours: 10,
    earliestHour: 6,
    setupMinutes: 1,
    stations: 1,
    crew: 1,
    perKmYuan: 1.6,
    perDayYuan: 80,
    perYearYuan: 30_000,
    fund: 'transport',
  },
  postBus: {
    word: '客货邮班车',
    prefix: 'PB',
    depot: ['postStation'],
    widthM: 2.2,
    weightT: 6.5,
    seats: 15,
    shiftHours: 9,
    earliestHour: 7,
    setupMinutes: 4,
    stations: 1,
    crew: 1,
    perKmYuan: 1.6,
    perDayYuan: 80,
    perYearYuan: 30_000,
    fund: 'transport',
  },
  marketingVehicle: {
    word: '助销车',
    prefix: 'MK',
    depot: ['postStation'],
    widthM: 1.9,
    weightT: 3.5,
    seats: 2,
    shiftHours: 8,
    earliestHour: 7,
    setupMinutes: 10,
    stations: 1,
    crew: 1,
    perKmYuan: 1.2,
    perDayYuan: 60,
    perYearYuan: 12_000,
    fund: 'supply',
  },
}

interface FleetPlace {
  code6: string
  facilities: readonly Facility[]
  /** Villages that depend on the clinic vehicles. */
  dependent: readonly VillageRecord[]
  /** Cell of a facility's village. */
  cellOf: (facility: Facility) => number
  find: WayFinder
}

/** Every vehicle with its home: clinic vehicles where the way to the villages is shortest, others in turn over the townships. */
export function fleetOf(
  place: FleetPlace,
  numbers: FleetNumbers,
  inspectionUntil: PlainDate,
  random: Random,
): Vehicle[] {
  const draw = random.fork(`fleet ${place.code6}`)
  const kinds = Object.keys(makes) as VehicleKind[]
  return kinds.flatMap((kind) => {
    const make = makes[kind]
    const depots =
      kind === 'clinicVehicle'
        ? bestDepots(place, numbers[kind])
        : inTurn(place, make, numbers[kind])
    return depots.map((depot, k) => vehicle(kind, make, k + 1, depot, place, inspectionUntil, draw))
  })
}

function inTurn(place: FleetPlace, make: Make, count: number): string[] {
  const homes = place.facilities.filter((f) => f.state === 'open' && make.depot.includes(f.kind))
  return Array.from({ length: homes.length > 0 ? count : 0 }, (_, k) => homes[k % homes.length]!.id)
}

/**
 * Depots from which the ways to the dependent villages are shortest in all (p-median): one after another where it helps
 * most, then exchanged while that helps (Teitz & Bart 1968).
 */
function bestDepots(place: FleetPlace, count: number): string[] {
  const homes = place.facilities.filter(
    (f) => f.state === 'open' && f.kind === 'townshipHealthCentre',
  )
  const ways = homes.map((home) => {
    const reach = place.find.from(place.cellOf(home), 70_000)
    return place.dependent.map((v) => Math.min(1e6, reach.metres(v.cell)))
  })
  const total = (depots: readonly number[]): number =>
    place.dependent.reduce((sum, _, v) => sum + Math.min(...depots.map((k) => ways[k]![v]!)), 0)
  const others = (chosen: readonly number[]) =>
    homes.map((_, k) => k).filter((k) => !chosen.includes(k))
  let chosen: number[] = []
  while (chosen.length < Math.min(count, homes.length)) {
    chosen.push(lowest(others(chosen), (k) => total([...chosen, k])))
  }
  for (let better = chosen.length > 0; better; ) {
    const swaps = chosen.flatMap((_, at) => others(chosen).map((k) => chosen.with(at, k)))
    const best = swaps.length > 0 ? lowest(swaps, total) : chosen
    better = total(best) < total(chosen)
    if (better) chosen = best
  }
  return chosen.map((k) => homes[k]!.id)
}

function vehicle(
  kind: VehicleKind,
  make: Make,
  number: number,
  depot: string,
  place: FleetPlace,
  inspectionUntil: PlainDate,
  draw: Random,
): Vehicle {
  return {
    id: `${make.prefix}-${place.code6}-${String(number).padStart(3, '0')}`,
    name: `${make.word}${number}号`,
    kind,
    depot,
    services: [],
    widthM: make.widthM,
    weightT: make.weightT,
    seats: make.seats,
    shiftSeconds: make.shiftHours * 3_600,
    earliest: make.earliestHour * 3_600,
    driveLimitSeconds: Math.min(6, make.shiftHours) * 3_600,
    setupSeconds: make.setupMinutes * 60,
    stations: make.stations,
    crew: make.crew,
    costPerKmFen: yuan(make.perKmYuan),
    costPerDayFen: yuan(make.perDayYuan),
    yearCostFen: yuan(make.perYearYuan + 500 * draw.below(5)),
    inspectionUntil,
    fund: make.fund,
    provenance: { method: 'generated' },
  }
}
