import { routes } from '@kuashan/contract/routes.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useMemo } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { ownName } from '../../shell/own-name.ts'

interface Places {
  villages: { value: string; label: string }[]
  /** A village or settlement by its name; what is not known shows itself. */
  name: (id: string) => string
  /** People who live in a village; null where that is not known. */
  peopleIn: (village: string) => number | null
}

/** Villages by name, for those who may see the places of the county; others get codes. */
export function usePlaces(): Places {
  const county = useCounty()
  const language = useLanguage()
  const maySee = useMay(routes.territory.places)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled: maySee })
  const territory = places.data?.data
  return useMemo(() => {
    const names = new Map([
      ...(territory?.divisions ?? []).map((d) => [d.code, ownName(d, language)] as const),
      ...(territory?.settlements ?? []).map((s) => [s.id, ownName(s, language)] as const),
    ])
    const people = new Map<string, number>()
    for (const { division, permanent } of territory?.settlements ?? [])
      people.set(division, (people.get(division) ?? 0) + permanent.total)
    return {
      villages: (territory?.divisions ?? [])
        .filter(({ level }) => level === 'village')
        .map((d) => ({ value: d.code, label: ownName(d, language) })),
      name: (id) => names.get(id) ?? id,
      peopleIn: (village) => people.get(village) ?? null,
    }
  }, [territory, language])
}
