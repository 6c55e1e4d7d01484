import { measure } from '@kuashan/core/access/measure.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { threeValleys } from '@kuashan/core/demo/three-valleys.ts'
import { UNREACHABLE } from '@kuashan/core/kernel/units.ts'
import { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { compareCells } from '@kuashan/core/planner/compare/compare-cells.ts'
import type { TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planned } from './features/planning.fixture.ts'

const base = threeValleys(startingCatalogue())
const { settlements, vehicles, staff } = base.county
const home = fc.constantFrom(...settlements.map((s) => s.id))
const under = (...changes: unknown[]): CountyInput =>
  applyChanges(base, Change.array().parse(changes)).input!
const before = await yearTravel(base, { workers: 1 })

const longer = (was: TravelTable, is: TravelTable): string[] =>
  was.from.flatMap((from, i) =>
    was.to.flatMap((to, j) => {
      const old = was.p50[i * was.to.length + j]!
      const row = is.from.indexOf(from)
      const now = is.p50[row * is.to.length + is.to.indexOf(to)]!
      return old !== UNREACHABLE && (now === UNREACHABLE || now > old)
        ? [`${from} → ${to}: ${old} → ${now}`]
        : []
    }),
  )

describe('laws of scenarios', () => {
  it('a new road lengthens nobody’s way, of residents or of vehicles', async () => {
    const classes = fc.constantFrom('secondary', 'tertiary', 'unclassified', 'track')
    await fc.assert(
      fc.asyncProperty(home, home, classes, async (from, to, of) => {
        fc.pre(from !== to)
        const built = under({ do: 'build-road', id: 'new', from, to, class: of })
        const { travel } = await yearTravel(built, { workers: 1 })
        expect(longer(before.travel.base.resident, travel.base.resident)).toEqual([])
        for (const [profile, table] of Object.entries(before.travel.base.vehicle))
          expect(longer(table, travel.base.vehicle[profile]!)).toEqual([])
      }),
      { numRuns: 12, seed: 21 },
    )
  }, 180_000)

  it('a new site makes nobody worse off', async () => {
    const cells = (input: CountyInput, travel: typeof before.travel) =>
      measure({
        county: input.county,
        catalogue: input.catalogue,
        travel: travel.base,
        supply: supplyToday(input.county, input.catalogue),
        asOf: input.county.settings.asOf,
      }).cells
    const today = cells(base, before.travel)
    await fc.assert(
      fc.asyncProperty(home, async (settlement) => {
        const built = under({ do: 'add-site-at', id: 'new', kind: 'villageClinic', settlement })
        const { travel } = await yearTravel(built, { workers: 1 })
        const found = compareCells(today, cells(built, travel))
        expect(found.filter((d) => d.verdict === 'worse')).toEqual([])
        for (const { a, b } of found)
          expect(b!.minutes ?? Infinity).toBeLessThanOrEqual(a!.minutes ?? Infinity)
      }),
      { numRuns: 8, seed: 22 },
    )
  }, 180_000)

  it('one more vehicle or hour leaves what a fixed plan gives as it is', async () => {
    const { travel } = before
    const plan = await planned({ county: base.county, catalogue: base.catalogue, travel }, 200)
    const cells = ({ county, catalogue }: CountyInput) =>
      measure({
        county,
        catalogue,
        travel: travel.base,
        supply: supplyOfPlan(county, catalogue, plan),
        asOf: county.settings.asOf,
      }).cells
    const member = { ...staff[0]!, id: 'new' }
    expect(compareCells(cells(base), cells(under({ do: 'add-staff', member })))).toEqual([])
    const more = { do: 'add-vehicles-like', likeOf: vehicles[0]!.id, count: 1 }
    expect(compareCells(cells(base), cells(under(more)))).toEqual([])
  })

  it('opening a border costs no more than closing it, where both meet the same floors', async () => {
    const least = async (withinBorders: boolean, depot: string) => {
      const moved = vehicles.map((v) => ({ ...v, depot }))
      const of = { ...base, county: { ...base.county, vehicles: moved } }
      const changes = Change.array().parse([{ do: 'border', withinBorders }])
      const { county, catalogue } = applyChanges(of, changes).input!
      const { travel } = await yearTravel({ ...of, county }, { workers: 1 })
      const plan = await planned({ county, catalogue, travel }, 200)
      const level = (name: string) => plan.levels.find((l) => l.level === name)!.value
      return { missed: level('floorsMissed'), cost: level('cost') }
    }
    const differences: number[] = []
    for (const depot of ['THC-1', 'THC-2']) {
      const [open, closed] = [await least(false, depot), await least(true, depot)]
      expect(open.missed).toBeLessThanOrEqual(closed.missed)
      differences.push(closed.missed - open.missed + closed.cost - open.cost)
      if (open.missed === closed.missed) expect(open.cost).toBeLessThanOrEqual(closed.cost)
    }
    expect(differences.some((d) => d !== 0)).toBe(true)
  }, 180_000)
})
