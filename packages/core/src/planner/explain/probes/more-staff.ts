import type { Change } from '../../../plan/change.ts'
import type { StaffMember } from '../../../resources/staff.ts'

/** A full week, hours. */
export const fullWeek = 40

/** Further staff of a facility, by what they are called there; `hours` each a week. */
export const staffAdded = (employer: string, count: number, hours: number): Change[] =>
  Array.from({ length: count }, (_, k): Change => {
    const member: StaffMember = {
      id: `${employer}+${k + 1}`,
      post: 'other',
      skills: [],
      weeklyHours: hours,
      employer,
      costPerHourFen: 0,
      provenance: { method: 'entered', note: 'proposed by an explanation' },
    }
    return { do: 'add-staff', member }
  })
