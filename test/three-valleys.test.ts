import { describe, expect, it } from 'vitest'
import { measure } from '../packages/core/src/access/measure.ts'
import { remoteVillagesOf } from '../packages/core/src/access/remote-settlements.ts'
import { supplyOfPlan } from '../packages/core/src/access/supply-of-plan.ts'
import { supplyToday } from '../packages/core/src/access/supply-today.ts'
import { villagesToVisit } from '../packages/core/src/access/village-selection.ts'
import { checkPlan } from '../packages/core/src/check/check-plan.ts'
import { demoCounty } from '../packages/core/src/demo/demo-county.ts'
import { toYuan } from '../packages/core/src/kernel/units.ts'
import { costsToday } from '../packages/core/src/plan/costs-today.ts'
import type { CountyInput } from '../packages/core/src/plan/county.ts'
import { makePlan } from '../packages/core/src/planner/make-plan.ts'
import { solveTours } from '../packages/core/src/planner/tours/solve-tours.ts'
import { readCountyFolder } from '../packages/engine/src/county-folder/read-county-folder.ts'
import { dataHash } from '../packages/engine/src/data-hash.ts'
import { solveMilp } from '../packages/engine/src/milp/solve-milp.ts'
import { yearTravel } from '../packages/engine/src/travel/county-travel.ts'

const folder = new URL('../examples/three-valleys/', import.meta.url).pathname
const read = await readCountyFolder(folder)
const input = read.input as CountyInput
const { county, catalogue } = input
const { travel } = await yearTravel(input, { workers: 1 })
const today = { county, catalogue, travel: travel.base, asOf: county.settings.asOf }

const [dongsiwan, dongjintou, nansanping, beisikeng, beiyanbei] = [
  '331199100204-01',
  '331199100204-02',
  '331199100207-01',
  '331199200203-01',
  '331199200203-02',
] as const

const cell = (table: typeof travel.base.resident, from: string, to: string) =>
  table.from.indexOf(from) * table.to.length + table.to.indexOf(to)

