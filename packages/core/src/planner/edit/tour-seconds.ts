import type { PlainDate } from '../../kernel/calendar.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type EditState, staysOf } from './edit-state.ts'
import { timeTour } from './tour-clock.ts'

interface DayOut {
  vehicle: Vehicle
  date: PlainDate
  seconds: number
}

/** Every day out as it stands, with its length; one without a road counts as nothing. */
export function openSeconds(state: EditState): DayOut[] {
  const closed = [...state.tours.values()].flatMap((t): DayOut[] =>
    state.open.has(t.id)
      ? []
      : [{ vehicle: state.vehicles.get(t.vehicle)!, date: t.date, seconds: t.finish - t.depart }],
  )
  const open = [...state.open.values()].flatMap((t): DayOut[] => {
    if (t.visits.length === 0) return []
    const timed = timeTour(t, t.vehicle, staysOf(state, t), state.roads)
    const seconds = 'tour' in timed ? timed.tour.finish - timed.tour.depart : 0
    return [{ vehicle: t.vehicle, date: t.date, seconds }]
  })
  return [...closed, ...open]
}
