import { type CountyGround, countyGround, type FiguresInput } from '../access/county-ground.ts'
import type { FigureRecord, RecordBook } from './figure.ts'
import { type CellGround, cellRecords } from './records/cell-records.ts'
import { costedPlaceRecords, sharingRecords } from './records/cost-records.ts'
import { moneyRecords, spendingRecords } from './records/money-records.ts'
import {
  schoolRecords,
  settlementRecords,
  vehicleRecords,
  villageRecords,
  villageVehicleRecords,
} from './records/place-records.ts'
import { rideRecords, toursOf, tripRecords, visitRecords } from './records/tour-records.ts'
import { workRecords } from './records/work-records.ts'
import type { RecordSource } from './sources.ts'

type Makers = Readonly<Partial<Record<RecordSource, (ground: CountyGround) => FigureRecord[]>>>

/** What a county's data, a measurement and a plan say; services given and moves are records that come from elsewhere. */
const makers: Makers = {
  settlement: settlementRecords,
  village: villageRecords,
  villageVehicle: villageVehicleRecords,
  vehicle: vehicleRecords,
  school: schoolRecords,
  cell: cellRecords,
  sharing: sharingRecords,
  trip: (ground) => tripRecords(ground, toursOf(ground)),
  visit: (ground) => visitRecords(ground, toursOf(ground)),
  ride: rideRecords,
  money: moneyRecords,
  work: workRecords,
  spending: spendingRecords,
  costedPlace: costedPlaceRecords,
}

/** Records of one county under one supply, each source written up when it is first asked for. `more` adds or replaces. */
export function recordBook(
  input: FiguresInput,
  more: Readonly<Partial<Record<RecordSource, readonly FigureRecord[]>>> = {},
): RecordBook {
  const ground = countyGround(input)
  const written = new Map<RecordSource, readonly FigureRecord[] | null>()
  return (source) => {
    const known = written.get(source)
    if (known !== undefined) return known
    const records = more[source] ?? makers[source]?.(ground) ?? null
    written.set(source, records)
    return records
  }
}

/** The book of a measurement that was kept: it has needs and nothing else. */
export function bookOfMeasurement(ground: CellGround): RecordBook {
  const cells = cellRecords(ground)
  return (source) => (source === 'cell' ? cells : null)
}
