import type { CountyGround } from '../../access/county-ground.ts'
import type { Cell } from '../../access/measurement.ts'
import { priorityClassOf } from '../../catalogue/priority-class.ts'
import { isPlaceMetric } from '../../catalogue/scope.ts'
import type { FigureRecord } from '../figure.ts'
import { placeKeysIn } from '../place-keys.ts'

/** What a measurement, kept or made now, is turned into records with. */
export type CellGround = Pick<CountyGround, 'county' | 'catalogue' | 'remote'> & {
  measurement: Pick<CountyGround['measurement'], 'cells' | 'floors'>
}

/** A record for each settlement × service: who is entitled, who is reached, which standards hold. */
export function cellRecords({
  county,
  catalogue,
  remote,
  measurement,
}: CellGround): FigureRecord[] {
  const keysOf = placeKeysIn(county, remote)
  const services = new Map(
    catalogue.services.map((s) => [
      s.id,
      { domain: s.domain, priorityClass: String(priorityClassOf(s)) },
    ]),
  )
  const floors = new Map<string, number>()
  for (const { service, metric } of measurement.floors)
    if (isPlaceMetric(metric)) floors.set(service, (floors.get(service) ?? 0) + 1)
  return measurement.cells.map((cell): FigureRecord => {
    const { settlement, service, people, met, reach } = cell
    const [first] = reach
    const owed = Math.max(floors.get(service) ?? 0, cell.missing.length)
    return {
      id: `${settlement} ${service}`,
      on: null,
      place: settlement,
      keys: {
        ...keysOf(settlement),
        service,
        ...services.get(service),
        channel: first?.mode ?? '',
        site: siteOf(cell),
      },
      quantities: {
        entitled: people,
        met: met ? people : 0,
        reached: first ? people : 0,
        minutes: first ? (people * first.seconds) / 60 : 0,
        standards: people * owed,
        standardsKept: people * (owed - cell.missing.length),
      },
    }
  })
}

/** The nearest site that people go to; '' where there is none. */
export const siteOf = ({ reach }: Pick<Cell, 'reach'>): string =>
  reach.find((r) => r.mode === 'fixed')?.place ?? ''
