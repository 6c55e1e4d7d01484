import type { FigureDefinition } from '../figure.ts'
import { deliveries } from './deliveries.ts'
import { gapFigures } from './gaps.ts'
import { moneyFigures } from './money.ts'
import { peopleAndAccess } from './people-and-access.ts'
import { vehiclesAndTours } from './vehicles-and-tours.ts'

/** Every figure that a county reports, in the order in which lists show them. */
export const allFigures: readonly FigureDefinition[] = [
  ...peopleAndAccess,
  ...vehiclesAndTours,
  ...deliveries,
  ...moneyFigures,
  ...gapFigures,
]

const byId = new Map(allFigures.map((figure) => [figure.id, figure]))

export const figureOf = (id: string): FigureDefinition | undefined => byId.get(id)

/** The four that go on top (A51): expand coverage, improve quality, reduce costs, increase efficiency. */
export const headlines: readonly FigureDefinition[] = (
  ['coverage', 'quality', 'cost', 'efficiency'] as const
).map((headline) => allFigures.find((figure) => figure.headline === headline)!)
