import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import type { FigureRecord } from '@kuashan/core/figures/figure.ts'
import { recordBook } from '@kuashan/core/figures/record-book.ts'
import { type RecordSource, recordSources } from '@kuashan/core/figures/sources.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { partOfCounty, partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { WorkPlace } from '../threads/work-place.ts'
import { travelOf } from './travel-shelf.ts'

/** Every source of a book, written up: what goes from one thread to another. */
export type WrittenBook = ReadonlyMap<RecordSource, readonly FigureRecord[] | null>

/** The records of today’s supply, or of a plan’s, measured as of a day in the part of a county that an area sees. */
export async function measuredBook(
  { travel: shelf, workers }: Pick<WorkPlace, 'travel' | 'workers'>,
  input: CountyInput,
  { asOf, area }: { asOf: PlainDate; area: string },
  whole: Plan | null,
): Promise<WrittenBook> {
  const { catalogue } = input
  const county = partOfCounty(input.county, area)
  const plan = whole && partOfPlan(whole, input.county, area)
  const { travel } = await travelOf(shelf, input, workers)
  const supply = plan ? supplyOfPlan(county, catalogue, plan) : supplyToday(county, catalogue)
  const measurement = measure({ county, catalogue, travel: travel.base, supply, asOf })
  const of = { county, catalogue, travel, supply, measurement }
  const book = recordBook(plan ? { ...of, plan } : of)
  const sources = Object.keys(recordSources) as RecordSource[]
  return new Map(sources.map((source) => [source, book(source)]))
}
