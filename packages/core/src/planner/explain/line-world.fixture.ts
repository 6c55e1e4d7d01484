import type { LineFacility, LinePlace } from '../../access/line-county.fixture.ts'
import type { CountyInput } from '../../plan/county.ts'
import type { Plan } from '../../plan/plan.ts'
import type { LinePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import type { PlanOptions } from '../plan-options.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { type World, worldOf } from './world.ts'

export const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
export const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }

/** A hundred people at each of these kilometres. */
export const places = (...x: number[]): LinePlace[] =>
  x.map((km, k) => ({ id: `S${k}`, x: km, people: 100 }))

/** A county on a line, planned, as explanations take it. */
export async function lineWorld(
  made: LinePlan,
  options: Pick<PlanOptions, 'milp'> & Partial<PlanOptions> & { iterations: number },
): Promise<{ world: World; plan: Plan }> {
  const { plan } = await makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode: 'least-cost',
      seed: 1,
      workers: 1,
      stop: (k) => k >= options.iterations,
      solveTours,
      ...options,
    },
  )
  const input: CountyInput = {
    county: made.county,
    catalogue: made.catalogue,
    roads: null,
    terrain: { tiles: [] } as unknown as CountyInput['terrain'],
    minutes: null,
  }
  return { world: worldOf(input, made.travel), plan }
}
