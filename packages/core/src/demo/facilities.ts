import type { FacilityKind } from '../catalogue/service.ts'
import type { Weekday } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import { yuan } from '../kernel/units.ts'
import type { Conversion, Facility, FacilityState } from '../resources/facility.ts'
import type { LngLat } from '../territory/settlement.ts'
import type { CountyRecord, TownshipRecord, VillageRecord } from './register.ts'
import { siteKinds } from './site-kinds.ts'

/** How many sites of the kinds that not every village or township has. */
export interface SiteNumbers {
  primarySchools: number
  juniorSchools: number
  kindergartens: number
  nurseries: number
  hubs: number
  homes: number
  meals: number
  dayCares: number
  shops: number
  vacantSchools: number
  plannedClinics: number
}

export const countySites: SiteNumbers = {
  primarySchools: 12,
  juniorSchools: 4,
  kindergartens: 14,
  nurseries: 5,
  hubs: 6,
  homes: 4,
  meals: 60,
  dayCares: 12,
  shops: 38,
  vacantSchools: 10,
  plannedClinics: 16,
}

/** For one of the nine counties of a city. */
export const citySites: SiteNumbers = {
  primarySchools: 22,
  juniorSchools: 9,
  kindergartens: 26,
  nurseries: 9,
  hubs: 10,
  homes: 7,
  meals: 90,
  dayCares: 20,
  shops: 50,
  vacantSchools: 8,
  plannedClinics: 12,
}

/** All buildings of a county: open, vacant and planned. Clinics stand in every village that is not remote. */
export function facilitiesOf(
  county: CountyRecord,
  numbers: SiteNumbers,
  random: Random,
): Facility[] {
  const draw = random.fork(`facilities ${county.code}`)
  const villages = county.townships.flatMap((t) => t.villages)
  const bySize = [...villages].sort(
    (a, b) => b.residents - a.residents || a.code.localeCompare(b.code),
  )
  const rural = bySize.filter((v) => v.kind !== 'street')
  const seats = county.townships.map((t) => t.villages[0]!)
  const towns = county.townships.filter((t) => t.spec.kind !== 'township')
  return [
    ...countyWide(county, draw),
    ...county.townships.flatMap((t) => townshipWide(t, draw)),
    ...everyVillage(villages, draw),
    ...schools(bySize, seats, numbers, draw),
    ...elderCare(towns, seats, bySize, rural, numbers, draw),
    ...some('cooperativeShop', rural, numbers.shops, draw),
    ...vacantSchools(seats, rural, numbers.vacantSchools, draw),
    ...plannedClinics(villages, numbers.plannedClinics, draw),
  ]
}

const weekdays = (days: number) =>
  Array.from({ length: days }, (_, k) => ({
    weekday: (k + 1) as Weekday,
    from: '08:00',
    to: '16:30',
  }))

/** A house near the middle of the place, within some 130 m. */
const near = (at: LngLat, draw: Random): LngLat => [
  Math.round((at[0] + draw.between(-0.0009, 0.0009)) * 1e6) / 1e6,
  Math.round((at[1] + draw.between(-0.0008, 0.0008)) * 1e6) / 1e6,
]

interface Extra {
  id?: string
  state?: FacilityState
  name?: { zh: string; en: string }
  yearYuan?: number
  more?: Partial<Facility>
}

export function site(
  kind: FacilityKind,
  village: VillageRecord,
  draw: Random,
  { id, state = 'open', name, yearYuan, more = {} }: Extra = {},
): Facility {
  const facts = siteKinds[kind]
  const open = state === 'open'
  const place = name ?? {
    zh: `${village.name.zh}${facts.word.zh}`,
    en: `${village.name.en} ${facts.word.en}`,
  }
  return {
    id: id ?? `${facts.prefix}-${village.code}`,
    name: place.zh,
    nameEn: place.en,
    kind,
    state,
    division: village.code,
    at: near(village.at, draw),
    services: [],
    capacityYear: {},
    opening: open ? weekdays(facts.sevenDays ? 7 : 5) : [],
    yearCostFen: open ? yuan(yearYuan ?? facts.yearYuan) : 0,
    staffHoursYear: 0,
    conversions: [],
    unfit: [],
    provenance: { method: 'generated' },
    ...more,
  }
}

