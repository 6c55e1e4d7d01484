import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { facilityKindWords, metricText, vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { NameOf } from '@kuashan/core/words/explain/explain-need.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { namesOf } from './names.ts'

/** Says any id of a county in words: place, vehicle, service, kind, metric; what is unknown shows itself. */
export function nameIn(input: CountyInput, language: Language): NameOf {
  const names = namesOf(input, language)
  const services = new Set(input.catalogue.services.map((s) => s.id))
  const vehicles = new Set(input.county.vehicles.map((v) => v.id))
  const kinds: Readonly<Record<string, Words>> = { ...facilityKindWords, ...vehicleKindWords }
  return (id) => {
    const kind = kinds[id]
    if (kind !== undefined) return kind[language]
    const metric = Metric.safeParse(id)
    if (metric.success) return metricText(metric.data, 0, language).replace(/ ?0 ?/, '')
    if (services.has(id)) return names.service(id)
    if (vehicles.has(id)) return names.vehicle(id)
    const [place, fleet] = id.split('@')
    if (fleet === undefined) return names.place(id)
    const brought = kinds[fleet.split('~')[0]!]?.[language] ?? fleet
    return `${names.place(place!)} (${brought})`
  }
}
