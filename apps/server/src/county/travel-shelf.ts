import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash } from '@kuashan/engine/data-hash.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'

/** The year’s travel of the data last asked for: tables are large, so one county at a time is kept. */
export interface TravelShelf {
  kept: { hash: string; travel: Promise<{ travel: YearTravel; findings: Finding[] }> } | null
}

/** Travel by the data as they are now; found once for the same data. */
export function travelOf(
  shelf: TravelShelf,
  input: CountyInput,
  workers: number,
): Promise<{ travel: YearTravel; findings: Finding[] }> {
  const hash = dataHash(input)
  if (shelf.kept?.hash === hash) return shelf.kept.travel
  const travel = yearTravel(input, { workers })
  shelf.kept = { hash, travel }
  travel.catch(() => {
    if (shelf.kept?.hash === hash) shelf.kept = null
  })
  return travel
}