const called = (at: { name: { zh: string; en: string } }, kind: FacilityKind) => ({
  zh: `${at.name.zh}${siteKinds[kind].word.zh}`,
  en: `${at.name.en} ${siteKinds[kind].word.en}`,
})

function countyWide(county: CountyRecord, draw: Random): Facility[] {
  const seat = county.townships[0]!.villages[0]!
  const named = { name: { zh: county.spec.name, en: county.spec.nameEn } }
  const one = (kind: FacilityKind, id: string, more: Extra = {}) =>
    site(kind, seat, draw, { id: `${id}-${county.spec.code6}`, name: called(named, kind), ...more })
  return [
    one('countyHospital', 'HOS1', {
      name: { zh: `${county.spec.name}人民医院`, en: `${county.spec.nameEn} People's Hospital` },
    }),
    one('countyHospital', 'HOS2', {
      name: {
        zh: `${county.spec.name}中医院`,
        en: `${county.spec.nameEn} Chinese Medicine Hospital`,
      },
      yearYuan: 7_000_000,
    }),
    one('vocationalSchool', 'VOC'),
    one('trainingBase', 'TRA'),
    one('jobCentre', 'JOB'),
    one('disabilityCentre', 'DIS'),
    one('resettlementEstate', 'EST'),
  ]
}

const townshipWide = (township: TownshipRecord, draw: Random): Facility[] => {
  const seat = township.villages[0]!
  const kinds = ['townshipHealthCentre', 'convenienceCentre', 'postStation'] as const
  const size = Math.max(0.6, Math.sqrt(township.spec.residents / 3_000))
  return kinds.map((kind) =>
    site(kind, seat, draw, {
      id: `${siteKinds[kind].prefix}-${township.code.slice(0, 9)}`,
      name: called(township, kind),
      yearYuan: Math.round(siteKinds[kind].yearYuan * size),
    }),
  )
}

function everyVillage(villages: readonly VillageRecord[], draw: Random): Facility[] {
  return villages.flatMap((village) => {
    const own: Facility[] = []
    const first = village.township.villages[0] === village
    if (village.kind !== 'remote' && !first) own.push(site('villageClinic', village, draw))
    if (village.kind !== 'remote' || draw.next() < 0.82) {
      own.push(site('servicePoint', village, draw))
    }
    if (village.kind !== 'remote' || draw.next() < 0.6) own.push(site('cultureHall', village, draw))
    if (village.kind !== 'remote' || draw.next() < 0.75) {
      own.push(site('fitnessGround', village, draw))
    }
    return own
  })
}

const some = (
  kind: FacilityKind,
  villages: readonly VillageRecord[],
  count: number,
  draw: Random,
): Facility[] => villages.slice(0, count).map((village) => site(kind, village, draw))

function schools(
  bySize: readonly VillageRecord[],
  seats: readonly VillageRecord[],
  numbers: SiteNumbers,
  draw: Random,
): Facility[] {
  const streets = bySize.filter((v) => v.kind === 'street')
  const rural = seats
    .filter((v) => v.kind !== 'street')
    .sort(
      (a, b) =>
        b.township.spec.residents - a.township.spec.residents || a.code.localeCompare(b.code),
    )
  const urban = Math.round(numbers.primarySchools * 0.3)
  const primary = [...streets.slice(0, urban), ...rural].slice(0, numbers.primarySchools)
  const small = numbers.primarySchools - Math.round(numbers.primarySchools * 0.42)
  const places = primary.map((_, k) =>
    k < urban ? 1_500 - 100 * k : k < small ? 420 - 40 * (k - urban) : 92 - 9 * (k - small),
  )
  return [
    ...primary.map((v, k) =>
      site('primarySchool', v, draw, {
        yearYuan: 90_000 + 700 * places[k]!,
        more: { capacityYear: { 'EDU-01': Math.max(38, places[k]!) } },
      }),
    ),
    ...some('juniorSchool', [...streets.slice(0, 2), ...rural], numbers.juniorSchools, draw),
    ...some('kindergarten', [...streets.slice(0, 5), ...rural], numbers.kindergartens, draw),
    ...some('nursery', [...streets.slice(0, 3), ...rural], numbers.nurseries, draw),
  ]
}

