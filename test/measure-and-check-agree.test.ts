import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { placeMetrics } from '@kuashan/core/catalogue/scope.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { type SmallCase, smallCase } from '@kuashan/core/check/small-county.fixture.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import { costsToday } from '@kuashan/core/plan/costs-today.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/**
 * Measuring and checking each implement docs/methods/floors.md in code of its own. They must find the same floors missed,
 * for the same people, on any county and plan: an error in one shows here.
 */

const catalogue = startingCatalogue()
const settlement = fc.constantFrom('A', 'B', 'C', 'D')
const services = fc.subarray(['MED-01', 'MED-02', 'MED-03', 'MED-04', 'CON-02', 'ELD-06', 'MED-10'])
/** Thresholds are inclusive, so the way there is often just at one or just past it. */
const second = fc.constantFrom(0, 600, 1800, 1801, 2700, 2701, 3600, 3601, 4200, 4201)

const change = fc.record({
  way: fc.array(fc.tuple(fc.nat(24), fc.option(second)), { maxLength: 12 }),
  walk: fc.array(fc.tuple(fc.nat(5), second), { maxLength: 3 }),
  tours: fc.array(fc.tuple(fc.nat(27), settlement, services), { maxLength: 6 }),
  floors: fc.array(
    fc.tuple(
      fc.constantFrom('MED-01', 'MED-02', 'MED-04', 'CON-02', 'ELD-06', 'MED-10', 'SUP-01'),
      fc.constantFrom(...placeMetrics, 'maxResponseDays' as const),
      fc.constantFrom(1, 2, 14, 26, 30, 45, 60, 70),
    ),
    { maxLength: 8 },
  ),
  closed: fc.subarray(['H1', 'O2']),
  convert: fc.boolean(),
  calls: fc.option(fc.integer({ min: 0, max: 5 })),
  people: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }),
  remoteMinutes: fc.constantFrom(10, 30, 45, 60, 70),
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function changed(by: Change): SmallCase {
  const c = smallCase(catalogue)
  const { county, plan, travel } = c
  for (const [cell, seconds] of by.way) travel.base.resident.p50[cell] = seconds ?? -1
  for (const [k, seconds] of by.walk) {
    const table = travel.base.walkToStops
    if (k < table.seconds.length) table.seconds[k] = seconds
  }
  for (const [k, s] of county.settlements.entries()) {
    s.permanent.total = by.people[k]!
    delete s.needs['MED-02']
  }
  county.settings.seat = [119, 28]
  county.settings.remote.minMinutesToCountySeat = by.remoteMinutes
  const pattern = county.standards[0]!
  for (const [service, metric, value] of by.floors)
    county.standards.push({ ...pattern, service, metric, value })
  plan.sites = plan.sites
    .filter((s) => by.convert || s.action !== 'convert')
    .map((s) => (by.closed.includes(s.facility) ? { ...s, action: 'close' as const } : s))
  plan.stops = ['A', 'B', 'C', 'D'].map((id) => ({
    id: `ST-${id}`,
    settlement: id,
    kind: 'clinicVehicle' as const,
    serves: [],
  }))
  const example = plan.tours[0]!
  plan.tours = by.tours.map(([day, at, given], k) => ({
    ...example,
    id: `T${k}`,
    date: addDays(county.settings.horizon.from, day),
    visits: [
      {
        ...example.visits[0]!,
        stop: `ST-${at}`,
        services: given.filter((s) => s.startsWith('MED') && s !== 'MED-10'),
      },
    ],
  }))
  for (const a of plan.assignments) if (a.mode === 'doorstep') a.opportunities = by.calls
  return c
}

const line = (m: { settlement: string; service: string; metric: string }, rest: unknown[]) =>
  JSON.stringify([m.settlement, m.service, m.metric, ...rest])

describe('measuring and checking agree', () => {
  test('on every floor missed and the people concerned', () => {
    fc.assert(
      fc.property(change, (by) => {
        const c = changed(by)
        const measured = measure({
          county: c.county,
          catalogue: c.catalogue,
          travel: c.travel.base,
          supply: supplyOfPlan(c.county, c.catalogue, c.plan),
          asOf: c.county.settings.asOf,
        })
        const byMeasure = measured.cells.flatMap((cell) =>
          cell.missing.map((m) => line({ ...cell, ...m }, [m.want, m.have, cell.people])),
        )
        const byCheck = checkPlan(c).figures.floorsMissed.map((m) =>
          line(m, [m.want, m.have, m.people]),
        )
        expect(byCheck.sort()).toEqual(byMeasure.sort())
      }),
      { numRuns: 120 },
    )
  })

  test('on what today costs', () => {
    const timetable = fc.array(
      fc.record({
        vehicle: fc.constantFrom('V1', 'V2'),
        settlement,
        rule: fc.record({
          by: fc.constant('weekday' as const),
          weekday: fc.constantFrom(1 as const, 3 as const, 5 as const),
          everyWeeks: fc.integer({ min: 1, max: 3 }),
        }),
        services: fc.constant<string[]>([]),
        minutes: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(timetable, fc.nat(500), (lines, price) => {
        const c = smallCase(catalogue)
        c.county.baseline.timetable = lines
        c.county.vehicles[0]!.costPerKmFen = price
        expect(checkPlan(c).figures.costs.today).toEqual(costsToday(c.county, c.travel))
      }),
      { numRuns: 50 },
    )
  })
})
