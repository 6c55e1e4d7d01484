/** One service at a stop: who is entitled there, how often, how long each takes. */
export interface LoadLine {
  people: number
  /** The floor of services a person and year; 0 where there is none. */
  servicesPerPersonYear: number
  /** Minutes a person; 5 where the channel says nothing. */
  minutesPerPerson: number | undefined
}

export interface VisitLoad {
  /** Person-times due at one visit. */
  personTimes: number
  /** Seconds for people, unfolding apart, one after the other: divide by the stations. */
  personSeconds: number
}

export const assumedMinutesPerPerson = 5
/** Share of the people entitled who come to one visit where no floor says how often. */
export const assumedUptakePerVisit = 0.12

/**
 * People due and the time they take at one visit (docs/methods/floors.md): people × n ÷ visits a year, or people ×
 * uptake for a service without a floor of n services a person and year.
 */
export function visitLoad(
  lines: readonly LoadLine[],
  visitsYear: number,
  uptake: number = assumedUptakePerVisit,
): VisitLoad {
  let personTimes = 0
  let personSeconds = 0
  for (const line of lines) {
    const n = line.servicesPerPersonYear
    const due = n > 0 ? (line.people * n) / visitsYear : line.people * uptake
    personTimes += due
    personSeconds += due * (line.minutesPerPerson ?? assumedMinutesPerPerson) * 60
  }
  return { personTimes, personSeconds }
}
