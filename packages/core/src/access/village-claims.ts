import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { townshipOf } from '../territory/division.ts'
import { villageOf } from '../territory/settlement.ts'
import type { Claim, Holding } from './allocation.ts'

/** Every village as a claimant: those who live there, those registered (null where any is unknown), and remote or not. */
export function villageClaims(
  county: County,
  remote: ReadonlySet<string>,
): (Claim & { registered: number | null })[] {
  const found = new Map<string, Claim & { registered: number | null }>()
  for (const settlement of county.settlements) {
    const id = villageOf(settlement)
    const claim = found.get(id) ?? { id, people: 0, remote: false, registered: 0 }
    found.set(id, {
      id,
      people: claim.people + settlement.permanent.total,
      remote: claim.remote || remote.has(settlement.id),
      registered:
        claim.registered === null || settlement.registered === null
          ? null
          : claim.registered + settlement.registered,
    })
  }
  return [...found.values()].sort(byText((x) => x.id))
}

/** Staff of some posts by township of their employer, against residents of the township (A110). */
export function staffHoldings(county: County, posts: readonly string[]): Holding[] {
  const found = new Map<string, Holding>()
  const at = (id: string): Holding => {
    const holding = found.get(id) ?? { id, people: 0, units: 0 }
    found.set(id, holding)
    return holding
  }
  for (const s of county.settlements) {
    if (s.division !== '') at(townshipOf(s.division)).people += s.permanent.total
  }
  const employers = new Map(county.facilities.map((f) => [f.id, f.division]))
  for (const member of county.staff) {
    const division = employers.get(member.employer)
    if (division && posts.includes(member.post)) at(townshipOf(division)).units++
  }
  return [...found.values()].sort(byText((x) => x.id))
}
