import type { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Catalogue } from './catalogue.ts'
import { canBind, compareForResident, floorsOn, isInForce } from './floors.ts'
import type { Service } from './service.ts'
import { type AdoptedStandard, type CatalogueStandard, Level } from './standard.ts'

/** What is wrong with the values of a catalogue and with the standards adopted over it (A39, A40). */
export const lintStandards = (
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): Finding[] => [
  ...catalogue.services.flatMap((service) =>
    service.standards.flatMap((s, k) => lintValue(catalogue, service, s, k)),
  ),
  ...lintAdopted(catalogue, adopted, on),
]

/** What is wrong with the standards adopted over a catalogue, the catalogue's own values apart. */
export const lintAdopted = (
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): Finding[] => [
  ...floorsOn(catalogue, adopted, on).findings,
  ...belowUnconfirmed(catalogue, adopted, on),
  ...overlaps(adopted),
]

function lintValue(
  catalogue: Catalogue,
  service: Service,
  standard: CatalogueStandard,
  index: number,
): Finding[] {
  const { metric, kind, source, value } = standard
  const at = { path: `services.${service.id}.standards.${index}` }
  const facts = { service: service.id, metric, kind, source, value }
  const found: Finding[] = []
  if ((kind === 'assumed') !== (source === 'A'))
    found.push(finding('assumed-not-marked', at, facts))
  if (source === '' || catalogue.sources[source] === undefined)
    found.push(finding('standard-without-source', at, facts))
  if (Level.safeParse(kind).success && !canBind(standard))
    found.push(finding('value-without-clause', at, facts))
  return found
}

/** A national or other level's value that has no clause yet does not bind, but a lower local one deserves a word. */
function belowUnconfirmed(
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): Finding[] {
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  return adopted.flatMap((local, k) => {
    if (!isInForce(local, on)) return []
    const wider = (services.get(local.service)?.standards ?? []).filter(
      (s) =>
        s.metric === local.metric &&
        s.unit === local.unit &&
        Level.safeParse(s.kind).success &&
        !canBind(s) &&
        isInForce(s, on) &&
        compareForResident(s.metric, s.value, local.value) < 0,
    )
    return wider.map((s) =>
      finding(
        'standard-below-unconfirmed',
        { path: `standards.${k}` },
        {
          service: local.service,
          metric: local.metric,
          value: local.value,
          kind: s.kind,
          parent: s.value,
        },
      ),
    )
  })
}

/** Two versions of one level in force on one day. */
function overlaps(adopted: readonly AdoptedStandard[]): Finding[] {
  const rows = adopted
    .map((s, k) => ({ s, k, key: `${s.service} ${s.metric} ${s.level}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.s.from < b.s.from ? -1 : 1))
  return rows.flatMap((row, n) => {
    const next = rows[n + 1]
    if (next === undefined || next.key !== row.key) return []
    if (row.s.until !== undefined && row.s.until < next.s.from) return []
    const { service, metric, level } = row.s
    return [
      finding(
        'standard-versions-overlap',
        { path: `standards.${next.k}` },
        { service, metric, level, first: row.s.from, second: next.s.from },
      ),
    ]
  })
}
