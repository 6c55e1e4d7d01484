import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import {
  matchNeed,
  notToBeHad,
  overlap,
  type Registered,
} from '@kuashan/core/resources/pool/book.ts'
import { type PeopleNeed, poolNeeds } from '@kuashan/core/resources/pool/pool-needs.ts'
import { settleMonth } from '@kuashan/core/resources/pool/settle.ts'
import { readWeekHours } from '@kuashan/core/resources/week-hours.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const day = (text: string) => text as PlainDate
const today = day('2026-03-01')
/** A township of the county, the next one, and one beyond the county's border. */
const [east, west, abroad] = ['331199101000', '331199102000', '331198101000'] as const

const resource = (id: string, owner: string, place: string, some: Partial<Registered> = {}) =>
  ({
    id,
    kind: 'post',
    name: id,
    owner,
    place,
    skills: ['ultrasound'],
    hours: readWeekHours('1-5 08:00-12:00')!,
    reach: 'neighbours',
    pricePerHourFen: 6_000,
    noticeDays: 3,
    ...some,
  }) as Registered
const need = (id: string, unit: string, place: string, some: Partial<PeopleNeed> = {}) =>
  ({
    id,
    kind: 'post',
    skills: ['ultrasound'],
    place,
    unit,
    date: day('2026-03-09'),
    from: 480,
    to: 600,
    people: 10,
    isEntitled: true,
    ...some,
  }) as PeopleNeed

/** East has people and nobody to serve them; west and the neighbour have hours and fill them with whoever comes by. */
const resources = [resource('W', 'west', west), resource('N', 'abroad', abroad)]
const needs = [
  need('east 1', 'east', east, { people: 30 }),
  need('east 2', 'east', east, { people: 20 }),
  need('west', 'west', west, { from: 600, to: 720, people: 12 }),
  need('west, anybody', 'west', west, { people: 15, isEntitled: false }),
  need('abroad, anybody', 'abroad', abroad, { people: 9, isEntitled: false }),
]
const run = (isPooled: boolean, some = resources) => poolNeeds(needs, some, today, { isPooled })

describe('pooling across townships and counties (A11)', () => {
  test('coverage and accuracy both rise against the unpooled run (A11)', () => {
    const [apart, pooled] = [run(false), run(true)]
    expect(apart.coverage).toBeCloseTo(12 / 62)
    expect(apart.accuracy).toBeCloseTo(12 / 36)
    expect(pooled.coverage).toBe(1)
    expect(pooled.accuracy).toBe(1)
    expect(pooled.coverage).toBeGreaterThan(apart.coverage)
    expect(pooled.accuracy).toBeGreaterThan(apart.accuracy)
  })

  test('who lends inside the county only does not help its neighbours (A11)', () => {
    const near = resources.map((one) => ({ ...one, reach: 'county' as const }))
    const { served, coverage } = run(true, near)
    expect(served.find((one) => one.need === 'east 1')?.resource).toBe('W')
    expect(served.some((one) => one.need === 'east 2')).toBe(false)
    expect(coverage).toBeCloseTo(42 / 62)
  })

  test('a resource is never double-booked, and pooling never lowers coverage or accuracy (A11)', () => {
    const units = [east, west, abroad]
    const slot = fc.record({
      unit: fc.constantFrom(...units),
      date: fc.constantFrom(day('2026-03-09'), day('2026-03-10')),
      from: fc.constantFrom(480, 540, 600),
      people: fc.integer({ min: 1, max: 40 }),
      isEntitled: fc.boolean(),
    })
    const lender = fc.record({
      owner: fc.constantFrom(...units),
      reach: fc.constantFrom('none', 'township', 'county', 'neighbours' as const),
      pricePerHourFen: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 20 }), fc.array(lender, { maxLength: 5 }), (a, b) => {
        const asked = a.map((one, k) =>
          need(`n${k}`, one.unit, one.unit, { ...one, to: one.from + 60 }),
        )
        const there = b.map((one, k) => resource(`r${k}`, one.owner, one.owner, one as never))
        const [apart, pooled] = [false, true].map((isPooled) =>
          poolNeeds(asked, there, today, { isPooled }),
        )
        for (const { bookings } of [apart!, pooled!])
          for (const [k, one] of bookings.entries())
            for (const two of bookings.slice(k + 1))
              expect(one.resource === two.resource && overlap(one, two)).toBe(false)
        expect(pooled!.coverage).toBeGreaterThanOrEqual(apart!.coverage)
        if (apart!.served.length > 0)
          expect(pooled!.accuracy).toBeGreaterThanOrEqual(apart!.accuracy)
      }),
    )
  })
})

describe('what could meet a need (A11)', () => {
  const asked = need('x', 'east', east)

  test('one’s own first, then the nearest, then the cheapest (A11)', () => {
    const all = [
      resource('far', 'abroad', abroad),
      resource('dear', 'west', west, { pricePerHourFen: 9_000 }),
      resource('near', 'west', west),
      resource('own', 'east', east, { noticeDays: 300 }),
    ]
    expect(
      matchNeed(asked, all, [], today).matches.map((m) => [m.resource.id, m.priceFen]),
    ).toEqual([
      ['own', 0],
      ['near', 12_000],
      ['dear', 18_000],
      ['far', 12_000],
    ])
  })

  const taken = { resource: 'W', unit: 'west', date: asked.date, pricePerHourFen: 0 }
  test.each([
    [{ kind: 'room' }, [], 'other-kind'],
    [{ skills: [] }, [], 'lacks-skills'],
    [{ reach: 'township' }, [], 'not-lent'],
    [{ hours: [] }, [], 'not-free'],
    [{}, [{ ...taken, from: 590, to: 620 }], 'booked'],
    [{}, [{ ...taken, from: 600, to: 620 }], null],
    [{ noticeDays: 30 }, [], 'notice'],
  ] as const)('%o with %o: %s', (some, bookings, why) => {
    const there = resource('W', 'west', west, some as Partial<Registered>)
    expect(notToBeHad({ need: asked, resource: there, bookings, today })).toBe(why)
  })
})

test('units settle by the month: hours × price, and all balances together are zero (A11)', () => {
  const booking = (unit: string, owner: string, date: string, pricePerHourFen: number) => ({
    resource: owner,
    unit,
    owner,
    date: day(date),
    from: 480,
    to: 570,
    pricePerHourFen,
  })
  const { lines, balances } = settleMonth('2026-03', [
    booking('east', 'west', '2026-03-02', 6_000),
    booking('east', 'west', '2026-03-31', 6_001),
    booking('west', 'abroad', '2026-03-04', 5_000),
    booking('west', 'west', '2026-03-05', 5_000),
    booking('east', 'west', '2026-04-01', 6_000),
  ])
  expect(lines).toEqual([
    { borrower: 'east', owner: 'west', hours: 3, fen: 18_002 },
    { borrower: 'west', owner: 'abroad', hours: 1.5, fen: 7_500 },
  ])
  expect(balances).toEqual([
    { unit: 'abroad', fen: 7_500 },
    { unit: 'east', fen: -18_002 },
    { unit: 'west', fen: 10_502 },
  ])
  expect(balances.reduce((sum, { fen }) => sum + fen, 0)).toBe(0)
})