describe('three valleys: the folder', () => {
  it('reads without a finding that stands in the way', () => {
    expect(read.findings.filter((f) => f.severity !== 'note')).toEqual([])
  })

  it('is what the generator makes', () => {
    const made = demoCounty({ size: 'three-valleys', seed: 99 })
    const plain = (rows: readonly { id: string }[]) =>
      rows
        .map((row) => ({ ...row, provenance: null, female: null, male: null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(plain(county.settlements)).toEqual(plain(made.county.settlements))
    expect(plain(county.facilities)).toEqual(plain(made.county.facilities))
    expect(plain(county.vehicles)).toEqual(plain(made.county.vehicles))
    expect(plain(county.staff)).toEqual(plain(made.county.staff))
    expect(county.settings).toEqual(made.county.settings)
    expect(county.standards).toHaveLength(made.county.standards.length)
    expect(county.standards).toEqual(expect.arrayContaining(made.county.standards))
    expect(county.baseline).toEqual(made.county.baseline)
    expect(input.roads?.ways).toHaveLength(made.roads!.ways.length)
  })
})

describe('three valleys: people and places', () => {
  it('has 4,000 residents, 2,960 and 1,040 by township, 8,000 registered', () => {
    const people = (prefix: string) =>
      county.settlements
        .filter((s) => s.division.startsWith(prefix))
        .reduce((sum, s) => sum + s.permanent.total, 0)
    expect(people('331199')).toBe(4_000)
    expect(people('331199100')).toBe(2_960)
    expect(people('331199200')).toBe(1_040)
    expect(county.settlements.reduce((sum, s) => sum + s.registered!, 0)).toBe(8_000)
  })

  it('has five remote villages, and nine without a medical institution', () => {
    const remote = remoteVillagesOf(county, travel.base.resident).filter((v) => v.remote)
    expect(remote.map((v) => v.code)).toEqual([
      '331199100203',
      '331199100204',
      '331199100207',
      '331199200202',
      '331199200203',
    ])
    expect(villagesToVisit(county, 2026)).toHaveLength(9)
  })
})

describe('three valleys: travel', () => {
  const { resident } = travel.base
  it.each([
    ['331199100202-01', 'VC-1', 10],
    ['331199100203-01', 'VC-1', 20],
    [dongsiwan, 'VC-1', 30],
    [dongjintou, 'VC-1', 35],
    [nansanping, 'THC-1', 30],
    [beisikeng, 'THC-2', 20],
    [beiyanbei, 'THC-2', 31.9],
  ])('takes a resident from %s to %s in %s minutes', (from, to, minutes) => {
    expect(resident.p50[cell(resident, from, to)]! / 60).toBeCloseTo(minutes, 1)
  })

  it('takes an elder 18 minutes from Beiyanbei to Beisikeng, and 44 from Dongjintou to Dongsiwan', () => {
    const { walkToStops: walk } = travel.base
    const minutes = (from: string, to: string) => {
      const row = walk.from.indexOf(from)
      for (let k = walk.offsets[row]!; k < walk.offsets[row + 1]!; k++) {
        if (walk.to[walk.target[k]!] === to) return walk.seconds[k]! / 60
      }
      return null
    }
    expect(minutes(beiyanbei, beisikeng)).toBeCloseTo(18.3, 1)
    expect(minutes(dongjintou, dongsiwan)).toBeCloseTo(44, 1)
  })
})

describe('three valleys: today', () => {
  const measured = measure({ ...today, supply: supplyToday(county, catalogue) })
  const people = (service: string, met?: boolean) =>
    measured.cells
      .filter((c) => c.service === service && (met === undefined || c.met === met))
      .reduce((sum, c) => sum + c.people, 0)

  it('needs 4,000 and 1,200 people served', () => {
    expect(people('MED-01')).toBeCloseTo(4_000, 6)
    expect(people('MED-04')).toBeCloseTo(1_200, 6)
  })

  it('misses MED-01 for 200 people in four settlements, MED-04 for nobody', () => {
    const missed = measured.cells.filter((c) => !c.met)
    expect(missed.map((c) => [c.settlement, c.service, c.people])).toEqual([
      [dongsiwan, 'MED-01', 100],
      [dongjintou, 'MED-01', 20],
      [nansanping, 'MED-01', 40],
      [beiyanbei, 'MED-01', 40],
    ])
    expect(people('MED-04', false)).toBe(0)
  })

  it('comes to Dongsiwan 13 times, 29 days apart at the longest', () => {
    const at = measured.cells.find((c) => c.settlement === dongsiwan && c.service === 'MED-01')!
    expect(at.missing).toEqual([
      { metric: 'maxGapDays', want: 28, have: 29 },
      { metric: 'minVisitsPerVillageYear', want: 24, have: 13 },
    ])
  })

  it('costs 341,799.20 yuan and 11,157 staff hours', () => {
    const costs = costsToday(county, travel)
    expect(toYuan(costs.cashFen)).toBe(341_799.2)
    expect(costs.staffHours).toBeCloseTo(11_157, 0)
  })
})

describe('three valleys: the plan', async () => {
  const { plan } = await makePlan(
    { county, catalogue, travel, dataHash: dataHash(input) },
    {
      mode: 'least-cost',
      seed: 1,
      workers: 1,
      stop: (iterations) => iterations >= 500,
      iterations: 500,
      milp: solveMilp,
      solveTours,
    },
  )

  it('leaves nobody without, by the measure and by the independent checker', () => {
    const supply = supplyOfPlan(county, catalogue, plan)
    expect(measure({ ...today, supply }).cells.filter((c) => !c.met)).toEqual([])
    const checked = checkPlan({ county, catalogue, travel, plan })
    expect(checked.findings.filter((f) => f.severity === 'error')).toEqual([])
    expect(checked.verdict).toBe('valid')
    expect(plan.shortages).toEqual([])
  })

  it('stands at the four stops found by hand', () => {
    expect(plan.stops.map((s) => s.settlement).sort()).toEqual(
      [dongsiwan, dongjintou, nansanping, beisikeng].sort(),
    )
    expect(plan.sites.every((s) => s.action === 'keep')).toBe(true)
  })

  it('goes out on 24 days, 110.4 km each: the least there is', () => {
    expect(plan.tours).toHaveLength(24)
    for (const tour of plan.tours) {
      expect(tour.visits).toHaveLength(4)
      expect(Math.abs(tour.metres - 110_400)).toBeLessThan(5)
      expect(Math.abs((tour.finish - tour.depart) / 60 - 430)).toBeLessThan(0.1)
    }
  })

  it('costs 345,049.60 yuan and 11,556 staff hours', () => {
    const { cashFen, staffHours, capitalFen } = plan.costs.plan
    expect(cashFen).toBe(34_504_960)
    expect(staffHours).toBeCloseTo(11_556, 0)
    expect(capitalFen).toEqual({})
    expect(cashFen - plan.costs.today.cashFen).toBe(325_040)
  })
})
