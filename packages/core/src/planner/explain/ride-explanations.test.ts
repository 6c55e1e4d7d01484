import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, type LinePlace, standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { changeText, whyNotLines, whyThisLines } from '../../words/explain/explain-need.ts'
import { applyEdits } from '../edit/apply-edits.ts'
import { type LineOptions, linePlan } from '../line-plan.fixture.ts'
import { carryOut } from './carry-out.ts'
import { centre, lineWorld, places, van } from './line-world.fixture.ts'
import { whyNotServed } from './why-not-served.ts'
import { whyThis } from './why-this.ts'
import type { World } from './world.ts'

const bus = { id: 'bus', kind: 'bus', depot: 'F-centre', seats: 19, crew: 1, costPerKmFen: 100 }
const visits24 = standard('MED-01', 'minVisitsPerVillageYear', 24)
const hire = (busPerKmFen: number) => ({
  prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen },
})
const school = (x: number, yearCostFen: number): LineFacility => ({
  id: 'F-school',
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [{ toKind: 'villageClinic', capitalFen: 4_000_000, yearCostFen, staffHoursYear: 0 }],
})

async function planned(
  at: readonly LinePlace[],
  facilities: readonly LineFacility[],
  options: LineOptions,
): Promise<{ world: World; plan: Plan }> {
  const made = linePlan(at, facilities, options)
  // People are brought to sites only: no staff at the door.
  made.catalogue.services[0]!.channels = made.catalogue.services[0]!.channels.filter(
    (c) => c.mode !== 'doorstep',
  )
  return lineWorld(made, { milp: solveMilpHere, iterations: 60 })
}

const check = ({ input, travel }: World, plan: Plan) => {
  const { county, catalogue } = input
  return checkPlan({ county, catalogue, travel, plan })
}
const need = (settlement: string) => ({ settlement, service: 'MED-01' })

describe('why people ride', () => {
  it('each other way is priced in place of the ride, not on top of it', async () => {
    const { world, plan } = await planned(places(31), [centre, school(33, 20_000_000)], {
      standards: [visits24],
      vehicles: [van],
      settings: hire(300),
    })
    const why = whyThis(world, plan, need('S0'))!
    expect(why.ways[0]).toMatchObject({
      mode: 'ride',
      kind: 'hired',
      to: 'F-centre',
      chosen: true,
    })
    const ride = plan.costs.plan.cashFen
    expect(ride).toBeGreaterThan(0)
    const site = why.ways.find((w) => w.place === 'F-school')!
    expect(site.instead).toMatchObject({ cashFen: 20_000_000 - ride, capitalFen: 4_000_000 })
    const byVan = why.ways.find((w) => w.mode === 'vehicle')!
    expect(byVan.forbidden).toBeUndefined()
    expect(byVan.instead!.missed).toBe(0)
    const cost = byVan.instead!.levels.find((l) => l.level === 'cost')!
    expect(cost.after - cost.before).toBe(byVan.instead!.value)
    expect(whyThisLines(why, 'en', (id) => id).join('\n')).toContain('ride F-centre (hired bus)')
  })

  it('counts everybody whom another way reaches or loses, class by class', async () => {
    const { world, plan } = await planned(places(31, 45), [centre, school(38, 20_000_000)], {
      standards: [visits24],
      vehicles: [],
      settings: hire(300),
    })
    // The county closes the clinic that both use: S0 rides, S1 is too far for that.
    const edits: PlanEdit[] = [
      { do: 'close-site', facility: 'F-school' },
      {
        do: 'change-mode',
        ...need('S0'),
        to: { mode: 'ride', site: 'F-centre', pickup: 'S0', by: { by: 'hired' }, visits: 4 },
      },
    ]
    const alone = applyEdits(world.base, plan, edits).plan!
    expect(alone.shortages.map((s) => s.settlement)).toEqual(['S1'])
    const why = whyThis(world, alone, need('S0'))!
    const site = why.ways.find((w) => w.place === 'F-school')!
    expect(site.instead!.missed).toBe(-100)
    const missed = site.instead!.levels.filter((l) => l.level === 'floorsMissed')
    expect(missed.map((l) => [l.class, l.before, l.after])).toEqual([
      [0, 0, 0],
      [1, 100, 0],
      [2, 0, 0],
      [3, 0, 0],
    ])
    const said = whyThisLines(why, 'en', (id) => id).join('\n')
    expect(said).toContain('100 more people meet the floors')
    expect(said).toContain('other basic services 100 → 0')
  })
})

