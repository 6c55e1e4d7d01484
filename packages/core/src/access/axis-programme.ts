import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import { byText } from '../kernel/order.ts'
import type { Change } from '../plan/change.ts'
import { type CountyInput, horizonDaysOf } from '../plan/county.ts'
import type { Centre } from '../territory/development-axis.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { testFloor } from './floor-test.ts'
import { limitsOf } from './limits.ts'
import type { Missing } from './measurement.ts'
import { opportunitiesIn } from './opportunity.ts'
import type { Supply } from './supply.ts'

/** What a centre lacks for one service, and a site that would close the gap where one can. */
export interface AxisShortfall {
  settlement: string
  rank: number
  service: string
  missing: Missing[]
  /** Null where no fixed site gives the service. */
  proposal: Change | null
}

/** A centre's own standards as floors to test. */
const floorsOf = (centre: Centre, service: string): Floor[] =>
  centre.standards
    .filter((s) => s.service === service)
    .map(({ metric, value }) => ({
      service,
      metric,
      value,
      unit: '',
      level: 'county',
      document: 'development axis 发展轴',
      clause: '—',
      invented: false,
    }))

function proposalAt(centre: Centre, service: Service): Change | null {
  const fixed = service.channels.find((c) => c.mode === 'fixed')
  return fixed
    ? {
        do: 'add-site-at',
        id: `axis-${centre.settlement}-${fixed.kind}`,
        kind: fixed.kind as Extract<Change, { do: 'add-site-at' }>['kind'],
        settlement: centre.settlement,
        reason: `development axis, centre of rank ${centre.rank}`,
      }
    : null
}

/**
 * The shortfall programme of the development axis: centre by centre, the highest rank first, which of its standards the
 * supply does not meet. Sites are proposed in the same order, one of a kind a centre.
 */
export function axisProgramme(
  { county, catalogue }: CountyInput,
  travel: CountyTravel,
  supply: Supply,
): AxisShortfall[] {
  const horizonDays = horizonDaysOf(county)
  const find = opportunitiesIn(supply, travel, horizonDays)
  const homes = new Map(county.settlements.map((s) => [s.id, s]))
  const centres = [...(county.settings.axis?.centres ?? [])]
    .sort(byText((c) => c.settlement))
    .sort((a, b) => a.rank - b.rank)
  return centres.flatMap((centre) => {
    const home = homes.get(centre.settlement)
    if (home === undefined) return []
    return catalogue.services.flatMap((service): AxisShortfall[] => {
      const floors = floorsOf(centre, service.id)
      if (floors.length === 0) return []
      const found = find(home.id, service.id, limitsOf(floors, county.settings.assumptions))
      const kinds = service.channels.flatMap((c) => (c.mode === 'fixed' ? [c.kind] : []))
      const sitesInVillage = supply.sites.filter(
        (s) => s.division !== '' && s.division === home.division && kinds.includes(s.kind),
      ).length
      const missing = floors.flatMap(
        (floor) => testFloor(floor, found, { service, horizonDays, sitesInVillage }) ?? [],
      )
      if (missing.length === 0) return []
      const { settlement, rank } = centre
      const proposal = proposalAt(centre, service)
      return [{ settlement, rank, service: service.id, missing, proposal }]
    })
  })
}

/** The programme as changes: a site of each kind wanted at each centre, once, by rank. */
export function programmeChanges(programme: readonly AxisShortfall[]): Change[] {
  const seen = new Set<string>()
  return programme.flatMap(({ proposal }) => {
    if (proposal?.do !== 'add-site-at' || seen.has(proposal.id)) return []
    seen.add(proposal.id)
    return [proposal]
  })
}
