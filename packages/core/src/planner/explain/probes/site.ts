import type { FacilityKind } from '../../../catalogue/service.ts'
import type { Change } from '../../../plan/change.ts'
import type { County } from '../../../plan/county.ts'
import type { Facility } from '../../../resources/facility.ts'
import { cutOffIn } from '../cut-off.ts'
import { cheapestKind, siteKind, unpriced, usualFigures } from '../usual-site.ts'
import type { Probe, Question, Trial } from './probe.ts'

/** Buildings weighed: the nearest within the limit. */
const mostBuildings = 3

const conversion = (county: County, facility: Facility, kind: FacilityKind): Change => {
  const registered = facility.conversions.some((c) => c.toKind === kind)
  return {
    do: 'convert-site',
    facility: facility.id,
    toKind: kind,
    ...(registered ? {} : { figures: usualFigures(county, kind) }),
  }
}

/**
 * An empty building within the limit is used for the service, at registered figures or those usual of its kind. One
 * that the plan uses already is not empty.
 */
function emptyBuildings({ world, plan, cell }: Question): Trial[] {
  const { county } = world.input
  const used = new Set(plan.sites.flatMap((s) => (s.action === 'close' ? [] : [s.facility])))
  const kind = cheapestKind(county, cell.scoped.fixedKinds as FacilityKind[])
  if (kind === undefined) return []
  return county.facilities
    .filter((f) => f.state !== 'open' && !used.has(f.id) && f.unfit.length === 0 && f.at !== null)
    .map((f) => ({ f, seconds: world.base.resident.seconds(cell.settlement.id, f.id) }))
    .filter(({ seconds }) => seconds >= 0 && seconds <= cell.limits.fixedSeconds)
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, mostBuildings)
    .map(({ f }) => {
      const own = f.conversions.find((c) => cell.scoped.fixedKinds.includes(c.toKind))?.toKind
      const use = own ?? kind
      return {
        what: { facility: f.id, kind: use },
        ...(own === undefined ? unpriced(county, use) : {}),
        unit: 'none',
        amounts: [0],
        changes: () => [conversion(county, f, use)],
      }
    })
}

/** A new site in the settlement itself, where whoever works there can get to it. */
function newSite({ world, cell }: Question): Trial[] {
  const kind = siteKind(world, cell)
  if (kind === undefined || cell.settlement.at === null) return []
  if (cutOffIn(world.base.ground)(cell)) return []
  const { capitalFen: _, lifeYears: __, ...figures } = usualFigures(world.input.county, kind)
  return [
    {
      what: { settlement: cell.settlement.id, kind },
      ...unpriced(world.input.county, kind),
      unit: 'none',
      amounts: [0],
      changes: () => [
        {
          do: 'add-site-at',
          id: `${cell.settlement.id}-${kind}`,
          kind,
          settlement: cell.settlement.id,
          ...figures,
        },
      ],
    },
  ]
}

export const site: Probe = {
  kind: 'site',
  trials: (question) => [...emptyBuildings(question), ...newSite(question)],
}
