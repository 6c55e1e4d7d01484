import type { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { compareText } from '../kernel/order.ts'
import type { Catalogue } from './catalogue.ts'
import {
  type AdoptedStandard,
  type CatalogueStandard,
  type Floor,
  favours,
  Level,
  type Metric,
  type StandardKind,
} from './standard.ts'

/** A value to compare with that binds nobody: a target, an achievement somewhere else, or a national value without a clause. */
export interface Benchmark {
  service: string
  metric: Metric
  value: number
  unit: string
  kind: StandardKind
  source: string
}

interface Layer extends Floor {
  /** Where it is written, for findings. */
  path: string
}

const bindingLevel = (kind: StandardKind): Level | null => Level.safeParse(kind).data ?? null

/** Of a binding level, with document and clause. Anything else is a benchmark. */
export const canBind = (s: CatalogueStandard): boolean =>
  bindingLevel(s.kind) !== null && Boolean(s.document) && Boolean(s.clause)

export const isInForce = (
  s: { from?: PlainDate | undefined; until?: PlainDate | undefined },
  on: PlainDate,
): boolean => (s.from === undefined || s.from <= on) && (s.until === undefined || on <= s.until)

/** Negative when `a` is the better of the two for the resident. 0 where the metric has no direction. */
export function compareForResident(metric: Metric, a: number, b: number): number {
  if (favours[metric] === 'neither') return 0
  return favours[metric] === 'higher' ? b - a : a - b
}

function layersOf(
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): Layer[] {
  const layers: Layer[] = []
  for (const service of catalogue.services)
    for (const [k, s] of service.standards.entries())
      if (canBind(s) && isInForce(s, on))
        layers.push({
          service: service.id,
          metric: s.metric,
          value: s.value,
          unit: s.unit,
          level: bindingLevel(s.kind)!,
          document: s.document!,
          clause: s.clause!,
          invented: false,
          path: `services.${service.id}.standards.${k}`,
        })
  const known = new Set(catalogue.services.map((s) => s.id))
  for (const [k, s] of adopted.entries())
    if (known.has(s.service) && s.document && s.clause && isInForce(s, on)) {
      const { from: _from, until: _until, adoptedBy: _by, ...floor } = s
      layers.push({ ...floor, path: `standards.${k}` })
    }
  return layers.sort(
    (a, b) =>
      compareText(a.service, b.service) ||
      compareText(a.metric, b.metric) ||
      Level.options.indexOf(a.level) - Level.options.indexOf(b.level) ||
      compareForResident(a.metric, a.value, b.value) ||
      compareText(`${a.document}|${a.clause}|${a.value}`, `${b.document}|${b.clause}|${b.value}`),
  )
}

/** Folds one service and metric from the nation down: a lower level may favour the resident, never less. */
function strictest(layers: readonly Layer[], refused: Finding[]): Layer {
  let binding = layers[0]!
  for (const layer of layers.slice(1)) {
    const order = compareForResident(layer.metric, layer.value, binding.value)
    if (favours[layer.metric] === 'neither') {
      if (layer.level !== binding.level) binding = layer
    } else if (order < 0) binding = layer
    else if (order > 0 && layer.level !== binding.level)
      refused.push(
        finding(
          'standard-below-parent',
          { path: layer.path },
          {
            service: layer.service,
            metric: layer.metric,
            value: layer.value,
            level: layer.level,
            parent: binding.value,
            parentLevel: binding.level,
            document: binding.document,
          },
        ),
      )
  }
  return binding
}

/**
 * The floors in force on a day: for each service and metric the strictest, in the resident's favour, of all levels.
 * A local value below a wider area's is refused with a finding and the wider one binds. A value without document
 * and clause binds nobody. Standards with dates hold from `from` to `until`, so an earlier day gives what held then.
 * Ordered by service id and metric.
 */
export function floorsOn(
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): { floors: Floor[]; findings: Finding[] } {
  const findings: Finding[] = unusable(catalogue, adopted)
  const groups = new Map<string, Layer[]>()
  for (const layer of layersOf(catalogue, adopted, on)) {
    const key = `${layer.service} ${layer.metric}`
    groups.set(key, [...(groups.get(key) ?? []), layer])
  }
  const floors = [...groups.values()].map((layers) => {
    const { path: _path, ...floor } = strictest(layers, findings)
    return floor
  })
  return { floors, findings }
}

function unusable(catalogue: Catalogue, adopted: readonly AdoptedStandard[]): Finding[] {
  const known = new Set(catalogue.services.map((s) => s.id))
  return adopted.flatMap((s, k) => {
    const at = { path: `standards.${k}` }
    const facts = { service: s.service, metric: s.metric }
    if (!known.has(s.service)) return [finding('standard-unknown-service', at, facts)]
    return s.document && s.clause ? [] : [finding('floor-without-clause', at, facts)]
  })
}

/** Everything in force on a day that does not bind. Ordered by service id, metric, kind, value. */
export function benchmarksOn(catalogue: Catalogue, on: PlainDate): Benchmark[] {
  return catalogue.services
    .flatMap((service) =>
      service.standards
        .filter((s) => !canBind(s) && isInForce(s, on))
        .map(({ metric, value, unit, kind, source }) => ({
          service: service.id,
          metric,
          value,
          unit,
          kind,
          source,
        })),
    )
    .sort(
      (a, b) =>
        compareText(a.service, b.service) ||
        compareText(a.metric, b.metric) ||
        compareText(a.kind, b.kind) ||
        a.value - b.value ||
        compareText(a.unit, b.unit),
    )
}
