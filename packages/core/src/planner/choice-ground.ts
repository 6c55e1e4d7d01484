import { fleetClasses } from './fleet-class.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { closable } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import { roadReader } from './road-reader.ts'
import { siteCandidates } from './site-candidates.ts'
import { stopCandidates, walksOf } from './stop-candidates.ts'

/** What the joint choice is made on: the same in all rounds. */
export function choiceGround(ground: PlanGround): ChoiceGround {
  const walks = walksOf(ground)
  const firmSites = new Map<string, string[]>()
  for (const f of ground.county.facilities)
    if (f.state === 'open' && !closable(ground.county, f))
      firmSites.set(f.kind, [...(firmSites.get(f.kind) ?? []), f.id])
  return {
    ground,
    classes: fleetClasses(ground),
    stops: stopCandidates(ground, walks).map((s) => s.id),
    walks,
    candidates: siteCandidates(ground),
    resident: roadReader(ground.travel.base.resident),
    firmSites,
    nearest: { stops: 6, doorsteps: 2 },
  }
}
