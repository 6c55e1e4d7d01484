import { routes } from '@kuashan/contract/routes.ts'
import type { Resources, Territory } from '@kuashan/contract/territory.ts'
import { type Names, namesOf } from '@kuashan/pages/report/names.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useMemo } from 'react'
import { useCounty } from '../shell/county.tsx'
import { useAnswer } from './server.ts'

/** Places and vehicles of the county, and how each is called. */
export interface Known {
  territory: Territory
  resources: Resources
  names: Names
}

/** What the pages name things by; null while it is fetched. */
export function useKnown(): { known: Known | null; error: Error | null } {
  const county = useCounty()
  const language = useLanguage()
  const places = useAnswer(routes.territory.places, { params: { county } })
  const fleet = useAnswer(routes.territory.resources, { params: { county } })
  const territory = places.data?.data
  const resources = fleet.data?.data
  const known = useMemo(() => {
    if (!territory || !resources) return null
    const named = { county: { ...territory, ...resources, funds: [] }, catalogue: { services: [] } }
    return { territory, resources, names: namesOf(named, language) }
  }, [territory, resources, language])
  return { known, error: places.error ?? fleet.error }
}
