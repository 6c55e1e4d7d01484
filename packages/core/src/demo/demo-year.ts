/** The year in which demo counties are looked at: its first day is `asOf`, its days are the horizon. */
export const demoYear = 2026
