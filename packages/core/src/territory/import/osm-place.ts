import type { LngLat } from '../settlement.ts'
import type { OsmTags } from './osm-element.ts'

/** Kinds of `place=*` in which people live, from the largest. `locality` is a name where nobody lives. */
const placeKinds = [
  'city',
  'town',
  'suburb',
  'village',
  'quarter',
  'neighbourhood',
  'hamlet',
  'isolated_dwelling',
  'farm',
] as const
export type PlaceKind = (typeof placeKinds)[number]

export interface OsmPlace {
  /** `n123`, `w123` or `r123`. */
  id: string
  kind: PlaceKind
  name: string
  nameEn?: string
  /** Chinese and alternative names that differ from `name`. */
  otherNames: string[]
  at: LngLat
  /** As tagged; most places have none. */
  population?: number
  elevationM?: number
}

const number = (text: string | undefined): number | undefined => {
  const value = text === undefined ? Number.NaN : Number(text.replace(/[\s,']/g, ''))
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

/** The place that tags describe, or null: no place of people, or one without a name. */
export function osmPlace(id: string, tags: OsmTags, at: LngLat): OsmPlace | null {
  const kind = placeKinds.find((k) => k === tags.place)
  const name = tags.name ?? tags['name:zh']
  if (!kind || !name) return null
  const population = number(tags.population)
  const elevationM = number(tags.ele)
  const nameEn = tags['name:en']
  const others = [tags['name:zh'], tags.alt_name, tags.old_name].filter((n) => n !== undefined)
  return {
    id,
    kind,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    otherNames: [...new Set(others)].filter((n) => n !== name),
    at,
    ...(population === undefined ? {} : { population: Math.round(population) }),
    ...(elevationM === undefined ? {} : { elevationM }),
  }
}
