/**
 * A time of a route whose departure is still open: max(departure + `after`, `at`). Ways, services and openings keep this form,
 * and closings bound the departure from above, so that one moment stands for the earliest times of all departures at once.
 */
export interface Moment {
  after: number
  at: number
}

export const departure: Moment = { after: 0, at: -Infinity }

export const plus = ({ after, at }: Moment, time: number): Moment => ({
  after: after + time,
  at: at + time,
})

export const notBefore = ({ after, at }: Moment, open: number): Moment => ({
  after,
  at: Math.max(at, open),
})

export const laterOf = (a: Moment, b: Moment): Moment => ({
  after: Math.max(a.after, b.after),
  at: Math.max(a.at, b.at),
})

export const timeAt = ({ after, at }: Moment, depart: number): number =>
  Math.max(depart + after, at)
