import { apportion } from '../kernel/apportion.ts'
import type { Random } from '../kernel/random.ts'
import type { AgeBand } from '../territory/settlement.ts'
import type { CountySite, TownshipSite, VillageSite } from './places.ts'

/** What becomes of a village: it decides ages, and how many of the registered still live there. */
export type VillageKind = 'street' | 'seat' | 'near' | 'remote'

export interface VillagePeople {
  site: VillageSite
  township: TownshipSite
  kind: VillageKind
  residents: number
  registered: number
  /** Residents of the centre and the natural villages, in the order of the site. */
  bySettlement: number[]
  /** Share of residents aged 60 and over. */
  elderShare: number
}

/** Residents of a county by village. `remoteVillages` is how many of the smallest have no clinic and few young people. */
export function populate(
  county: CountySite,
  remoteVillages: number,
  random: Random,
): VillagePeople[] {
  const draw = random.fork(`people ${county.spec.code6}`)
  const villages = county.townships.flatMap((township) => spreadTownship(township, draw))
  const small = villages
    .filter((v) => v.kind === 'near')
    .sort((a, b) => a.residents - b.residents || a.site.cell - b.site.cell)
    .slice(0, remoteVillages)
  for (const village of small) village.kind = 'remote'
  for (const village of villages) {
    village.registered = Math.round(village.residents / residentShare(village.kind, draw))
    village.elderShare = elderShare(village.kind, draw)
  }
  balanceElders(villages)
  return villages
}

function spreadTownship(township: TownshipSite, draw: Random): VillagePeople[] {
  const { kind, residents } = township.spec
  const weights = township.villages.map((_, k) => {
    const bumpy = Math.exp(0.5 * draw.normal())
    if (kind === 'street') return Math.exp(0.25 * draw.normal())
    const rest = township.villages.length - 1
    const seat = kind === 'town' ? 1.7 * rest : 1.25 * rest
    return k === 0 ? seat : bumpy
  })
  const least = 36
  const byVillage = apportion(weights, residents - least * weights.length)
  return township.villages.map((site, k) => {
    const people = byVillage[k]! + least
    return {
      site,
      township,
      kind: kind === 'street' ? 'street' : k === 0 ? 'seat' : 'near',
      residents: people,
      registered: 0,
      bySettlement: spreadVillage(site, people, draw),
      elderShare: 0,
    }
  })
}

/** The centre holds a third to half; natural villages fall off, the last ones have a handful of people. */
function spreadVillage(site: VillageSite, people: number, draw: Random): number[] {
  const count = site.hamlets.length + 1
  const weights = [0.9 + 0.5 * draw.next() + 0.08 * count]
  for (let k = 1; k < count; k++) weights.push((0.35 + 0.4 * draw.next()) / Math.sqrt(k))
  const least = Math.min(4, Math.floor(people / count))
  return apportion(weights, people - least * count).map((n) => n + least)
}

const residentShare = (kind: VillageKind, draw: Random): number => {
  if (kind === 'street') return draw.between(1, 1.15)
  if (kind === 'seat') return draw.between(0.52, 0.74)
  return kind === 'near' ? draw.between(0.34, 0.5) : draw.between(0.2, 0.4)
}

const elderShare = (kind: VillageKind, draw: Random): number => {
  if (kind === 'street') return draw.between(0.13, 0.15)
  if (kind === 'seat') return draw.between(0.24, 0.28)
  return kind === 'near' ? draw.between(0.34, 0.44) : draw.between(0.52, 0.74)
}

/** The county as a whole has a quarter aged 60 and over; the streets, where the young went, make up the difference. */
function balanceElders(villages: readonly VillagePeople[]): void {
  const total = villages.reduce((sum, v) => sum + v.residents, 0)
  const elders = villages.reduce((sum, v) => sum + v.residents * v.elderShare, 0)
  const streets = villages.filter((v) => v.kind === 'street')
  const young = streets.reduce((sum, v) => sum + v.residents * v.elderShare, 0)
  const factor = young > 0 ? (0.25 * total - elders + young) / young : 1
  for (const v of streets) v.elderShare *= Math.max(0.5, factor)
}

const bandStarts: readonly (readonly [from: number, to: number | null])[] = [
  [0, 2],
  [3, 5],
  [6, 11],
  [12, 14],
  [15, 17],
  [18, 34],
  [35, 59],
  [60, 64],
  [65, 69],
  [70, 79],
  [80, null],
]
/** Shares within those under 60 and within those of 60 and over. */
const young = [2.3, 3, 7, 3.5, 3.4, 21.5, 34.3] as const
const youngRemote = [0.5, 0.7, 1.6, 0.8, 0.7, 13, 57.7] as const
const old = [28, 26, 30, 16] as const

/** Bands of settlements in turn; what rounding takes from a band in one settlement it gives back in the next. */
export function ageBander(): (people: number, elderShare: number, kind: VillageKind) => AgeBand[] {
  const owed = new Float64Array(bandStarts.length)
  return (people, elders, kind) => {
    const base = kind === 'remote' ? youngRemote : young
    const sumYoung = base.reduce((a, b) => a + b, 0)
    const sumOld = old.reduce((a, b) => a + b, 0)
    const exact = [
      ...base.map((w) => (people * (1 - elders) * w) / sumYoung),
      ...old.map((w) => (people * elders * w) / sumOld),
    ]
    const wanted = exact.map((e, k) => Math.max(0, e + owed[k]!))
    const whole = apportion(wanted, people)
    for (let k = 0; k < owed.length; k++) owed[k]! += exact[k]! - whole[k]!
    return bandStarts.map(([from, to], k) => ({ from, to, people: whole[k]! }))
  }
}
