import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Reach } from '../../access/measurement.ts'
import { noPeople } from '../../catalogue/group.ts'
import { compareCells } from './compare-cells.ts'
import { budgetSteps, hypervolume, paretoFront } from './pareto-front.ts'
import { worstTenth } from './worst-tenth.ts'

const reach = (mode: Reach['mode'], minutes: number, opportunities: number | null): Reach => ({
  mode,
  place: `${mode}-${minutes}`,
  seconds: minutes * 60,
  opportunities,
  longestGapDays: null,
})
const cell = (settlement: string, met: boolean, people: number, ...way: Reach[]): Cell => ({
  settlement,
  service: 'MED-01',
  people,
  byGroup: noPeople(),
  estimated: false,
  reach: way,
  met,
  missing: [],
  state: 'ok',
})
const verdict = (a: Cell, b: Cell) => compareCells([a], [b])[0]?.verdict ?? 'same'
const site = (minutes: number) => reach('fixed', minutes, null)
const van = (visits: number) => reach('vehicle', 0, visits)

describe('who wins and who loses', () => {
  it.each([
    [
      'a floor met counts more than a longer way',
      cell('s', false, 9, site(20)),
      cell('s', true, 9, site(40)),
      'better',
    ],
    ['a shorter way', cell('s', true, 9, site(30)), cell('s', true, 9, site(20)), 'better'],
    [
      'a way longer by seconds is the same',
      cell('s', true, 9, site(30)),
      cell('s', true, 9, site(30.5)),
      'same',
    ],
    ['fewer visits', cell('s', true, 9, van(24)), cell('s', true, 9, van(12)), 'worse'],
    ['nothing in reach any more', cell('s', false, 9, site(90)), cell('s', false, 9), 'worse'],
    [
      'a van at the door instead of a far site all year',
      cell('s', true, 9, site(50)),
      cell('s', true, 9, van(12)),
      'other',
    ],
    [
      'a van besides the site',
      cell('s', true, 9, site(50)),
      cell('s', true, 9, site(50), van(12)),
      'better',
    ],
  ])('%s', (_, a, b, want) => expect(verdict(a, b)).toBe(want))

  it('turned round, winners are losers', () => {
    const one = fc
      .tuple(fc.boolean(), fc.nat(90), fc.option(fc.nat(50)))
      .map(([met, minutes, visits]) =>
        cell('s', met, 5, site(minutes), ...(visits === null ? [] : [van(visits)])),
      )
    const turned = { better: 'worse', worse: 'better', other: 'other', same: 'same' } as const
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(verdict(b, a)).toBe(turned[verdict(a, b)])
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it('one more place never makes anybody worse off', () => {
    const way = fc.oneof(fc.nat(90).map(site), fc.nat(50).map(van))
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 4 }), way, (ways, more) => {
        const found = verdict(cell('s', true, 5, ...ways), cell('s', true, 5, ...ways, more))
        expect(['same', 'better', 'other']).toContain(found)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('who moved away is neither better nor worse off', () => {
    const [gone] = compareCells([cell('s', true, 5, site(3))], [])
    expect(gone).toMatchObject({ verdict: 'other', what: ['people'], b: null })
  })

  it('names the worst-off tenth, and those with nothing in reach apart', () => {
    const cells = [
      cell('near', true, 90, site(5)),
      cell('far', true, 10, site(60)),
      cell('none', false, 3),
    ]
    const worst = worstTenth({ cells })
    expect(worst).toMatchObject({ unserved: 3, minutes: 60 })
    expect(worst.places.map((p) => p.settlement)).toEqual(['far'])
  })
})

describe('the front', () => {
  const point = (cost: number, missed: number) => ({ cost, missed, worstMinutes: null })

  it('leaves out what is dearer and worse', () => {
    expect(paretoFront([point(3, 3), point(1, 9), point(2, 9), point(3, 3), point(9, 0)])).toEqual([
      point(1, 9),
      point(3, 3),
      point(9, 0),
    ])
  })

  it('covers an area that is counted by hand', () => {
    // (10−2)×(10−5) + (10−6)×(5−1) = 56 of 100.
    expect(hypervolume([point(2, 5), point(6, 1)], point(10, 10))).toBeCloseTo(0.56, 12)
  })

  it('never covers less with one more plan', () => {
    const any = fc.tuple(fc.nat(20), fc.nat(20)).map(([c, m]) => point(c, m))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (points, more) => {
        const worst = point(20, 20)
        expect(hypervolume([...points, more], worst)).toBeGreaterThanOrEqual(
          hypervolume(points, worst) - 1e-12,
        )
      }),
      { numRuns: 200, seed: 8 },
    )
  })

  it('steps from the dearest budget to the cheapest, both included', () => {
    expect(budgetSteps(100, 400, 4)).toEqual([400, 300, 200, 100])
    expect(budgetSteps(5, 5, 4)).toEqual([5])
  })
})
