import { metricText } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { FeatureCollection } from 'geojson'
import type { Known } from '../../server/names.ts'
import { postText } from '../rows/post-words.ts'
import { type FieldKind, priceWords } from './change-kinds.ts'
import { type RoadOption, roadOptions } from './road-options.ts'

export interface Option {
  value: string
  label: string
}

/** A road with where it runs: `S001 · 枫林口—紫源 · 12.3 公里`. */
function roadText({ value, between, metres }: RoadOption, names: Known['names'], zh: boolean) {
  const where = between.map((id) => names.settlement(id)).join(zh ? '—' : ' – ')
  const km = formatNumber(metres / 1000, 1)
  return [value, where, zh ? `${km} 公里` : `${km} km`].filter((part) => part !== '').join(' · ')
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
      return roadOptions(roads, territory.settlements).map((road) => ({
        value: road.value,
        label: roadText(road, names, language === 'zh'),
      }))
    case 'vehicle':
      return resources.vehicles.map(({ id }) => ({ value: id, label: names.vehicle(id) }))
    case 'staff':
      return resources.staff.map(({ id }) => ({
        value: id,
        label: postText(id, { resources, names }, language),
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
