import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Resources, Territory } from '@kuashan/contract/territory.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { type Names, namesOf } from '@kuashan/ui/names.ts'
import { useMemo } from 'react'
import { useCounty } from '../shell/county.tsx'
import { useDivisions } from './divisions.ts'
import { useAnswer } from './server.ts'

/** Places, vehicles and services of the county, and how each is called. */
export interface Known {
  territory: Territory
  resources: Resources
  catalogue: CatalogueOfCounty
  names: Names
}

/** What the pages name things by; null while it is fetched. */
export function useKnown(): { known: Known | null; error: Error | null } {
  const county = useCounty()
  const language = useLanguage()
  const places = useAnswer(routes.territory.places, { params: { county } })
  const fleet = useAnswer(routes.territory.resources, { params: { county } })
  const { all: divisions } = useDivisions()
  const services = useAnswer(routes.catalogue.get, { params: { county } })
  const territory = places.data?.data
  const resources = fleet.data?.data
  const catalogue = services.data?.data
  const known = useMemo(() => {
    if (!territory || !resources || !catalogue) return null
    const here = new Set(territory.divisions.map(({ code }) => code))
    // Buildings outside the reader’s area are seen too, and stand in villages with names.
    const beyond = divisions.filter(({ code }) => !here.has(code))
    const county = { ...territory, divisions: [...territory.divisions, ...beyond] }
    const named = { county: { ...county, ...resources, funds: [] }, catalogue }
    return { territory, resources, catalogue, names: namesOf(named, language) }
  }, [territory, divisions, resources, catalogue, language])
  return { known, error: places.error ?? fleet.error ?? services.error }
}
