/** n of some days, evenly, in order; all of them where there are no more. */
export const spreadDays = (days: readonly number[], n: number): number[] =>
  n >= days.length
    ? [...days]
    : Array.from({ length: n }, (_, k) => days[Math.floor(((k + 0.5) * days.length) / n)]!)
