/** Figures of one run, told to `scripts/bench.ts` as JSON on the last line. */
export type Figures = Record<string, number>

/** Peak memory of this process, megabytes. */
export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** Processor time of this process and its threads so far, seconds. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export const secondsSince = (started: number): number =>
  Math.round((performance.now() - started) / 10) / 100

export const tell = (figures: Figures): void => {
  console.log(JSON.stringify(figures))
}
