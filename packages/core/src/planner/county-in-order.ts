import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'

/** The county with every table in order of id, so that the order of rows in a file never shows in a plan. */
export function countyInOrder(county: County): County {
  const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
    [...rows].sort(byText((row: T) => row.id))
  const byContent = <T>(rows: readonly T[]): T[] =>
    rows
      .map((row) => ({ row, text: JSON.stringify(row) }))
      .sort(byText((r: { text: string }) => r.text))
      .map(({ row }) => row)
  return {
    ...county,
    divisions: [...county.divisions].sort(byText((d) => d.code)),
    settlements: byId(county.settlements),
    facilities: byId(county.facilities),
    vehicles: byId(county.vehicles),
    staff: byId(county.staff),
    funds: byId(county.funds),
    buses: byId(county.buses),
    baseline: {
      rotas: byContent(county.baseline.rotas),
      timetable: byContent(county.baseline.timetable),
      spending: byContent(county.baseline.spending),
    },
  }
}
