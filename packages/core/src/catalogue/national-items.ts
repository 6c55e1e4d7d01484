import type { Catalogue } from './catalogue.ts'

export type NationalItem = Catalogue['nationalItems2021']['items'][number]

/** National items that no service of the catalogue delivers, by number (A41). */
export function uncoveredNationalItems(catalogue: Catalogue): NationalItem[] {
  const covered = new Set(catalogue.services.flatMap((s) => s.nationalItems ?? []))
  return catalogue.nationalItems2021.items
    .filter((item) => !covered.has(item.no))
    .sort((a, b) => a.no - b.no)
}
