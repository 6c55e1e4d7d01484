import type { Change } from '../../plan/change.ts'
import { costsToday } from '../../plan/costs-today.ts'
import type { CountyInput } from '../../plan/county.ts'
import type { Costs } from '../../plan/plan.ts'
import { applyChanges } from '../../plan/scenario/apply-changes.ts'
import type { YearTravel } from '../../travel/travel-table.ts'
import { withSiteAt } from '../../travel/with-site-at.ts'
import { countyInOrder } from '../county-in-order.ts'
import { editBase } from '../edit/edit-base.ts'
import { fleetClasses } from '../fleet-class.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { ridesWhenAsked } from '../joint/options/ride-options.ts'
import type { PlanGround } from '../plan-ground.ts'
import { pursesOf } from '../purses.ts'
import { siteCandidates } from '../site-candidates.ts'

/** A county as it is, or as a change would make it, with what plans of it are decided on. */
export interface World {
  input: CountyInput
  travel: YearTravel
  base: ChoiceGround
  today: Costs
}

/** Finds ways again where roads or places changed; the engine's `yearTravel`. */
export type FindTravel = (input: CountyInput) => Promise<YearTravel>

export function worldOf(input: CountyInput, travel: YearTravel): World {
  const { county, catalogue } = input
  return {
    input,
    travel,
    base: editBase({ county, catalogue, travel }),
    today: costsToday(countyInOrder(county), travel),
  }
}

/** Tables on which it hangs who needs what and which open sites meet it. */
const needTables = ['settlements', 'facilities', 'standards', 'divisions'] as const

/**
 * The world after changes; null where they can't be applied, or where ways would have to be found again and there is
 * nobody to find them. Without somebody to find ways a new site is there for those of its own settlement alone.
 */
export async function changedWorld(
  world: World,
  changes: readonly Change[],
  findTravel: FindTravel | undefined,
): Promise<World | null> {
  if (changes.length === 0) return world
  const { input } = applyChanges(world.input, changes)
  if (input === null) return null
  const travel = !travelChanges(world.input, input)
    ? world.travel
    : findTravel === undefined
      ? travelWithNewSites(world, input, changes)
      : await findTravel(input)
  if (travel === null) return null
  return sameNeeds(world, input) && travel === world.travel
    ? lightWorld(world, input)
    : worldOf(input, travel)
}

/** Travel where nothing moved but that sites were put up in settlements; null where more did. */
function travelWithNewSites(
  { input, travel }: World,
  after: CountyInput,
  changes: readonly Change[],
): YearTravel | null {
  const sites = changes.flatMap((c) => (c.do === 'add-site-at' ? [c] : []))
  const built = new Set(sites.map((s) => s.id))
  const facilities = after.county.facilities.filter((f) => !built.has(f.id))
  if (travelChanges(input, { ...after, county: { ...after.county, facilities } })) return null
  return sites.reduce((found, s) => withSiteAt(found, s.id, s.settlement), travel)
}

/** Whether ways have to be found again: roads, closures or where things are. */
function travelChanges(before: CountyInput, after: CountyInput): boolean {
  const places = (input: CountyInput) =>
    JSON.stringify([
      input.county.facilities.map((f) => [f.id, f.at]),
      input.county.settlements.map((s) => [s.id, s.at]),
      [...new Set(input.county.vehicles.map((v) => [v.widthM, v.weightT].join()))].sort(),
      input.county.settings.closures,
      input.county.settings.seasons,
    ])
  return (
    before.roads !== after.roads ||
    before.minutes !== after.minutes ||
    places(before) !== places(after)
  )
}

function sameNeeds(world: World, after: CountyInput): boolean {
  const { county, catalogue } = world.input
  const { assumptions, withinBorders } = county.settings
  return (
    catalogue === after.catalogue &&
    needTables.every((t) => county[t] === after.county[t]) &&
    JSON.stringify(assumptions) === JSON.stringify(after.county.settings.assumptions) &&
    (withinBorders ?? 'none') === (after.county.settings.withinBorders ?? 'none')
  )
}

/** Stops and walks stay; classes of vehicles, rides and, where there is other money or other posts and staff, sites are found again. */
function choiceGroundOf({ base }: World, ground: PlanGround): ChoiceGround {
  const before = base.ground.county
  const after = ground.county
  const same = (of: (county: typeof before) => unknown) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after))
  const sameStaff =
    after.settings.posts === undefined || (same((c) => c.settings.posts) && same((c) => c.staff))
  const sameMeans = same((c) => c.funds) && sameStaff
  const candidates = sameMeans ? base.candidates : siteCandidates(ground)
  const changed = {
    ...base,
    ground,
    classes: fleetClasses(ground),
    candidates,
    purses: sameMeans ? base.purses : pursesOf(ground, candidates),
  }
  return { ...changed, rides: ridesWhenAsked(changed) }
}

/** Other vehicles, staff, funds or budgets: who needs what stays as it was found. */
function lightWorld(world: World, input: CountyInput): World {
  const county = countyInOrder(input.county)
  return {
    ...world,
    input,
    base: choiceGroundOf(world, { ...world.base.ground, county }),
    today: costsToday(county, world.travel),
  }
}
