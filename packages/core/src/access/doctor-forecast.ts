import type { Change } from '../plan/change.ts'
import type { County } from '../plan/county.ts'
import type { StaffMember } from '../resources/staff.ts'
import { metresBetween } from '../territory/earth.ts'
import {
  comingOntoList,
  usualVillageRule,
  type VillageOnList,
  villagesToVisit,
} from './village-selection.ts'

/** A way to go on serving a village whose doctors leave, as changes of a scenario. */
export interface Replacement {
  by: 'person' | 'sharing' | 'tour'
  changes: Change[]
}

/** A village that loses its last doctor in a year. */
export interface LosingDoctor {
  year: number
  village: VillageOnList
  replacements: Replacement[]
}

/** Someone new at the same clinic, with the hours of the one who leaves. */
function byPerson(leaving: StaffMember, county: County): Replacement {
  const taken = new Set(county.staff.map((s) => s.id))
  let number = 1
  while (taken.has(`${leaving.id}+${number}`)) number++
  const { birthYear: _, retiresOn: __, away: ___, ...post } = leaving
  const member: StaffMember = {
    ...post,
    id: `${leaving.id}+${number}`,
    provenance: { method: 'entered', note: `follows ${leaving.id}` },
  }
  return { by: 'person', changes: [{ do: 'add-staff', member }] }
}

/** A doctor of the nearest village that keeps another one. */
function bySharing(leaving: StaffMember, county: County, year: number): Replacement | null {
  const clinics = new Map(county.facilities.map((f) => [f.id, f]))
  const home = clinics.get(leaving.employer)?.at ?? null
  if (home === null) return null
  const { doctorAge } = usualVillageRule(county)
  const stays = (s: StaffMember) =>
    (s.birthYear === undefined || year - s.birthYear < doctorAge) &&
    (s.retiresOn === undefined || Number(s.retiresOn.slice(0, 4)) > year)
  const staying = county.staff.filter((s) => s.post === 'villageDoctor' && stays(s))
  const byClinic = Map.groupBy(staying, (s) => s.employer)
  const able = [...byClinic]
    .filter(([id, doctors]) => id !== leaving.employer && doctors.length > 1)
    .flatMap(([id, doctors]) => {
      const at = clinics.get(id)?.at ?? null
      return at === null ? [] : [{ doctor: doctors.at(-1)!, metres: metresBetween(home, at) }]
    })
    .sort((a, b) => a.metres - b.metres)
  const [nearest] = able
  if (nearest === undefined) return null
  return {
    by: 'sharing',
    changes: [{ do: 'move-staff', staff: nearest.doctor.id, to: leaving.employer }],
  }
}

/** The clinic closes and the village is a vehicle's: possible where the county has a vehicle of the kind. */
function byTour(clinic: string, county: County): Replacement | null {
  const open = county.facilities.some((f) => f.id === clinic && f.state === 'open')
  return open && county.vehicles.some((v) => v.kind === 'clinicVehicle')
    ? { by: 'tour', changes: [{ do: 'close-site', facility: clinic }] }
    : null
}

/**
 * Which villages lose their last doctor in which of the coming years, by the ages and retirement dates of those in post
 * today, with what could be done: someone new, a doctor shared by the nearest village that has two, or a tour.
 */
export function doctorForecast(county: County, fromYear: number, years: number): LosingDoctor[] {
  const staff = new Map(county.staff.map((s) => [s.id, s]))
  const first = { year: fromYear, villages: villagesToVisit(county, fromYear) }
  return [first, ...comingOntoList(county, fromYear, years)].flatMap(({ year, villages }) =>
    villages
      .filter((v) => v.doctorsPastAge)
      .map((village) => {
        const leaving = staff.get(village.doctors[0]!.staff)!
        const ways = [
          byPerson(leaving, county),
          bySharing(leaving, county, year),
          byTour(leaving.employer, county),
        ]
        return { year, village, replacements: ways.flatMap((w) => w ?? []) }
      }),
  )
}
