import { isWithin } from '../../kernel/calendar.ts'
import type { Experiment, Recorded } from '../../plan/experiment.ts'
import type { Plan } from '../../plan/plan.ts'

/** Visits and person-times of one settlement and service over the days of a trial. */
export interface Happened {
  visits: number
  personTimes: number
}

/** What a plan said would happen beside what did; null where nothing was recorded. */
export interface ForecastLine {
  settlement: string
  service: string
  forecast: Happened
  recorded: Happened | null
  /** Recorded less forecast; null where nothing was recorded. */
  difference: Happened | null
}

/**
 * Person-times of a visit are expected for all its services together; those of one service are its even share, and of
 * one settlement the share of the people whom the stop serves.
 */
function forecastOf(experiment: Experiment, plan: Plan): Map<string, Happened> {
  const stops = new Map(plan.stops.map((s) => [s.id, s]))
  const steered = plan.assignments.filter((a) => a.chosen !== true)
  const people = new Map(steered.map((a) => [`${a.settlement} ${a.service}`, a.people]))
  const sums = new Map<string, Happened>()
  for (const tour of plan.tours) {
    if (!isWithin(tour.date, experiment.range)) continue
    for (const visit of tour.visits) {
      const served = [...new Set(stops.get(visit.stop)?.serves.map((s) => s.settlement))]
      for (const service of visit.services) {
        const shares = served.map((s) => people.get(`${s} ${service}`) ?? 0)
        const all = shares.reduce((a, b) => a + b, 0)
        served.forEach((settlement, k) => {
          const key = `${settlement} ${service}`
          const sum = sums.get(key) ?? { visits: 0, personTimes: 0 }
          sum.visits += 1
          if (all > 0)
            sum.personTimes += (visit.personTimes / visit.services.length) * (shares[k]! / all)
          sums.set(key, sum)
        })
      }
    }
  }
  return sums
}

function recordedOf(rows: readonly Recorded[]): Map<string, Happened> {
  const sums = new Map<string, Happened>()
  for (const { settlement, service, visits, personTimes } of rows) {
    const key = `${settlement} ${service}`
    const sum = sums.get(key) ?? { visits: 0, personTimes: 0 }
    sums.set(key, { visits: sum.visits + visits, personTimes: sum.personTimes + personTimes })
  }
  return sums
}

/** A trial's forecast, from the plan it was decided on, beside what was recorded; settlement by settlement and service. */
export function forecastBeside(experiment: Experiment, plan: Plan): ForecastLine[] {
  const [forecast, recorded] = [forecastOf(experiment, plan), recordedOf(experiment.recorded)]
  return [...experiment.where].sort().flatMap((settlement) =>
    [...experiment.services].sort().map((service): ForecastLine => {
      const key = `${settlement} ${service}`
      const said = forecast.get(key) ?? { visits: 0, personTimes: 0 }
      const was = recorded.get(key) ?? null
      const difference = was && {
        visits: was.visits - said.visits,
        personTimes: was.personTimes - said.personTimes,
      }
      return { settlement, service, forecast: said, recorded: was, difference }
    }),
  )
}
