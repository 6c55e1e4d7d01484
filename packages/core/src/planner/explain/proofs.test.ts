import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { changeText, whyNotLines } from '../../words/explain/explain-need.ts'
import { floorsByReachText, reachLines } from '../../words/explain/reach-words.ts'
import { type LinePlan, linePlan } from '../line-plan.fixture.ts'
import type { ProvedChange } from './answer.ts'
import { boundsToday } from './bounds-today.ts'
import { carryOut } from './carry-out.ts'
import { centre, lineWorld, places, van } from './line-world.fixture.ts'
import { site } from './probes/site.ts'
import { floorsByReach, reachOfShortages } from './shortage-reach.ts'
import { whyNotServed } from './why-not-served.ts'
import type { World } from './world.ts'

const visits = (perYear: number) => standard('MED-01', 'minVisitsPerVillageYear', perYear)
const near = standard('MED-01', 'maxTravelMin', 30)
/** Only vehicles bring the service. */
const byVehicleOnly = (made: LinePlan): LinePlan => ({
  ...made,
  catalogue: {
    ...made.catalogue,
    services: made.catalogue.services.map((s) => ({
      ...s,
      channels: s.channels.filter((c) => c.mode === 'vehicle'),
    })),
  },
})

const planned = (made: LinePlan) => lineWorld(made, { milp: solveMilpHere, iterations: 40 })

