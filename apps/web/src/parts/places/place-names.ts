import type { PersonLine } from '@kuashan/contract/people.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { useOwnName } from '../../shell/own-name.ts'

/** How the place is called where somebody lives; its code where the reader may not see the county's places. */
export function usePlaceNames(): (person: Pick<PersonLine, 'division' | 'settlement'>) => string {
  const county = useCounty()
  const own = useOwnName()
  const enabled = useMay(routes.territory.places)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled }).data?.data
  return ({ division, settlement }) => {
    const village = places?.divisions.find(({ code }) => code === division)
    const home = places?.settlements.find(({ id }) => id === settlement)
    return [village ? own(village) : division, home ? own(home) : settlement]
      .filter(Boolean)
      .join(' · ')
  }
}
