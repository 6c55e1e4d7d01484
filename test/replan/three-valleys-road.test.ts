import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { type ReplanDesk, replanDesk } from '@kuashan/engine/planning/replan-desk.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planned } from '../features/planning.fixture.ts'

const input = demoCounty({ size: 'three-valleys', seed: 1 })
const { county, catalogue } = input
const { travel } = await yearTravel(input, { workers: 1 })
const [beisikeng, beiyanbei] = ['331199200203-01', '331199200203-02']
const day = (text: string) => PlainDate.parse(text)
const steady = { seed: 1, iterations: 40, stop: () => false }
const request = { today: day('2026-05-20'), frozenUntil: day('2026-05-23'), locks: [] }
const june = { from: day('2026-06-01'), to: day('2026-06-30') }

/** Dates of the visits to a settlement's stop. */
const datesAt = (plan: Plan, settlement: string): string[] => {
  const stops = new Set(plan.stops.filter((s) => s.settlement === settlement).map((s) => s.id))
  return plan.tours
    .filter((t) => t.visits.some((v) => stops.has(v.stop)))
    .map((t) => t.date)
    .sort()
}

/**
 * By hand. The road of the north valley is closed in June. Its stop Beisikeng, which serves Beiyanbei on foot, has two
 * visits in June. The last working day before is Friday 29 May, the first after is Wednesday 1 July: 33 days, so the 40
 * people of Beiyanbei miss the gap of 28 days whatever is done. 24 visits a year can be kept by going on those two
 * days. The other stops lie in other valleys and nothing of them changes.
 */
describe('three valleys: the road of the north valley is closed in June (A12)', async () => {
  const plan = await planned({ county, catalogue, travel }, 200)
  let desk: ReplanDesk
  beforeAll(async () => {
    desk = await replanDesk(input, plan, { workers: 1 })
  })
  afterAll(async () => desk.close())

  it('makes both visits up on the last day before and the first day after', async () => {
    const inJune = datesAt(plan, beisikeng).filter((d) => d >= june.from && d <= june.to)
    expect(inJune).toHaveLength(2)
    const answer = await desk.first({
      ...request,
      changes: [{ do: 'close-road', way: 'north', ...june }],
    })
    expect(answer.findings).toEqual([])
    const { menu } = desk.menu(answer, steady)
    for (const { kind, plan: made, checked, lost, peopleLosing, differences } of [
      ...menu.filter((a) => a.kind !== 'cheapest'),
    ]) {
      expect(checked.findings.filter((f) => f.severity === 'error')).toEqual([])
      const dates = datesAt(made, beisikeng)
      expect(dates).toHaveLength(24)
      expect(dates.filter((d) => d >= june.from && d <= june.to)).toEqual([])
      expect(dates).toEqual(expect.arrayContaining(['2026-05-29', '2026-07-01']))
      expect(differences.map((d) => [d.what, d.settlement, d.before?.date, d.after?.date])).toEqual(
        [
          ['moved', beisikeng, inJune[0], '2026-05-29'],
          ['moved', beisikeng, inJune[1], '2026-07-01'],
        ],
      )
      expect(lost).toEqual([
        {
          settlement: beiyanbei,
          service: 'MED-01',
          metric: 'maxGapDays',
          people: 40,
          want: 28,
          have: 33,
          had: null,
          without: { from: '2026-05-29', to: '2026-07-01', days: 33 },
        },
      ])
      expect(peopleLosing).toBe(40)
      expect([kind, made.costs.plan.capitalFen]).toEqual([kind, plan.costs.plan.capitalFen])
    }
    // Two days out of 100 yuan more; each June day loses the 38.4 km there and back that the new day drives.
    const [fewest] = menu
    expect(fewest!.costDifference).toEqual({ cashFen: 20_000, capitalFen: {}, staffHours: 0 })
  })

  it('leaves visits before the first free day and all other valleys byte for byte as they were', async () => {
    const answer = await desk.first({
      ...request,
      changes: [{ do: 'close-road', way: 'north', ...june }],
    })
    const [fewest] = desk.menu(answer, steady).menu
    const others = (p: Plan) =>
      p.tours.flatMap((t) =>
        t.visits.filter((v) => !v.stop.startsWith(beisikeng)).map((v) => ({ ...v, date: t.date })),
      )
    expect(others(fewest!.plan)).toEqual(others(plan))
    const early = (p: Plan) => JSON.stringify(p.tours.filter((t) => t.date < '2026-05-23'))
    expect(early(fewest!.plan)).toBe(early(plan))
  })

  it.each([
    [
      'a road that is not there',
      { do: 'close-road', way: 'nort', ...june },
      'change-names-nothing',
    ],
    ['a road that is open already', { do: 'open-road', way: 'north' }, 'change-without-effect'],
    [
      'a day that is over',
      { do: 'close-road', way: 'north', from: day('2026-05-01'), to: june.to },
      'replan-day-over',
    ],
    [
      'days outside the horizon',
      { do: 'close-road', way: 'north', from: day('2027-06-01'), to: day('2027-06-02') },
      'change-dates-outside',
    ],
    [
      'a service that no vehicle gives',
      { do: 'call-village', settlement: beisikeng, service: 'EDU-01', within: june },
      'replan-call-no-vehicle',
    ],
    ['another kind of change', { do: 'remove-vehicle', vehicle: 'MC-1' }, 'replan-other-change'],
  ] as const)('answers %s with a finding and no plan', async (_, change, code) => {
    const answer = await desk.first({ ...request, changes: [change] })
    expect(answer.first).toBeNull()
    expect(answer.findings.map((f) => f.code)).toContain(code)
  })

  it('refuses to break a lock, and names a lock that is not there', async () => {
    const changes = [{ do: 'close-road', way: 'north', ...june } as const]
    const tour = plan.tours.find((t) => t.date >= june.from)!
    const locked = await desk.first({ ...request, changes, locks: [tour.id] })
    expect(locked.findings.map((f) => f.code)).toContain('replan-lock-impossible')
    expect(locked.first).toBeNull()
    const unknown = await desk.first({ ...request, changes, locks: [`${tour.id}x`] })
    expect(unknown.findings[0]).toMatchObject({ code: 'replan-lock-unknown' })
    expect(unknown.findings[0]!.facts.suggestion).toContain(tour.id)
  })

  it('says that nothing is touched where no tour drives the road', async () => {
    const answer = await desk.first({
      ...request,
      changes: [{ do: 'close-road', way: 'rocks', ...june }],
    })
    expect(answer.findings.map((f) => f.code)).toEqual(['replan-nothing-touched'])
    expect(answer.first!.provisional.plan.tours).toEqual(plan.tours)
  })

  it('opens a road again to the cost it had', async () => {
    const answer = await desk.first({
      ...request,
      changes: [{ do: 'close-road', way: 'north', ...june }],
    })
    const closed = desk.menu(answer, steady).menu[0]!.plan
    const closures = [{ way: 'north', range: june, reason: 'slide' }]
    const shut = { ...input, county: { ...county, settings: { ...county.settings, closures } } }
    const later = await replanDesk(shut, closed, { workers: 1, earlier: plan })
    const open = await later.first({ ...request, changes: [{ do: 'open-road', way: 'north' }] })
    const cheapest = later.menu(open, steady).menu[1]!
    await later.close()
    expect(cheapest.checked.verdict).toBe('valid')
    expect(cheapest.plan.costs.plan).toEqual(plan.costs.plan)
    expect(cheapest.plan.shortages).toEqual([])
  })
})
