import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startingCatalogue } from '../../catalogue/starting-catalogue.ts'
import { threeValleys } from '../../demo/three-valleys.ts'
import { Change } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { applyChanges } from './apply-changes.ts'

const base = threeValleys(startingCatalogue())
const { settlements, facilities, vehicles, staff } = base.county
const [a, b] = [settlements[0]!, settlements[1]!]
const apply = (...changes: unknown[]) => applyChanges(base, Change.array().parse(changes))
const codes = (...changes: unknown[]) => apply(...changes).findings.map((f) => f.code)
const people = ({ county }: CountyInput) =>
  county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)

describe('applying changes', () => {
  it('names a row that is not there, with the nearest that is, and applies nothing', () => {
    const result = apply(
      { do: 'set-price', price: 'fuelPerKmFen', value: 1 },
      { do: 'remove-vehicle', vehicle: `${vehicles[0]!.id}x` },
    )
    expect(result.input).toBeNull()
    expect(result.findings).toMatchObject([
      {
        code: 'change-names-nothing',
        at: { path: 'changes.1' },
        facts: { n: 2, suggestion: `→ ${vehicles[0]!.id}?` },
      },
    ])
  })

  it('takes names as well as ids', () => {
    const by = (from: string, to: string) =>
      apply({ do: 'move-people', from, to, people: 3 }).input!.county
    expect(by(a.name, b.name)).toEqual(by(a.id, b.id))
  })

  it.each([
    [
      'set-price twice',
      [
        { do: 'set-price', price: 'fuelPerKmFen', value: 1 },
        { do: 'set-price', price: 'fuelPerKmFen', value: 2 },
      ],
    ],
    [
      'people there and back',
      [
        { do: 'move-people', from: a.id, to: b.id, people: 2 },
        { do: 'move-people', from: b.id, to: a.id, people: 2 },
      ],
    ],
    [
      'a vehicle added and removed',
      [
        { do: 'add-vehicle', vehicle: { ...vehicles[0]!, id: 'NEW' } },
        { do: 'remove-vehicle', vehicle: 'NEW' },
      ],
    ],
    [
      'a standard set and dropped',
      [
        { do: 'set-standard', service: 'MED-01', metric: 'maxTravelMin', value: 20 },
        { do: 'drop-standard', service: 'MED-01', metric: 'maxTravelMin' },
      ],
    ],
    [
      'a road closed for days and opened',
      [
        { do: 'close-road', way: base.roads!.ways[0]!.id, from: base.county.settings.horizon.from },
        { do: 'open-road', way: base.roads!.ways[0]!.id },
      ],
    ],
  ])('a scenario that undoes itself is named by both changes: %s', (_, changes) => {
    const result = apply(...changes)
    expect(result.input).toBeNull()
    expect(result.findings).toContainEqual(
      expect.objectContaining({
        code: 'change-undone',
        facts: expect.objectContaining({ first: 1, n: 2 }),
      }),
    )
  })

  it('says what changes nothing and what is said twice', () => {
    const { fuelPerKmFen } = base.county.settings.prices
    expect(codes({ do: 'set-price', price: 'fuelPerKmFen', value: fuelPerKmFen })).toEqual([
      'change-without-effect',
    ])
    const once = { do: 'set-price', price: 'fuelPerKmFen', value: fuelPerKmFen + 1 }
    expect(codes(once, once)).toEqual(['change-repeated'])
  })

  it('sets limits of a vehicle and leaves its others', () => {
    const id = vehicles[0]!.id
    const set = { do: 'set-vehicle', vehicle: id, shiftSeconds: 36_000, inspectionUntil: null }
    const [one] = apply(set).input!.county.vehicles
    expect(one).toEqual({ ...one, id, shiftSeconds: 36_000 })
    expect(one!.inspectionUntil).toBeUndefined()
    expect(one!.driveLimitSeconds).toBe(vehicles[0]!.driveLimitSeconds)
    expect(codes(set, { ...set, shiftSeconds: 30_000 })).toContain('change-undone')
  })

  it('leaves the county it was given as it was', () => {
    const before = JSON.stringify(base.county)
    apply(
      { do: 'move-people', from: a.id, to: b.id, share: 0.5 },
      { do: 'close-site', facility: facilities[0]!.id },
      { do: 'staff-away', staff: staff[0]!.id, from: '2026-02-01', to: '2026-12-01' },
    )
    expect(JSON.stringify(base.county)).toBe(before)
  })

  it('a village that calls is answered by a re-plan only', () => {
    const call = {
      do: 'call-village',
      settlement: a.id,
      service: 'MED-01',
      within: { from: '2026-03-01', to: '2026-03-05' },
    }
    expect(codes(call)).toEqual(['change-only-in-replan'])
    expect(applyChanges(base, Change.array().parse([call]), { forReplan: true }).findings).toEqual(
      [],
    )
  })
})

