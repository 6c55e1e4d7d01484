/** The demo city (nine counties, seed 1): 24 visits a year to 648 villages by 64 clinic vehicles, planned and checked. */
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { planned } from '../test/features/planning.fixture.ts'
import { villagesDue, villageVisits } from '../test/features/village-visits.fixture.ts'
import { peakMemory, secondsSince, tell } from './report-figures.ts'

const input = demoCounty({ size: 'city', seed: 1 })
const started = performance.now()
const problem = await villageVisits(input, villagesDue(input, 'without-institution'), 24)
const travelled = secondsSince(started)
const plan = await planned(problem, 300)
const whole = secondsSince(started)
const { verdict, figures } = checkPlan({ ...problem, plan })
const loads = new Map(problem.county.vehicles.map((v) => [v.id, 0]))
for (const tour of plan.tours) loads.set(tour.vehicle, loads.get(tour.vehicle)! + 1)
tell({
  'city-plan/seconds': whole,
  'city-plan/memory': peakMemory(),
  'city-plan/travel-seconds': travelled,
  'city-plan/valid': verdict === 'valid' ? 1 : 0,
  'city-plan/villages': problem.county.settlements.length,
  'city-plan/villages-missed': new Set(figures.floorsMissed.map((m) => m.settlement)).size,
  'city-plan/vehicle-days': plan.tours.length,
  'city-plan/days-of-the-fullest-vehicle': Math.max(...loads.values()),
})
