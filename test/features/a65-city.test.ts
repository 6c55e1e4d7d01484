import { remoteVillagesOf } from '@kuashan/core/access/remote-settlements.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { remoteShare } from '@kuashan/core/territory/remote.ts'
import type { TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'
import { villagesDue, villageVisits, visitDays } from './village-visits.fixture.ts'

const input = demoCounty({ size: 'city', seed: 1 })
const { county } = input
const none = new Int32Array(0)
/** The city's definition asks for height only, so no way need be known. */
const noTravel: TravelTable = {
  from: [],
  to: [],
  p50: none,
  p90: none,
  roadMetres: none,
  walkMetres: none,
  fromSnap: none,
  toSnap: none,
}
const remoteAbove = (minElevationM: number) => {
  const { settings } = county
  const of: County = {
    ...county,
    settings: { ...settings, remote: { version: 'test', atLeast: 1, minElevationM } },
  }
  return remoteVillagesOf(of, noTravel)
}

describe('73.3 % of the villages are remote (A07)', () => {
  const heights = remoteAbove(0).map((v) => v.tests[0]!.value as number)

  it('the share of the city’s 1,836 villages can be set to 73.3 % (A07)', () => {
    expect(county.settings.remote.version).not.toBe('')
    const wanted = Math.round(0.733 * heights.length)
    const limit = [...heights].sort((a, b) => b - a)[wanted - 1]!
    const villages = remoteAbove(limit)
    expect(villages).toHaveLength(1836)
    expect(remoteShare(villages)).toBeCloseTo(0.733, 2)
    expect(remoteShare(remoteVillagesOf(county, noTravel))).toBeCloseTo(0.733, 2)
  })

  it('another threshold reclassifies only the villages between the two (A07)', () => {
    const [low, high] = [remoteAbove(332), remoteAbove(352)]
    const changed = low.flatMap((v, k) => (v.remote === high[k]!.remote ? [] : [heights[k]!]))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBe(heights.filter((h) => h >= 332 && h < 352).length)
    for (const height of changed) {
      expect(height).toBeGreaterThanOrEqual(332)
      expect(height).toBeLessThan(352)
    }
  })
})

describe('648 villages, 64 vehicles (A65)', async () => {
  const villages = villagesDue(input, 'without-institution')
  const problem = await villageVisits(input, villages, 24)
  const plan = await planned(problem, 1)
  const days = visitDays(plan)

  it('no village is missed, and the independent checker agrees (A65)', () => {
    expect(villages.size).toBe(648)
    expect(problem.county.settlements).toHaveLength(648)
    expect(problem.county.vehicles).toHaveLength(64)
    const counties = new Set(problem.county.vehicles.map((v) => v.depot.slice(-9, -3)))
    expect(counties.size).toBe(9)
    expect(new Set(plan.assignments.map((a) => a.settlement)).size).toBe(648)
    for (const list of days.values()) expect(new Set(list).size).toBeGreaterThanOrEqual(24)
    expect(plan.shortages).toEqual([])
    const checked = checkPlan({ ...problem, plan })
    expect(checked.verdict).toBe('valid')
    expect(checked.figures.floorsMissed).toEqual([])
  })

  it('loads are balanced as far as the map allows: hardly a day of the fullest could be driven from a near depot (A65)', () => {
    const [table] = Object.values(problem.travel.base.vehicle)
    const [rows, columns] = [table!.from, table!.to].map(
      (ids) => new Map(ids.map((id, k) => [id, k])),
    )
    const leg = (from: string, to: string) => {
      const cell = rows!.get(from)! * table!.to.length + columns!.get(to)!
      return { seconds: table!.p50[cell]!, metres: table!.roadMetres[cell]! }
    }
    const { vehicles } = problem.county
    const load = new Map(vehicles.map((v) => [v.id, 0]))
    for (const t of plan.tours) load.set(t.vehicle, load.get(t.vehicle)! + 1)
    const fullest = [...load].sort((a, b) => b[1] - a[1]).slice(0, 8)
    expect(fullest[0]![1]).toBeLessThanOrEqual(plan.fleet[0]!.daysAvailable / 64)
    const at = new Map(plan.stops.map((s) => [s.id, s.settlement]))
    const couldHandOn = new Set<string>()
    for (const tour of plan.tours) {
      expect(tour.finish - tour.depart).toBeLessThanOrEqual(28_800)
      const days = new Map(fullest).get(tour.vehicle)
      if (days === undefined) continue
      const stops = tour.visits.map((v) => at.get(v.stop)!)
      const standing = tour.visits.reduce((sum, v) => sum + v.leave - v.arrive, 0)
      for (const v of vehicles) {
        // Handing on a place's 24 days must leave the other with fewer than the giver had.
        if (load.get(v.id)! + 24 >= days) continue
        const legs = [v.depot, ...stops].map((from, k) => leg(from, stops[k] ?? v.depot))
        const metres = legs.reduce((sum, l) => sum + l.metres, 0)
        const seconds = legs.reduce((sum, l) => sum + l.seconds, standing)
        const can = legs.every((l) => l.seconds >= 0) && seconds <= v.shiftSeconds
        if (can && metres < tour.metres + 10_000) couldHandOn.add(tour.id)
      }
    }
    const theirs = fullest.reduce((sum, [, days]) => sum + days, 0)
    expect(couldHandOn.size / theirs).toBeLessThanOrEqual(0.1)
  })

  it('vehicles are shared over county borders (A65)', () => {
    const stops = new Map(plan.stops.map((s) => [s.id, s.settlement.slice(0, 6)]))
    const depots = new Map(problem.county.vehicles.map((v) => [v.id, v.depot.slice(-9, -3)]))
    const over = plan.tours.filter((t) =>
      t.visits.some((v) => stops.get(v.stop) !== depots.get(t.vehicle)),
    )
    expect(over.length).toBeGreaterThan(0)
  })
})
