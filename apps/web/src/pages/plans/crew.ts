import type { ExpertDay } from '@kuashan/core/plan/expert-work.ts'
import type { Plan, Tour } from '@kuashan/core/plan/plan.ts'
import { isPresent } from '@kuashan/core/resources/readiness.ts'
import type { StaffMember } from '@kuashan/core/resources/staff.ts'
import type { Vehicle } from '@kuashan/core/resources/vehicle.ts'

type Colleague = Omit<StaffMember, 'birthYear'>

/** Who goes out with a vehicle on a day, as far as the data say it. */
export interface Crew {
  /** How many go; null where the vehicle is no longer known. */
  size: number | null
  /** Where they start from. */
  depot: string | null
  /** Specialists that the plan sends along, each with the visits they are for. */
  experts: { staff: string; post: Colleague['post'] | null; stops: string[] }[]
  /** Who is employed there and on duty that day: the crew is made up of them. */
  onDuty: { id: string; post: Colleague['post'] }[]
}

export function crewOf(
  tour: Pick<Tour, 'vehicle' | 'date' | 'visits'>,
  { experts }: Pick<Plan, 'experts'>,
  vehicles: readonly Pick<Vehicle, 'id' | 'crew' | 'depot'>[],
  staff: readonly Colleague[],
): Crew {
  const vehicle = vehicles.find(({ id }) => id === tour.vehicle)
  const visits = new Set(tour.visits.map(({ id }) => id))
  const sent = (experts?.days ?? []).filter((day) => visits.has(day.visit))
  const postOf = (id: string) => staff.find((member) => member.id === id)?.post ?? null
  return {
    size: vehicle?.crew ?? null,
    depot: vehicle?.depot ?? null,
    experts: [...groupByStaff(sent)].map(([id, stops]) => ({ staff: id, post: postOf(id), stops })),
    onDuty: staff
      .filter((member) => member.employer === vehicle?.depot && isPresent(member, tour.date))
      .map(({ id, post }) => ({ id, post })),
  }
}

function groupByStaff(days: readonly ExpertDay[]): Map<string, string[]> {
  const stops = new Map<string, string[]>()
  for (const { staff, stop } of days) stops.set(staff, [...(stops.get(staff) ?? []), stop])
  return stops
}