/** Changes that do not speak of the same thing. */
const independent: unknown[] = [
  { do: 'set-price', price: 'fuelPerKmFen', value: 123 },
  { do: 'set-budget', budget: 'running', fen: 5_000_000 },
  { do: 'set-setting', key: 'walkToStopMin', value: 12 },
  { do: 'close-road', way: base.roads!.ways[1]!.id },
  { do: 'close-site', facility: 'VC-1' },
  { do: 'add-site-at', id: 'NEW-1', kind: 'villageClinic', settlement: settlements[3]!.id },
  { do: 'add-vehicles-like', likeOf: vehicles[0]!.id, count: 2 },
  { do: 'move-people', from: a.id, to: b.id, people: 5 },
  {
    do: 'resettle',
    from: settlements[4]!.id,
    to: settlements[5]!.id,
    years: [{ year: 2027, share: 0.4 }],
  },
  { do: 'retire-staff', staff: staff[0]!.id, on: '2026-07-01' },
  { do: 'set-standard', service: 'MED-01', metric: 'maxTravelMin', value: 25 },
  { do: 'border', withinBorders: true },
]

const inOrder = (input: CountyInput) => {
  const { county, roads } = input
  const sorted = (rows: readonly unknown[]) => rows.map((r) => JSON.stringify(r)).sort()
  return {
    tables: Object.fromEntries(
      Object.entries(county).map(([k, v]) => [k, Array.isArray(v) ? sorted(v) : v]),
    ),
    ways: sorted(roads!.ways.map((w) => ({ ...w, points: [...w.points] }))),
  }
}

describe('laws of changes', () => {
  const straight = inOrder(apply(...independent).input!)

  it('the order of changes that do not speak of the same thing changes nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(independent, { minLength: independent.length }),
        (changes) => {
          expect(inOrder(apply(...changes).input!)).toEqual(straight)
        },
      ),
      { numRuns: 15, seed: 4 },
    )
  })

  it('people are conserved whoever moves: in all, by sex and by band', () => {
    const id = fc.constantFrom(...settlements.map((s) => s.id))
    const move = fc.record({
      do: fc.constant('move-people'),
      from: id,
      to: id,
      people: fc.integer({ min: 1, max: 40 }),
      ages: fc.option(
        fc.constantFrom({ from: 0, to: 14 }, { from: 18, to: 40 }, { from: 77, to: null }),
        { nil: undefined },
      ),
    })
    const olderThan = (input: CountyInput, age: number) =>
      input.county.settlements.reduce(
        (sum, s) => sum + s.permanent.bands.reduce((n, x) => n + (x.from >= age ? x.people : 0), 0),
        0,
      )
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 4 }), (moves) => {
        const { input } = apply(...moves)
        fc.pre(input !== null)
        expect(people(input!)).toBe(people(base))
        for (const s of input!.county.settlements) {
          expect(s.permanent.total).toBeGreaterThanOrEqual(0)
          const sum = s.permanent.bands.reduce((n, x) => n + x.people, 0)
          expect(sum).toBeCloseTo(s.permanent.total, 9)
          expect(s.permanent.bands.every((x) => x.people >= 0)).toBe(true)
        }
        expect(olderThan(input!, 80)).toBeCloseTo(olderThan(base, 80), 9)
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  it('nobody can move who is not there', () => {
    const want = a.permanent.total + 1
    const result = apply({ do: 'move-people', from: a.id, to: b.id, people: want })
    expect(result.findings).toMatchObject([
      { code: 'change-too-many-people', facts: { have: a.permanent.total, want } },
    ])
  })
})

describe('red lines', () => {
  const at = settlements[3]!.at!
  const square = [
    [at[0] - 0.001, at[1] - 0.001],
    [at[0] + 0.001, at[1] - 0.001],
    [at[0] + 0.001, at[1] + 0.001],
    [at[0] - 0.001, at[1] + 0.001],
  ]
  const line = { do: 'red-line', name: '水源地', polygon: square, what: 'all' }
  const site = { do: 'add-site-at', id: 'N', kind: 'villageClinic', settlement: settlements[3]!.id }
  const road = { do: 'build-road', id: 'R', from: settlements[3]!.id, to: settlements[6]!.id }

  it.each([
    ['before', [line, site]],
    ['after', [site, line]],
    ['a road', [road, line]],
  ])('forbid what is built inside, drawn %s', (_, changes) => {
    expect(codes(...changes)).toContain('change-crosses-red-line')
    expect(apply(...changes).input).toBeNull()
  })

  it('make planned and vacant buildings inside unfit', () => {
    const vacant = facilities.find((f) => f.state === 'vacant')!
    const { input } = apply({ ...line, polygon: undefined, division: vacant.division })
    expect(input!.county.facilities.find((f) => f.id === vacant.id)!.unfit).toHaveLength(1)
    expect(
      input!.county.facilities.filter((f) => f.state === 'open' && f.unfit.length > 0),
    ).toEqual([])
  })
})