describe('rides that would bring what is missing', () => {
  const changesOf = async (settings: object, vehicles: readonly object[]) => {
    const { world, plan } = await planned(places(31), [centre], {
      standards: [visits24],
      vehicles: vehicles as Record<string, unknown>[],
      settings: settings as Record<string, unknown>,
    })
    const answer = (await whyNotServed(world, plan, need('S0')))!
    return { world, plan, answer }
  }

  it('are a hired run, a bus and a bus line, each carried out and confirmed by the checker', async () => {
    // The van there is brings another service; a bus would cost what it costs.
    const { world, plan, answer } = await changesOf(hire(0), [{ ...van, services: ['MED-02'] }])
    const kinds = answer.changes.map((c) => c.kind)
    expect(kinds).toEqual(expect.arrayContaining(['hired-run', 'new-bus', 'bus-line']))
    for (const change of answer.changes) {
      const done = (await carryOut(world, plan, change))!
      const { verdict, figures } = check(done.world, done.plan)
      expect([change.kind, verdict, figures.floorsMissed]).toEqual([change.kind, 'valid', []])
      const more = done.plan.costs.plan.cashFen - plan.costs.plan.cashFen
      expect(change.price.cashFen).toBe(more)
    }
    const line = answer.changes.find((c) => c.kind === 'bus-line')!
    // Four dates in eight weeks: one day a week is enough.
    expect(line).toMatchObject({ amount: 1, unit: 'daysWeek', unpriced: true })
    expect(changeText(line, 'en', (id) => id)).toContain('from S0 to F-centre and home, 1 days')
    expect(changeText(line, 'zh', (id) => id)).toContain('每周 1 天')
    expect(whyNotLines(answer, 'en', (id) => id).length).toBe(answer.changes.length + 1)
  })

  it('are one more bus where the one there is has not the hours of a crew', async () => {
    const { world, plan, answer } = await changesOf(hire(0), [{ ...bus, shiftSeconds: 3600 }])
    expect(answer.changes.map((c) => c.kind)).not.toContain('another-bus')
    expect(plan.rides).toEqual([])
    const busy = await changesOf(hire(0), [{ ...bus, inspectionUntil: '2026-03-03' }])
    const longer = busy.answer.changes.find((c) => c.kind === 'bus-line')!
    const done = (await carryOut(busy.world, busy.plan, longer))!
    expect(check(done.world, done.plan).verdict).toBe('valid')
    expect(check(world, plan).verdict).toBe('valid')
  })

  it('are none where the floor is one that rides never meet', async () => {
    const { world, plan } = await planned(places(31), [centre], {
      standards: [standard('MED-01', 'maxTravelMin', 30)],
      vehicles: [],
      settings: hire(0),
    })
    const answer = (await whyNotServed(world, plan, need('S0')))!
    for (const kind of ['hired-run', 'new-bus', 'bus-line'] as const)
      expect(answer.without).toContain(kind)
  })
})

describe('every explanation, applied, does what it says', () => {
  const any = fc.record({
    xs: fc.uniqueArray(fc.integer({ min: 20, max: 60 }), { minLength: 2, maxLength: 4 }),
    price: fc.constantFrom(0, 300),
    van: fc.boolean(),
    bus: fc.boolean(),
    hours: fc.integer({ min: 3, max: 9 }),
    visits: fc.constantFrom(12, 24, 60),
  })

  it('on random small counties, rides among the rest', async () => {
    let proved = 0
    await fc.assert(
      fc.asyncProperty(any, async ({ xs, price, van: hasVan, bus: hasBus, hours, visits }) => {
        const limits = { shiftSeconds: hours * 3600 }
        const { world, plan } = await planned(places(...xs), [centre], {
          standards: [standard('MED-01', 'minVisitsPerVillageYear', visits)],
          vehicles: [
            ...(hasVan ? [{ ...van, ...limits }] : []),
            ...(hasBus ? [{ ...bus, ...limits }] : []),
          ],
          settings: hire(price),
        })
        const before = new Set(
          check(world, plan).figures.floorsMissed.map((m) => `${m.settlement} ${m.metric}`),
        )
        for (const { settlement } of plan.shortages) {
          const answer = (await whyNotServed(world, plan, need(settlement)))!
          expect(answer.verdict === 'impossible').toBe(answer.proof !== undefined)
          for (const change of answer.changes) {
            const done = (await carryOut(world, plan, change))!
            const { verdict, figures } = check(done.world, done.plan)
            const missed = figures.floorsMissed.map((m) => `${m.settlement} ${m.metric}`)
            expect(verdict).toBe('valid')
            expect(missed.filter((m) => m.startsWith(`${settlement} `) || !before.has(m))).toEqual(
              [],
            )
            proved++
          }
        }
        for (const { settlement } of plan.assignments.filter((a) => a.mode === 'ride')) {
          const why = whyThis(world, plan, need(settlement))!
          expect(why.ways[0]!.chosen).toBe(true)
        }
      }),
      { numRuns: 8, seed: 3 },
    )
    expect(proved).toBeGreaterThan(10)
  })
})
