import { doorstepPlaces } from './doorstep-places.ts'
import { fullWeek, staffAdded } from './more-staff.ts'
import { nearestVehicles } from './near-fleet.ts'
import { type Probe, steps, type Trial } from './probe.ts'

/** More hours a week of staff where a vehicle of the service stands, or from where staff could be sent to the door. */
export const staffHours: Probe = {
  kind: 'staff-hours',
  trials: (question) => {
    const listed = new Set(question.world.input.county.staff.map((s) => s.employer))
    const depots = nearestVehicles(question).map(({ vehicle }) => ({
      place: vehicle.depot,
      people: vehicle.crew,
    }))
    const doors = doorstepPlaces(question).map((place) => ({ place, people: 1 }))
    return [...depots, ...doors]
      .filter(({ place }) => listed.has(place))
      .map(
        ({ place, people }): Trial => ({
          what: { place, people },
          unit: 'hoursWeek',
          amounts: steps(fullWeek, 1),
          changes: (hours) => staffAdded(place, people, hours),
        }),
      )
  },
}
