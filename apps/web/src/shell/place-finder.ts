import type { Territory } from '@kuashan/contract/territory.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { findNames, indexNames, type Spell } from '@kuashan/ui/search/find-names.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ownName } from './own-name.ts'

export type FoundKind = 'settlement' | 'facility' | 'division'

export interface FoundPlace {
  id: string
  name: string
  /** The village or township it lies in. */
  inside: string
  kind: FoundKind
}

/** Everything with a name, and how to find it. Divisions above the township are left out. */
export function placeFinder(
  { settlements, facilities, divisions }: Territory,
  spell: Spell,
  language: Language = 'zh',
): (typed: string, most: number) => FoundPlace[] {
  const divisionName = new Map(divisions.map((d) => [d.code, ownName(d, language)]))
  const local = divisions.filter((d) => d.level === 'village' || d.level === 'township')
  const places = new Map<string, FoundPlace & { names: string[] }>()
  for (const { id, name, nameEn, otherNames, division } of settlements)
    places.set(id, {
      id,
      name: ownName({ name, nameEn }, language),
      kind: 'settlement',
      inside: divisionName.get(division) ?? '',
      names: [name, ...(nameEn ? [nameEn] : []), ...otherNames],
    })
  for (const { code, name, nameEn, parent, oldNames } of local)
    places.set(code, {
      id: code,
      name: ownName({ name, nameEn }, language),
      kind: 'division',
      inside: (parent && divisionName.get(parent)) || '',
      names: [name, ...(nameEn ? [nameEn] : []), ...oldNames],
    })
  for (const { id, name, nameEn, division } of facilities)
    places.set(id, {
      id,
      name: ownName({ name, nameEn }, language),
      kind: 'facility',
      inside: divisionName.get(division) ?? '',
      names: [name, ...(nameEn ? [nameEn] : [])],
    })
  const index = indexNames([...places.values()], spell)
  return (typed, most) => findNames(index, typed, most).map((id) => places.get(id)!)
}

/** Ids of all that fits what was typed; null where nothing was, or while the finder is on its way. */
export function useFoundPlaces(territory: Territory, typed: string): ReadonlySet<string> | null {
  const isAsked = typed.trim() !== ''
  const find = usePlaceFinder(isAsked ? territory : undefined)
  return useMemo(
    () =>
      isAsked && find ? new Set(find(typed, Number.POSITIVE_INFINITY).map(({ id }) => id)) : null,
    [isAsked, find, typed],
  )
}

/** The finder of a territory; pinyin is loaded when it is first wanted. Undefined until then. */
export function usePlaceFinder(territory: Territory | undefined) {
  const language = useLanguage()
  const spell = useQuery({
    queryKey: ['spell-pinyin'],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: territory !== undefined,
    queryFn: async () => ({
      by: (await import('@kuashan/ui/search/spell-pinyin.ts')).spellPinyin,
    }),
  }).data
  return useMemo(
    () => (territory && spell ? placeFinder(territory, spell.by, language) : undefined),
    [territory, spell, language],
  )
}
