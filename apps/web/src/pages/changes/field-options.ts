import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { FeatureCollection } from 'geojson'
import type { Known } from '../../server/names.ts'
import { type FieldKind, priceWords } from './change-kinds.ts'

export interface Option {
  value: string
  label: string
}

/** Named roads, each once. Where no road has a name their ids stand for them. */
export function roadOptions(roads: FeatureCollection | null): Option[] {
  const ways = (roads?.features ?? []).map(({ properties }) => ({
    id: String(properties?.id ?? ''),
    name: String(properties?.name ?? ''),
  }))
  const named = [...new Set(ways.map((way) => way.name).filter((name) => name !== ''))]
  const keys = named.length > 0 ? named : [...new Set(ways.map((way) => way.id))]
  return keys.sort((a, b) => a.localeCompare(b, 'zh')).map((key) => ({ value: key, label: key }))
}

/** What a field may be chosen from; null where it is a number or a date. */
export function optionsOf(
  kind: FieldKind,
  { territory, resources, catalogue, names }: Known,
  roads: FeatureCollection | null,
  language: Language,
): Option[] | null {
  switch (kind) {
    case 'road':
      return roadOptions(roads)
    case 'vehicle':
      return resources.vehicles.map(({ id }) => ({ value: id, label: names.vehicle(id) }))
    case 'staff':
      return resources.staff.map(({ id, employer }) => ({
        value: id,
        label: `${id} · ${names.facility(employer)}`,
      }))
    case 'settlement':
      return territory.settlements.map(({ id }) => ({
        value: id,
        label: names.settlementInVillage(id),
      }))
    case 'service':
      return catalogue.services.map(({ id }) => ({ value: id, label: names.service(id) }))
    case 'floor':
      return catalogue.floors.map(({ service, metric, value }) => ({
        value: `${service} ${metric}`,
        label: `${names.service(service)} · ${metricText(metric, value, language)}`,
      }))
    case 'price':
      return Object.entries(priceWords).map(([value, words]) => ({ value, label: words[language] }))
    case 'number':
    case 'date':
      return null
  }
}
