import type { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Catalogue } from './catalogue.ts'
import { lintRules } from './lint-rules.ts'
import { lintStandards } from './lint-standards.ts'
import { uncoveredNationalItems } from './national-items.ts'
import type { AdoptedStandard } from './standard.ts'

/**
 * Everything wrong with a catalogue and the standards adopted over it, as they hold on a day. Errors make it unusable:
 * a basic service that tests hukou, a local standard below its parent, a rule without a legal basis and so on.
 */
export const lintCatalogue = (
  catalogue: Catalogue,
  adopted: readonly AdoptedStandard[],
  on: PlainDate,
): Finding[] => [
  ...duplicates(catalogue),
  ...channels(catalogue),
  ...choices(catalogue),
  ...lintRules(catalogue),
  ...lintStandards(catalogue, adopted, on),
  ...nationalItems(catalogue),
]

function duplicates(catalogue: Catalogue): Finding[] {
  const ids = catalogue.services.map((s) => s.id)
  return [...new Set(ids)]
    .map((service) => ({ service, count: ids.filter((id) => id === service).length }))
    .filter(({ count }) => count > 1)
    .map((facts) => finding('catalogue-duplicate-id', { path: `services.${facts.service}` }, facts))
}

function channels(catalogue: Catalogue): Finding[] {
  const facilities = catalogue.enums.facilityKind ?? []
  const vehicles = catalogue.enums.vehicleKind ?? []
  return catalogue.services.flatMap((service) =>
    service.channels.flatMap(({ mode, kind }, k) =>
      (mode === 'vehicle' ? vehicles : facilities).includes(kind)
        ? []
        : [
            finding(
              'unknown-channel-kind',
              { path: `services.${service.id}.channels.${k}` },
              { service: service.id, kind },
            ),
          ],
    ),
  )
}

/** A choice rule needs sites to choose from, of kinds that there are. */
function choices(catalogue: Catalogue): Finding[] {
  const kinds = catalogue.enums.facilityKind ?? []
  return catalogue.services.flatMap(({ id, channels: ways, choice }) => {
    if (choice === undefined) return []
    const at = { path: `services.${id}.choice` }
    const none = ways.every((c) => c.mode !== 'fixed')
    const named = choice.rule.by === 'logit' ? Object.keys(choice.rule.attraction) : []
    return [
      ...(none ? [finding('choice-without-site', at, { service: id })] : []),
      ...named
        .filter((kind) => !kinds.includes(kind))
        .map((kind) => finding('unknown-channel-kind', at, { service: id, kind })),
    ]
  })
}

function nationalItems(catalogue: Catalogue): Finding[] {
  const known = new Set(catalogue.nationalItems2021.items.map((i) => i.no))
  const unknown = catalogue.services.flatMap((service) =>
    (service.nationalItems ?? [])
      .filter((item) => !known.has(item))
      .map((item) =>
        finding(
          'unknown-national-item',
          { path: `services.${service.id}.nationalItems` },
          { service: service.id, item },
        ),
      ),
  )
  const open = uncoveredNationalItems(catalogue).map((i) => i.no)
  if (open.length === 0) return unknown
  const facts = { count: open.length, items: open.join(' ') }
  return [...unknown, finding('national-items-uncovered', { path: 'nationalItems2021' }, facts)]
}
