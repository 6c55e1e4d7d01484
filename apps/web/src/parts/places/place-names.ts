import type { PersonLine } from '@kuashan/contract/people.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useDivisions } from '../../server/divisions.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { useOwnName } from '../../shell/own-name.ts'

/** How the place is called where somebody lives: the village, and the settlement where the reader sees it. */
export function usePlaceNames(): (person: Pick<PersonLine, 'division' | 'settlement'>) => string {
  const county = useCounty()
  const own = useOwnName()
  const { name } = useDivisions()
  const enabled = useMay(routes.territory.places)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled }).data?.data
  return ({ division, settlement }) => {
    const home = places?.settlements.find(({ id }) => id === settlement)
    return [division && name(division), home ? own(home) : settlement].filter(Boolean).join(' · ')
  }
}
