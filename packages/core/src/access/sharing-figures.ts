import type { StaffMember } from '../resources/staff.ts'
import { villageOf } from '../territory/settlement.ts'
import {
  type AllocationDifference,
  differenceToRegistered,
  type Move,
  type PerHead,
  perHeadOf,
  suggestMove,
} from './allocation.ts'
import type { CountyGround } from './county-ground.ts'
import { countyLastMile } from './county-last-mile.ts'
import { type LastMileProposal, lastMileBreaches } from './last-mile.ts'
import { vehicleCoverage } from './vehicle-coverage.ts'
import { staffHoldings, villageClaims } from './village-claims.ts'
import { comingOntoList, type VillageOnList, villagesToVisit } from './village-selection.ts'

/** Posts that treat people: what is shared out among places. */
const clinicalPosts = [
  'doctor',
  'nurse',
  'villageDoctor',
] as const satisfies readonly StaffMember['post'][]

/** One total shared out among villages, by those who live there and by those registered there. */
export interface Sharing {
  /** `clinicStaff`: people of clinical posts outside hospitals. `visits`: vehicle visits of the horizon. */
  what: 'clinicStaff' | 'visits'
  total: number
  remoteWeight: number
  /** Villages, largest gain first. */
  villages: AllocationDifference[]
  /** Units that go elsewhere when residents are counted: half the sum of the differences. */
  moved: number
}

export interface SharingFigures {
  sharings: Sharing[]
  /** Clinical staff outside hospitals by township, fewest a head first, and the move that evens it out most. */
  townships: PerHead[]
  move: Move | null
}

/** Staff and visits shared out by permanent against registered population (A110). */
export function sharingFigures(ground: CountyGround): SharingFigures {
  const { county, supply, remote } = ground
  const hospitals = new Set(
    county.facilities.filter((f) => f.kind === 'countyHospital').map((f) => f.id),
  )
  const posts: readonly string[] = clinicalPosts
  const staff = county.staff.filter((s) => posts.includes(s.post) && !hospitals.has(s.employer))
  const visits = new Set(
    supply.offers.flatMap((o) =>
      o.mode === 'vehicle' ? (o.dates ?? []).map((d) => `${o.kind} ${o.place} ${d}`) : [],
    ),
  )
  const claims = villageClaims(county, remote)
  const { remoteWeight } = county.settings
  const sharing = (what: Sharing['what'], total: number): Sharing => {
    const villages = differenceToRegistered(total, claims, remoteWeight)
    const moved = villages.reduce((sum, v) => sum + Math.max(0, v.difference), 0)
    return { what, total, remoteWeight, villages, moved }
  }
  const holdings = staffHoldings({ ...county, staff }, posts)
  return {
    sharings: [sharing('clinicStaff', staff.length), sharing('visits', visits.size)],
    townships: perHeadOf(holdings),
    move: suggestMove(holdings),
  }
}

/** The last mile of one service: who walks farther than the limit, and who of them walks badly with no call planned. */
export interface LastMileFigures {
  service: string
  limitMinutes: number
  people: number
  /** Residents whose nearest stop or site on foot is beyond the limit. */
  beyondPeople: number
  breaches: {
    settlement: string
    name: string
    people: number
    limited: number
    minutes: number | null
    proposal: LastMileProposal
  }[]
}

/** The last mile of every service in scope that comes by vehicle or to the door. */
export const lastMileFigures = ({
  county,
  travel,
  supply,
  services,
}: Pick<CountyGround, 'county' | 'travel' | 'supply' | 'services'>): LastMileFigures[] =>
  services
    .filter((s) => s.vehicleKinds.length + s.doorstepKinds.length > 0)
    .map(({ service, floors }) => {
      const walk = floors.find((f) => f.metric === 'maxWalkMin')?.value
      const { limitMinutes, miles, beyond } = countyLastMile(
        county,
        travel.base,
        supply,
        service,
        ...(walk === undefined ? [] : [walk]),
      )
      return {
        service: service.id,
        limitMinutes,
        people: miles.reduce((sum, m) => sum + m.people, 0),
        beyondPeople: beyond.reduce((sum, b) => sum + b.people, 0),
        breaches: lastMileBreaches(beyond).map(
          ({ settlement, name, people, limited, minutes, proposal }) => ({
            settlement,
            name,
            people,
            limited,
            minutes,
            proposal,
          }),
        ),
      }
    })

export interface VillageFigures {
  year: number
  doctorAge: number
  toVisit: VillageOnList[]
  /** Villages that come onto the list in the following year. */
  coming: VillageOnList[]
  /** By kind of vehicle: villages with the visits that floors want, and those without, by code. */
  vehicles: {
    kind: string
    villages: number
    met: number
    share: number
    /** Visits wanted in the horizon; 0 where no floor asks for any. */
    wanted: number
    /** Villages without those visits: how many a site serves all the same, and those that nothing serves, by code. */
    servedOtherwise: number
    unserved: { village: string; visits: number }[]
  }[]
}

/** Villages that vehicles go to by rule, this year and next, and whether they come as often as floors want (A59, A63). */
export function villageFigures(ground: CountyGround): VillageFigures {
  const { county, catalogue, measurement, supply, horizonDays } = ground
  const year = Number(measurement.asOf.slice(0, 4))
  const { rows, shares } = vehicleCoverage(
    county.settlements,
    catalogue.services,
    measurement.floors,
    supply,
    horizonDays,
  )
  return {
    year,
    doctorAge: county.settings.doctorAgeLimit,
    toVisit: villagesToVisit(county, year),
    coming: comingOntoList(county, year, 1)[0]?.villages ?? [],
    vehicles: shares.map((share) => {
      const own = rows.filter((r) => r.kind === share.kind)
      const without = own.filter((r) => !r.met)
      const missed = missedIn(share.kind, ground)
      const unserved = without
        .filter((r) => missed.has(r.village))
        .map(({ village, visits }) => ({ village, visits }))
      const wanted = own[0]?.wanted ?? 0
      return { ...share, wanted, servedOtherwise: without.length - unserved.length, unserved }
    }),
  }
}

/** Villages where a service that this kind of vehicle brings misses its floor of visits, the sites counted. */
function missedIn(kind: string, { county, measurement, services }: CountyGround): Set<string> {
  const brought = new Set(
    services.flatMap((s) =>
      s.vehicleKinds.some((k) => k === kind) &&
      s.floors.some((f) => f.metric === 'minVisitsPerVillageYear')
        ? [s.service.id]
        : [],
    ),
  )
  const villages = new Map(county.settlements.map((s) => [s.id, villageOf(s)]))
  return new Set(
    measurement.cells.flatMap((c) =>
      brought.has(c.service) && c.missing.some((m) => m.metric === 'minVisitsPerVillageYear')
        ? [villages.get(c.settlement) ?? c.settlement]
        : [],
    ),
  )
}
