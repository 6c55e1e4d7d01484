import type { CountyGround } from '../../access/county-ground.ts'
import { priorityClassOf } from '../../catalogue/priority-class.ts'
import type { FigureRecord } from '../figure.ts'
import { ledgerOf } from '../ledger/ledger.ts'

const serviceKeysIn = ({ catalogue }: Pick<CountyGround, 'catalogue'>) => {
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  return (id: string): FigureRecord['keys'] => {
    const service = services.get(id)
    return service
      ? { service: id, domain: service.domain, priorityClass: String(priorityClassOf(service)) }
      : { service: id }
  }
}

/** The ledger's lines. */
export function moneyRecords(ground: CountyGround): FigureRecord[] {
  const keysOf = serviceKeysIn(ground)
  return ledgerOf(ground).map(({ id, kind, service, place, township, fund, vehicleKind, fen }) => ({
    id,
    on: null,
    place: place || null,
    keys: {
      ...keysOf(service),
      township,
      fund,
      ...(vehicleKind === undefined ? {} : { vehicleKind }),
    },
    quantities: kind === 'running' ? { runningFen: fen } : { capitalFen: fen },
  }))
}

/** What the county says it spent: by service, source and year; nothing says where. */
export function spendingRecords(ground: CountyGround): FigureRecord[] {
  const keysOf = serviceKeysIn(ground)
  return ground.county.baseline.spending.map(({ fund, service, year, amountFen }) => ({
    id: `${fund} ${service} ${year}`,
    on: null,
    place: null,
    keys: { ...keysOf(service), fund, year: String(year) },
    quantities: { spentFen: amountFen },
  }))
}
