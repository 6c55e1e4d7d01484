import type { Me } from '@kuashan/contract/session.ts'
import { useOwnEmergencies } from '../server/emergencies.ts'
import { useBeginning } from './beginning.ts'
import { mayCall } from './county.tsx'
import { type PageEntry, pages } from './pages.tsx'

/** The pages that somebody is offered, in the order of the menu, and the one that opens first: null while that is asked. */
export function useOwnPages(me: Me): { mine: readonly PageEntry[]; home: PageEntry | null } {
  const beginning = useBeginning(me)
  const inEmergency = useOwnEmergencies(me).length > 0
  const mine = pages
    .filter(
      ({ needs, inEmergency: inOne }) =>
        needs === undefined || mayCall(me, needs) || (inEmergency && inOne),
    )
    .filter(({ unless }) => unless === undefined || !mayCall(me, unless))
    .filter(({ when }) => when === undefined || when.includes(beginning ?? 'running'))
  const home = mine.find(({ path }) => path !== 'start' || beginning === 'empty') ?? mine[0]!
  return { mine, home: beginning === null ? null : home }
}
