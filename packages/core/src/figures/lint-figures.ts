import { type Finding, finding } from '../kernel/finding.ts'
import type { FigureDefinition, FigureUnit } from './figure.ts'
import { type Formula, sourcesOf, type Term } from './formula.ts'
import { quantityUnits, recordSources } from './sources.ts'

/** Sources whose records are of one person each, and say whom. */
const ofOnePerson: readonly Term['source'][] = ['encounter', 'move']

const unitOf = ({ quantity }: Term): FigureUnit => quantityUnits[quantity]

/** The unit that a formula gives; null where its parts do not go together. */
function unitGiven(formula: Formula): FigureDefinition['unit'] | null {
  switch (formula.of) {
    case 'sum':
      return unitOf(formula.term)
    case 'people':
      return ofOnePerson.includes(formula.source) ? 'people' : null
    case 'share':
      return unitOf(formula.part) === unitOf(formula.whole) ? 'share' : null
    case 'gini':
      return 'index'
    case 'gap': {
      const [top, per] = [unitOf(formula.part), unitOf(formula.whole)]
      if (formula.part.source !== formula.whole.source) return null
      return top === per ? 'share' : { top, per }
    }
    case 'ratio':
      return { top: unitOf(formula.top), per: unitOf(formula.bottom) }
  }
}

const said = (unit: FigureDefinition['unit'] | null): string =>
  unit === null ? '—' : typeof unit === 'string' ? unit : `${unit.top}/${unit.per}`

/**
 * What is wrong with definitions: an id used twice, a unit that is not what the formula counts (people and person-times
 * mixed above all), a time that is not that of its records.
 */
export function lintFigures(figures: readonly FigureDefinition[]): Finding[] {
  return figures.flatMap((figure, k) => {
    const { id, formula, unit, time } = figure
    const at = { path: `figures.${id}` }
    const given = unitGiven(formula)
    const times = sourcesOf(formula).map((source) => recordSources[source].time)
    // A stock beside what a year costs is so many a year; a flow stays one.
    const own = times.includes('flow') ? 'flow' : times.includes('yearly') ? 'yearly' : 'stock'
    return [
      ...(figures.findIndex((other) => other.id === id) === k
        ? []
        : [finding('figure-id-twice', at, { id })]),
      ...(said(given) === said(unit)
        ? []
        : [finding('figure-unit-mixed', at, { id, said: said(unit), counts: said(given) })]),
      ...(time === own ? [] : [finding('figure-time-wrong', at, { id, said: time, records: own })]),
    ]
  })
}
