import { favours } from '../catalogue/standard.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Centre, CentreStandard } from '../territory/development-axis.ts'
import { codeDigits } from '../territory/division.ts'
import { suggestion } from '../territory/import/nearest.ts'
import type { CountyInput } from './county.ts'

const sameFloor =
  (a: CentreStandard) =>
  (b: CentreStandard): boolean =>
    a.service === b.service && a.metric === b.metric

/** Whether `have` serves residents less than `want`; a metric that favours nobody compares nothing. */
const below = (metric: CentreStandard['metric'], have: number, want: number): boolean =>
  favours[metric] === 'higher' ? have < want : favours[metric] === 'lower' ? have > want : false

/** The best value of a centre for a metric; undefined where it has none. */
function bestValue(centre: Centre, of: CentreStandard): number | undefined {
  const values = centre.standards.filter(sameFloor(of)).map((s) => s.value)
  if (values.length === 0) return undefined
  return favours[of.metric] === 'lower' ? Math.min(...values) : Math.max(...values)
}

/**
 * What is wrong with the development axis of a county: places and services that are not there, and centres with a lower
 * standard, or none, than a centre of lower rank inside their area.
 */
export function lintAxis({ county, catalogue }: CountyInput): Finding[] {
  const { axis } = county.settings
  if (axis === undefined) return []
  const at = { file: 'county.yaml', path: 'axis' }
  const divisionOf = new Map(county.settlements.map((s) => [s.id, s.division]))
  const levels = new Map(county.divisions.map((d) => [d.code, d.level]))
  const services = new Set<string>(catalogue.services.map((s) => s.id))
  const places = [...axis.along, ...axis.centres.map((c) => c.settlement), ...axis.support]
  const unknown = [...new Set(places)]
    .filter((place) => !divisionOf.has(place))
    .map((place) =>
      finding('axis-place-unknown', at, {
        place,
        suggestion: suggestion(place, divisionOf.keys()),
      }),
    )
  const strange = axis.centres.flatMap((c) =>
    c.standards
      .filter((s) => !services.has(s.service))
      .map((s) =>
        finding('axis-standard-unknown', at, { place: c.settlement, service: s.service }),
      ),
  )
  const inside = (place: string, area: string): boolean => {
    const level = levels.get(area)
    const digits = level ? codeDigits[level] : area.replace(/0+$/, '').length
    return (divisionOf.get(place) ?? '').slice(0, digits) === area.slice(0, digits)
  }
  const lower = axis.centres.flatMap((high) =>
    axis.centres
      .filter((low) => low.rank > high.rank && inside(low.settlement, high.area))
      .flatMap((low) =>
        low.standards.flatMap((standard): Finding[] => {
          const want = bestValue(low, standard)!
          const have = bestValue(high, standard)
          if (
            standard.value !== want ||
            (have !== undefined && !below(standard.metric, have, want))
          )
            return []
          const { service, metric } = standard
          const facts = { high: high.settlement, low: low.settlement, service, metric, want }
          const ranks = { highRank: high.rank, lowRank: low.rank, have: have ?? '—' }
          return [finding('axis-centre-below-lower', at, { ...facts, ...ranks })]
        }),
      ),
  )
  return [...unknown, ...strange, ...lower]
}
