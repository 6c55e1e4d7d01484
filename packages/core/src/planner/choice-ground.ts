import { siteOffers } from '../access/site-offers.ts'
import { fleetClasses } from './fleet-class.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { ridesWhenAsked } from './joint/options/ride-options.ts'
import { closable } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import { pursesOf } from './purses.ts'
import { roadReader } from './road-reader.ts'
import { siteCandidates } from './site-candidates.ts'
import { stopCandidates, walksOf } from './stop-candidates.ts'

/** What the joint choice is made on: the same in all rounds. */
export function choiceGround(ground: PlanGround): ChoiceGround {
  const walks = walksOf(ground.county, ground.travel.base.walkToStops)
  const firm = ground.county.facilities.filter(
    (f) => f.state === 'open' && !closable(ground.county, f),
  )
  const firmSites = new Map<string, string[]>()
  const givers = new Map<string, { id: string; kind: string }[]>()
  for (const facility of firm) {
    const { id, kind, services } = facility
    firmSites.set(kind, [...(firmSites.get(kind) ?? []), id])
    const use = { facility, kind, services }
    for (const offer of siteOffers(use, ground.catalogue, ground.county.settings))
      if (offer.mode === 'fixed')
        givers.set(offer.service, [...(givers.get(offer.service) ?? []), { id, kind }])
  }
  const candidates = siteCandidates(ground)
  const base = {
    ground,
    classes: fleetClasses(ground),
    stops: stopCandidates(ground.county, walks).map((s) => s.id),
    walks,
    candidates,
    purses: pursesOf(ground, candidates),
    resident: roadReader(ground.travel.base.resident),
    firmSites,
    nearest: { stops: 6, doorsteps: 2 },
    givers,
  }
  return { ...base, rides: ridesWhenAsked(base) }
}
