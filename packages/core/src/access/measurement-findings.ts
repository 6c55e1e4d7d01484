import { isPlaceMetric, type ScopedService } from '../catalogue/scope.ts'
import type { Floor } from '../catalogue/standard.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { yearsWithoutHolidays } from '../plan/workdays.ts'
import { assumedLimits } from './limits.ts'
import type { Cell } from './measurement.ts'

interface Measured {
  county: County
  floors: readonly Floor[]
  scope: readonly ScopedService[]
  cells: readonly Cell[]
  /** Attributes that rules ask for and nobody answers, by service. */
  unknown: ReadonlyMap<string, readonly string[]>
}

/** What a reader of the figures must know: what was estimated, assumed, or not tested. */
export function measurementFindings(measured: Measured): Finding[] {
  return [
    ...yearsWithoutHolidays(measured.county.settings).map((year) =>
      finding('holidays-unknown', { path: 'settings.holidays' }, { year }),
    ),
    ...estimatedNeeds(measured),
    ...assumedFor(measured),
    ...untested(measured),
  ]
}

function estimatedNeeds({ cells, unknown }: Measured): Finding[] {
  const estimated = new Set(cells.filter((c) => c.estimated).map((c) => c.service))
  return [
    ...[...estimated]
      .sort()
      .map((service) => finding('need-estimated', { path: `services.${service}` }, { service })),
    ...[...unknown]
      .sort(byText(([key]) => key))
      .flatMap(([service, attributes]) =>
        attributes.map((attribute) =>
          finding(
            'need-attribute-unknown',
            { path: `services.${service}` },
            { service, attribute },
          ),
        ),
      ),
  ]
}

function assumedFor({ county, scope }: Measured): Finding[] {
  const without = (metric: Floor['metric'] | null, mode: string) =>
    scope
      .filter(({ service }) => service.channels.some((c) => c.mode === mode))
      .filter(({ floors }) => metric === null || !floors.some((f) => f.metric === metric))
      .map(({ service }) => service.id)
  const leaning = {
    fixedMaxMin: without('maxTravelMin', 'fixed'),
    walkToStopMin: without('maxWalkMin', 'vehicle'),
    doorstepMaxMin: without(null, 'doorstep'),
  }
  return Object.entries(leaning).flatMap(([name, services]) => {
    if (services.length === 0) return []
    const minutes =
      county.settings.assumptions[name] ?? assumedLimits[name as keyof typeof assumedLimits]
    const facts = { name, minutes, services: services.join(', ') }
    return [finding('limit-assumed', { path: `settings.assumptions.${name}` }, facts)]
  })
}

function untested({ county, floors, scope }: Measured): Finding[] {
  const inScope = new Set(scope.map((s) => s.service.id))
  const named = county.settings.services
  return floors.flatMap(({ service, metric }) => {
    if (named.length > 0 && !named.includes(service)) return []
    const at = { path: `services.${service}` }
    if (!isPlaceMetric(metric)) return [finding('floor-not-of-place', at, { service, metric })]
    return inScope.has(service) ? [] : [finding('floor-without-channel', at, { service, metric })]
  })
}
