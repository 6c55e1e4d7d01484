import { floorsOn } from '@kuashan/core/catalogue/floors.ts'
import type { RecordBook } from '@kuashan/core/figures/figure.ts'
import { bookOfMeasurement } from '@kuashan/core/figures/record-book.ts'
import type { ReportSide } from '@kuashan/core/figures/report.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { partOfCounty, settlementsIn } from '@kuashan/core/plan/part-of-county.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { findMeasurement, readMeasurement } from '@kuashan/store/queries/measurements.ts'
import type { Desk } from '../handlers/desk.ts'
import type { MeasurementDocument } from '../work/measure-work.ts'
import { dayOf } from './county-day.ts'
import { countyInput } from './county-shelf.ts'
import { countyUnder } from './county-under.ts'
import { documentsRead } from './documents-read.ts'
import { openPlan } from './open-plan.ts'

/** One side of a report with the records that its figures sum. */
export interface SideBook {
  name: Words
  asOf: PlainDate
  input: CountyInput
  book: RecordBook
}

const today: Words = { zh: '今天', en: 'Today' }
/** Books of today and of plans: as many as a report with its baseline and a colleague’s need. */
const booksWritten = documentsRead<RecordBook>(6)
const cellBooks = documentsRead<RecordBook>(12)
const namesOfInputs = new WeakMap<CountyInput, string>()
let inputs = 0

/** Tells data in memory apart: nobody changes them. */
function nameOfInput(input: CountyInput): string {
  const known = namesOfInputs.get(input)
  if (known !== undefined) return known
  inputs += 1
  namesOfInputs.set(input, String(inputs))
  return String(inputs)
}

/** The part of a county that the caller sees, measured in a thread beside this one, once for the same data, day and area. */
const measuredBook = (
  { edits }: Desk,
  input: CountyInput,
  asked: { caller: Caller; plan: string | null; asOf: PlainDate },
  hash = '',
): Promise<RecordBook> =>
  booksWritten(`${nameOfInput(input)} ${asked.asOf} ${hash} ${asked.caller.area}`, async () => {
    const written = await edits.ask('book', asked)
    return (source) => written.get(source) ?? null
  })

/** Opens a side: today and a plan are measured as of the day asked for, a measurement stands as it was kept. */
export async function sideBook(
  desk: Desk,
  store: Store,
  caller: Caller,
  side: ReportSide,
  asOf: PlainDate,
): Promise<SideBook> {
  if (side.of === 'measurement') return keptBook(desk, store, caller, side.measurement)
  if (side.of === 'today') {
    const { input } = await store.as(caller, (access) => countyUnder(desk.shelf, access, null))
    return {
      name: today,
      asOf,
      input,
      book: await measuredBook(desk, input, { caller, plan: null, asOf }),
    }
  }
  const { hash, entry, under } = await store.as(caller, (access) =>
    openPlan(desk.shelf, access, side.plan),
  )
  const { input } = under
  const name = { zh: entry.name, en: entry.name }
  const asked = { caller, plan: side.plan, asOf }
  return { name, asOf, input, book: await measuredBook(desk, input, asked, hash) }
}

const keptBook = (desk: Desk, store: Store, caller: Caller, id: string): Promise<SideBook> =>
  store.as(caller, async (access) => {
    const { input } = await countyInput(desk.shelf, access)
    const { hash, madeAt, asOf } = await findMeasurement(access, id)
    const { area } = caller
    const book = await cellBooks(`${nameOfInput(input)} ${hash} ${area}`, async () => {
      const { document } = await readMeasurement(access, id)
      const { cells, remote } = JSON.parse(document) as MeasurementDocument
      const { catalogue } = input
      const county = partOfCounty(input.county, area)
      const { floors } = floorsOn(catalogue, county.standards, asOf)
      const here = settlementsIn(county, area)
      const measurement = { cells: cells.filter((cell) => here.has(cell.settlement)), floors }
      return bookOfMeasurement({ county, catalogue, remote: new Set(remote), measurement })
    })
    const day = dayOf(Date.parse(madeAt))
    return { name: { zh: `${day} 测算`, en: `Measured ${day}` }, asOf, input, book }
  })
