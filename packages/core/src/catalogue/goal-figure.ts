import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { servicesInScope } from './scope.ts'
import type { Floor } from './standard.ts'

/**
 * What an indicator reads, named where it is computed, so that nobody types a figure in. `coverage` is the share of people
 * whose floors are met; `offered` the share of people with the service in their own township. Either over all services,
 * over a group by the letters of its ids (`offered.EMP`), or of one service (`coverage.MED-01`).
 */
export const GoalFigure = z.string().regex(/^(coverage|offered)(\.[A-Z]{3}(-\d{2})?)?$/)
export type GoalFigure = z.infer<typeof GoalFigure>

export const figureKind = (figure: GoalFigure): 'coverage' | 'offered' =>
  figure.startsWith('coverage') ? 'coverage' : 'offered'

/** Letters of a group or a service id; '' for all services. */
export const figureSubject = (figure: GoalFigure): string => figure.split('.')[1] ?? ''

/** Those of these services that a figure reads. */
export function servicesRead(figure: GoalFigure, services: Iterable<string>): string[] {
  const subject = figureSubject(figure)
  return [...services].filter((id) => id.startsWith(subject))
}

/**
 * Services that each kind of figure has records of: `coverage` of those with a floor of place in force, which are measured;
 * `offered` of every service of the catalogue.
 */
export interface ReadableServices {
  coverage: ReadonlySet<string>
  offered: ReadonlySet<string>
}

/** Of a county with these floors and its own list of services (empty: all). */
export function readableServices(
  catalogue: Catalogue,
  floors: readonly Floor[],
  wanted: readonly string[],
): ReadableServices {
  const scope = servicesInScope(catalogue, floors, wanted)
  return {
    coverage: new Set(scope.map(({ service }) => service.id)),
    offered: new Set(catalogue.services.map(({ id }) => id)),
  }
}

/** Whether a figure has records to be read from. */
export const isLive = (figure: GoalFigure, readable: ReadableServices): boolean =>
  servicesRead(figure, readable[figureKind(figure)]).length > 0
