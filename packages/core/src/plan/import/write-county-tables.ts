import { compareText } from '../../kernel/order.ts'
import { conversionColumns } from '../../resources/import/conversions.ts'
import { facilityColumns } from '../../resources/import/facilities.ts'
import { fundColumns } from '../../resources/import/funds.ts'
import { staffColumns } from '../../resources/import/staff.ts'
import { vehicleColumns } from '../../resources/import/vehicles.ts'
import { ageRangeOf, headingOfBand } from '../../territory/import/age-bands.ts'
import type { TableName } from '../../territory/import/column.ts'
import { divisionColumns } from '../../territory/import/divisions.ts'
import { minuteColumns } from '../../territory/import/minutes.ts'
import { provenanceCells } from '../../territory/import/provenance-columns.ts'
import { settlementColumns } from '../../territory/import/settlements.ts'
import { type WrittenTable, writeRecords } from '../../territory/import/write-table.ts'
import type { MinuteTable } from '../../territory/roads.ts'
import type { LngLat, Settlement } from '../../territory/settlement.ts'
import type { VisitRule } from '../baseline.ts'
import type { County } from '../county.ts'
import { busColumns } from './buses.ts'
import { openingColumns, rotaColumns, spendingColumns, timetableColumns } from './today.ts'

const place = (at: LngLat | null): { lng: string | null; lat: string | null } => ({
  lng: at === null ? null : String(at[0]),
  lat: at === null ? null : String(at[1]),
})

function settlementTable(settlements: readonly Settlement[]): WrittenTable {
  const table = writeRecords(
    settlementColumns,
    settlements.map((s) => ({
      ...s,
      ...place(s.at),
      permanent: s.permanent.total,
      female: s.permanent.female,
      male: s.permanent.male,
      ...provenanceCells(s.provenance),
    })),
  )
  const bands = [...new Set(settlements.flatMap((s) => s.permanent.bands.map(headingOfBand)))]
  bands.sort((a, b) => ageRangeOf(a)!.from - ageRangeOf(b)!.from || compareText(a, b))
  const peopleIn = (s: Settlement, heading: string): string =>
    String(s.permanent.bands.find((band) => headingOfBand(band) === heading)?.people ?? '')
  return {
    headings: [...table.headings, ...bands],
    rows: table.rows.map((row, k) => [...row, ...bands.map((b) => peopleIn(settlements[k]!, b))]),
  }
}

const ruleCells = (
  rule: VisitRule,
): { dates?: string[]; weekday?: number; everyWeeks?: number; monthDay?: number } =>
  rule.by === 'dates'
    ? { dates: rule.dates }
    : rule.by === 'weekday'
      ? { weekday: rule.weekday, everyWeeks: rule.everyWeeks }
      : { monthDay: rule.day }

const secondsOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60

/** All tables of a county as its folder holds them. `importTables` reads the same county from them. */
export function writeCountyTables(
  county: County,
  minutes: MinuteTable | null,
): Partial<Record<TableName, WrittenTable>> {
  const { facilities, vehicles, baseline } = county
  return {
    divisions: writeRecords(divisionColumns, county.divisions),
    settlements: settlementTable(county.settlements),
    facilities: writeRecords(
      facilityColumns,
      facilities.map((f) => ({
        ...f,
        ...place(f.at),
        yearCost: f.yearCostFen,
        ...provenanceCells(f.provenance),
      })),
    ),
    conversions: writeRecords(
      conversionColumns,
      facilities.flatMap((f) =>
        f.conversions.map((c) => ({
          ...c,
          facility: f.id,
          capital: c.capitalFen,
          yearCost: c.yearCostFen,
        })),
      ),
    ),
    vehicles: writeRecords(
      vehicleColumns,
      vehicles.map((v) => ({
        ...v,
        shiftHours: v.shiftSeconds,
        driveLimitHours: v.driveLimitSeconds,
        setupMinutes: v.setupSeconds,
        costPerKm: v.costPerKmFen,
        costPerDay: v.costPerDayFen,
        yearCost: v.yearCostFen,
        ...provenanceCells(v.provenance),
      })),
    ),
    staff: writeRecords(
      staffColumns,
      county.staff.map((s) => ({
        ...s,
        costPerHour: s.costPerHourFen,
        ...provenanceCells(s.provenance),
      })),
    ),
    funds: writeRecords(
      fundColumns,
      county.funds.map((f) => ({ ...f, amount: f.amountFen })),
    ),
    buses: writeRecords(
      busColumns,
      county.buses.flatMap((bus) =>
        bus.stops.map((stop) => ({
          line: bus.id,
          place: stop.place,
          time: stop.minute * 60,
          days: bus.days,
          fare: bus.fareFen,
        })),
      ),
    ),
    ...(minutes === null ? {} : { minutes: writeRecords(minuteColumns, minutes.entries) }),
    rotas: writeRecords(rotaColumns, baseline.rotas),
    timetable: writeRecords(
      timetableColumns,
      baseline.timetable.map((t) => ({ ...t, ...ruleCells(t.rule) })),
    ),
    opening: writeRecords(
      openingColumns,
      facilities.flatMap((f) =>
        f.opening.map((o) => ({
          facility: f.id,
          weekday: o.weekday,
          from: secondsOf(o.from),
          to: secondsOf(o.to),
        })),
      ),
    ),
    spending: writeRecords(
      spendingColumns,
      baseline.spending.map((s) => ({ ...s, amount: s.amountFen })),
    ),
  }
}
