import type { PlainDate } from '../kernel/calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Goal, Indicator } from './goal.ts'
import { type GoalFigure, isLive, type ReadableServices } from './goal-figure.ts'
import type { Domain } from './service.ts'

/** The three goals that Lishui names (Lishui Daily, 2025-09-12), with the domain of the services that feed each. */
const three: readonly [id: string, domain: Domain, zh: string, en: string][] = [
  ['jobs', 'employment', '就业更稳', 'More stable jobs'],
  ['education', 'education', '教育更优', 'Better education'],
  ['security', 'socialSecurity', '社保更可靠', 'More reliable social security'],
]

const kinds = [
  ['offered', '本乡镇就能办', 'In one’s own township'],
  ['coverage', '服务达标', 'Up to standard'],
] as const

/** Years until a starting target is reached: a proposal that whoever adopts the tree changes first. */
const yearsAhead = 3

/** Equal steps from where it stands (or from nothing) to everybody, in thousandths rounded down. */
function steps(figure: GoalFigure, asOf: PlainDate, now: number | null): Omit<Indicator, 'name'> {
  const from = now ?? 0
  const first = Number(asOf.slice(0, 4))
  const yearly = Array.from({ length: yearsAhead }, (_, k) => ({
    year: first + k,
    target: Math.floor((from + ((1 - from) * (k + 1)) / yearsAhead) * 1000 + 1e-6) / 1000,
  }))
  return { figure, target: 1, by: `${first + yearsAhead - 1}-12-31` as PlainDate, yearly }
}

/**
 * A tree to start from: three goals, with every service of their domain and the indicators that there are records for.
 * `now` says where a figure stands, null where that is not known. Domains without a service are left out.
 */
export function startingGoals(
  catalogue: Catalogue,
  readable: ReadableServices,
  asOf: PlainDate,
  now: (figure: GoalFigure) => number | null,
): Goal[] {
  return three.flatMap(([id, domain, zh, en]) => {
    const services = catalogue.services.filter((s) => s.domain === domain).map((s) => s.id)
    const groups = [...new Set(services.map((service) => service.slice(0, 3)))]
    const indicators = groups.flatMap((group) =>
      kinds.flatMap(([kind, nameZh, nameEn]) => {
        const figure = `${kind}.${group}`
        const name = { zh: nameZh, en: nameEn }
        return isLive(figure, readable) ? [{ name, ...steps(figure, asOf, now(figure)) }] : []
      }),
    )
    return services.length > 0 ? [{ id, parent: null, name: { zh, en }, indicators, services }] : []
  })
}
