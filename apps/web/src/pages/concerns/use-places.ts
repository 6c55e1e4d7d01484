import { routes } from '@kuashan/contract/routes.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useMemo } from 'react'
import { useDivisions } from '../../server/divisions.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay, useMayIn } from '../../shell/county.tsx'
import { ownName } from '../../shell/own-name.ts'

interface Places {
  villages: { value: string; label: string }[]
  /** A village or settlement by its name; what is not known shows itself. */
  name: (id: string) => string
  /** People who live in a village; null where that is not known. */
  peopleIn: (village: string) => number | null
}

/** Villages of one’s area to choose from, and all of them by name; settlements by name for those who may see them. */
export function usePlaces(): Places {
  const county = useCounty()
  const language = useLanguage()
  const maySee = useMay(routes.territory.places)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled: maySee })
  const territory = places.data?.data
  const { all: divisions } = useDivisions()
  const mayRaiseIn = useMayIn(routes.concerns.raise)
  const known = useMemo(() => {
    const names = new Map([
      ...divisions.map((d) => [d.code, ownName(d, language)] as const),
      ...(territory?.settlements ?? []).map((s) => [s.id, ownName(s, language)] as const),
    ])
    const people = new Map<string, number>()
    for (const { division, permanent } of territory?.settlements ?? [])
      people.set(division, (people.get(division) ?? 0) + permanent.total)
    return {
      name: (id: string) => names.get(id) ?? id,
      peopleIn: (village: string) => people.get(village) ?? null,
    }
  }, [territory, divisions, language])
  const villages = divisions
    .filter(({ level, code }) => level === 'village' && mayRaiseIn(code))
    .map((d) => ({ value: d.code, label: ownName(d, language) }))
  return { ...known, villages }
}