function elderCare(
  towns: readonly TownshipRecord[],
  seats: readonly VillageRecord[],
  bySize: readonly VillageRecord[],
  rural: readonly VillageRecord[],
  numbers: SiteNumbers,
  draw: Random,
): Facility[] {
  const centres = [...towns.map((t) => t.villages[0]!), ...seats]
  const unique = centres.filter((v, k) => centres.indexOf(v) === k)
  const beds = 600
  return [
    ...some('elderHub', unique, numbers.hubs, draw).map((hub) => ({ ...hub, beds: 30 })),
    ...some('nursingHome', unique, numbers.homes, draw).map((home) => ({
      ...home,
      beds: beds / 4,
    })),
    ...some(
      'mealPoint',
      [...bySize.slice(0, 15), ...rural].filter((v, k, all) => all.indexOf(v) === k),
      numbers.meals,
      draw,
    ),
    ...some('dayCare', rural, numbers.dayCares, draw),
  ]
}

const conversion = (
  toKind: FacilityKind,
  capitalYuan: number,
  yearYuan: number,
  hours: number,
): Conversion => ({
  toKind,
  capitalFen: yuan(capitalYuan),
  yearCostFen: yuan(yearYuan),
  lifeYears: 20,
  staffHoursYear: hours,
  fund: 'capital',
})

/** Schools that closed. The first stands in the middle of the largest town and is unsafe: it must be refused. */
function vacantSchools(
  seats: readonly VillageRecord[],
  rural: readonly VillageRecord[],
  count: number,
  draw: Random,
): Facility[] {
  const central = seats
    .filter((v) => v.kind === 'seat')
    .sort((a, b) => b.residents - a.residents || a.code.localeCompare(b.code))[0]!
  const others = draw.shuffle(rural.filter((v) => v !== central && v.kind === 'near'))
  return [central, ...others].slice(0, count).map((village, k) =>
    site('primarySchool', village, draw, {
      id: `VAC-${village.code}`,
      state: 'vacant',
      name: {
        zh: `${village.name.zh}原小学校舍`,
        en: `Former primary school of ${village.name.en}`,
      },
      more: {
        conversions: [
          conversion('dayCare', 220_000 + 20_000 * draw.below(5), 70_000, 3_600),
          conversion('elderHub', 600_000 + 50_000 * draw.below(9), 150_000, 8_000),
          conversion('mealPoint', 60_000 + 10_000 * draw.below(4), 22_000, 1_400),
        ],
        unfit: k === 0 ? ['unsafe structure, class D 房屋安全鉴定D级'] : [],
      },
    }),
  )
}

/** Villages without a clinic where one could be set up. */
function plannedClinics(
  villages: readonly VillageRecord[],
  count: number,
  draw: Random,
): Facility[] {
  return draw
    .shuffle(villages.filter((v) => v.kind === 'remote'))
    .slice(0, count)
    .sort((a, b) => a.code.localeCompare(b.code))
    .map((village) =>
      site('villageClinic', village, draw, {
        state: 'planned',
        more: {
          conversions: [
            conversion('villageClinic', 120_000 + 10_000 * draw.below(7), 30_000, 1_840),
          ],
        },
      }),
    )
}
