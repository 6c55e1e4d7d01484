import type { PersonLine } from '@kuashan/contract/people.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'

/** How the place is called where somebody lives; its code where the reader may not see the county's places. */
export function usePlaceNames(): (person: Pick<PersonLine, 'division' | 'settlement'>) => string {
  const county = useCounty()
  const language = useLanguage()
  const enabled = useMay(routes.territory.places)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled }).data?.data
  const named = (place: { name: string; nameEn?: string | undefined } | undefined) =>
    place && (language === 'en' ? (place.nameEn ?? place.name) : place.name)
  return ({ division, settlement }) =>
    [
      named(places?.divisions.find(({ code }) => code === division)) ?? division,
      settlement && (named(places?.settlements.find(({ id }) => id === settlement)) ?? settlement),
    ]
      .filter(Boolean)
      .join(' · ')
}
