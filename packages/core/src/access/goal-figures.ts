import { figureKind, type GoalFigure, servicesRead } from '../catalogue/goal-figure.ts'
import { byText } from '../kernel/order.ts'
import type { Coverage } from './coverage.ts'

/** What goals are read from: both kinds of figure, service by service, of one measurement. */
export interface MeasuredServices {
  coverage: readonly Coverage[]
  offered: readonly Coverage[]
}

/** Where an indicator stands, with what it is added up from: services, and records (a settlement and a service each). */
export interface FigureNow {
  share: number
  services: { service: string; records: number; recordsMet: number }[]
  people: number
  peopleMet: number
  records: number
  recordsMet: number
}

const sum = (rows: readonly Coverage[], of: (row: Coverage) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

/** An indicator read from a measurement; null where it holds no record of it. Over several services a person counts once each. */
export function figureNow(figure: GoalFigure, measured: MeasuredServices): FigureNow | null {
  const all = measured[figureKind(figure)]
  const read = new Set(
    servicesRead(
      figure,
      all.map(({ key }) => key),
    ),
  )
  const rows = all.filter(({ key, cells }) => read.has(key) && cells > 0)
  if (rows.length === 0) return null
  const people = sum(rows, (row) => row.entitled)
  const peopleMet = sum(rows, (row) => row.met)
  return {
    share: people > 0 ? peopleMet / people : 1,
    services: rows
      .map(({ key, cells, cellsMet }) => ({ service: key, records: cells, recordsMet: cellsMet }))
      .sort(byText(({ service }) => service)),
    people,
    peopleMet,
    records: sum(rows, (row) => row.cells),
    recordsMet: sum(rows, (row) => row.cellsMet),
  }
}