describe('proofs that a need cannot be met', () => {
  it('says of every way which figure stands against which limit, where nothing helps whatever is added', async () => {
    const { world, plan } = await planned(
      byVehicleOnly(linePlan(places(10), [centre], { standards: [visits(400)], vehicles: [van] })),
    )
    const need = { settlement: 'S0', service: 'MED-01' }
    const answer = (await whyNotServed(world, plan, need))!
    const workdays = world.base.ground.workdays.length
    expect(answer).toMatchObject({ verdict: 'impossible', bound: 'calendar', changes: [] })
    expect(answer.proof!.map((b) => [b.mode, b.by])).toEqual([
      ['fixed', 'not-in-catalogue'],
      ['vehicle', 'floor-not-met'],
      ['doorstep', 'not-in-catalogue'],
      ['remote', 'not-in-catalogue'],
      ['ride', 'not-in-catalogue'],
    ])
    const [, vehicle] = answer.proof!
    expect(vehicle).toMatchObject({ metric: 'minVisitsPerVillageYear', figure: workdays })
    expect(vehicle!.limit).toBeGreaterThan(workdays)
    for (const language of ['zh', 'en'] as const)
      expect(whyNotLines(answer, language, (id) => id).join('\n')).toContain(`${workdays}`)
    // With as many visits as there are workdays nothing of it is proved.
    const fewer = await planned(
      byVehicleOnly(linePlan(places(10), [centre], { standards: [visits(200)], vehicles: [] })),
    )
    const open = (await whyNotServed(fewer.world, fewer.plan, need))!
    expect(open.verdict).not.toBe('impossible')
  })

  it('tells by travel alone what is out of reach, by how much, and what a site there costs', async () => {
    const { world, plan } = await planned(
      linePlan(places(10, 40), [centre], { standards: [near], vehicles: [] }),
    )
    const [need, ...others] = reachOfShortages(world, plan)
    expect(others).toEqual([])
    expect(need).toMatchObject({ settlement: 'S1', verdict: 'beyond' })
    expect(need!.bounds.find((b) => b.mode === 'fixed')).toMatchObject({
      by: 'beyond-limit',
      figure: 40 * 120,
      limit: 30 * 60,
      place: 'F-centre',
    })
    expect(need!.bounds.find((b) => b.mode === 'vehicle')).toMatchObject({ by: 'none-there' })
    expect(floorsByReach([need!])).toEqual({ never: 0, beyond: 1, 'held-back': 0 })
    expect(floorsByReachText({ never: 0, beyond: 1, 'held-back': 0 }, 'en')).toContain('1 proved')
    for (const language of ['zh', 'en'] as const)
      expect(reachLines(need!, language, (id) => id).join('\n')).toContain('F-centre')
  })

  it('law: what is proved out of reach no plan meets, and what a plan meets is never said to be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 20, max: 60 }),
        fc.constantFrom(2, 4, 8),
        fc.boolean(),
        async (x, limit, hours, hire) => {
          const { world, plan } = await planned(
            linePlan(places(...x), [centre], {
              standards: [standard('MED-01', 'maxTravelMin', limit), visits(12)],
              vehicles: [{ ...van, shiftSeconds: hours * 3600 }],
              settings: {
                prices: {
                  fuelPerKmFen: 150,
                  staffHourFen: 3000,
                  residentHourFen: 0,
                  busPerKmFen: hire ? 300 : 0,
                },
              },
            }),
          )
          const bounds = boundsToday(world)
          const missed = new Set(plan.shortages.map((s) => `${s.settlement} ${s.service}`))
          for (const cell of world.base.ground.cells) {
            if (cell.met || bounds(cell) === null) continue
            expect(missed).toContain(`${cell.settlement.id} ${cell.scoped.service.id}`)
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('changes where none of the simple ones serves', () => {
  const need = { settlement: 'S0', service: 'MED-01' }
  const met = async (world: World, plan: Plan, change: ProvedChange) => {
    const done = (await carryOut(world, plan, change))!
    const { county, catalogue } = done.world.input
    const checked = checkPlan({ county, catalogue, travel: done.world.travel, plan: done.plan })
    expect(checked.verdict).toBe('valid')
    expect(checked.figures.floorsMissed).toEqual([])
  }

  it('are two together: a longer shift and more hours of the crew', async () => {
    const { world, plan } = await planned(
      byVehicleOnly(
        linePlan(places(60), [centre], {
          standards: [visits(24)],
          vehicles: [{ ...van, crew: 1, shiftSeconds: 4 * 3600 }],
          staff: [
            {
              id: 'P1',
              post: 'doctor',
              weeklyHours: 1,
              employer: 'F-centre',
              provenance: { method: 'entered' },
            },
          ],
        }),
      ),
    )
    const answer = (await whyNotServed(world, plan, need))!
    expect(answer.changes.map((c) => [c.kind, c.and?.kind])).toEqual([
      ['longer-shift', 'staff-hours'],
    ])
    await met(world, plan, answer.changes[0]!)
    expect(changeText(answer.changes[0]!, 'en', (id) => id)).toContain('; and F-centre gets 1 more')
  })

  it('are a vehicle of a kind that the county lacks', async () => {
    const { world, plan } = await planned(
      byVehicleOnly(
        linePlan(places(10), [centre], {
          standards: [visits(24)],
          vehicles: [{ ...van, kind: 'cultureVehicle' }],
        }),
      ),
    )
    const answer = (await whyNotServed(world, plan, need))!
    expect(answer.changes[0]).toMatchObject({ kind: 'new-vehicle', what: { depot: 'F-centre' } })
    await met(world, plan, answer.changes[0]!)
  })
})

describe('a site for a need', () => {
  it('is no building that the plan uses already', async () => {
    const school: LineFacility = {
      id: 'F-school',
      x: 60,
      kind: 'primarySchool',
      state: 'vacant',
      conversions: [],
    }
    const { world, plan } = await planned(
      linePlan(places(60), [centre, school], { standards: [near], vehicles: [] }),
    )
    const cell = world.base.ground.cells[0]!
    const proposed = (of: Plan) =>
      site
        .trials({ world, plan: of, cell, missing: of.shortages })
        .map((t) => t.what.facility ?? t.what.settlement)
    expect(proposed(plan)).toEqual(['F-school', 'S0'])
    const used: Plan['sites'][number] = {
      facility: 'F-school',
      action: 'convert',
      toKind: 'villageClinic',
      services: [],
      yearCostFen: 0,
      capitalFen: 0,
      fund: null,
      staffHoursYear: 0,
    }
    expect(proposed({ ...plan, sites: [used] })).toEqual(['S0'])
  })
})
