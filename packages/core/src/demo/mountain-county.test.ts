import { describe, expect, it } from 'vitest'
import { costRatio } from '../access/unit-cost.ts'
import { villagesToVisit } from '../access/village-selection.ts'
import { daysBetween } from '../kernel/calendar.ts'
import { County, type CountyInput } from '../plan/county.ts'
import { mountainTownships } from './county-spec.ts'
import { demoCounty } from './demo-county.ts'
import { demoYear } from './demo-year.ts'
import { inputHash } from './input-hash.ts'
import { claimedBenefits, demoPeople } from './people.ts'
import { plantedCosts, withSeatCosts } from './planted-costs.ts'
import { referenceTours } from './reference-tours.ts'
import { seasonsOf, villageRoads } from './seasons.ts'
import { placesById, vehicleWays } from './vehicle-ways.ts'

/** The seed the calibration is checked on. */
const seed = 1
const input = demoCounty({ size: 'county', seed })
const { county } = input
const own = (code: string) => code.startsWith('331199')
const total = county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const count = (kind: string, state = 'open') =>
  county.facilities.filter((f) => f.kind === kind && f.state === state && own(f.division)).length

describe('the demo county: people', () => {
  it('has 111,000 residents, each township its number within 1 %', () => {
    expect(Math.abs(total / 111_000 - 1)).toBeLessThan(0.01)
    const codes = county.divisions.filter((d) => d.level === 'township' && own(d.code))
    expect(codes).toHaveLength(21)
    codes.forEach(({ code }, k) => {
      const people = county.settlements
        .filter((s) => s.division.startsWith(code.slice(0, 9)))
        .reduce((sum, s) => sum + s.permanent.total, 0)
      expect(Math.abs(people / mountainTownships[k]!.residents - 1)).toBeLessThan(0.01)
    })
  })

  it('has age shares within one point, and bands that add up everywhere', () => {
    const share = (from: number, to = 200) =>
      county.settlements
        .flatMap((s) => s.permanent.bands)
        .filter((b) => b.from >= from && b.from <= to)
        .reduce((sum, b) => sum + b.people, 0) / total
    expect(Math.abs(share(60) - 0.25)).toBeLessThan(0.01)
    expect(Math.abs(share(65) - 0.18)).toBeLessThan(0.01)
    expect(Math.abs(share(80) - 0.04)).toBeLessThan(0.01)
    expect(Math.abs(share(6, 11) - 0.065)).toBeLessThan(0.01)
    for (const { permanent } of county.settlements) {
      expect(permanent.bands.reduce((sum, b) => sum + b.people, 0)).toBe(permanent.total)
      expect(permanent.female! + permanent.male!).toBe(permanent.total)
    }
  })

  it('registers about 170,000, of whom few still live in villages without a clinic', () => {
    const registered = county.settlements.reduce((sum, s) => sum + s.registered!, 0)
    expect(registered).toBeGreaterThan(160_000)
    expect(registered).toBeLessThan(180_000)
    for (const { noInstitution, village } of villagesToVisit(county, demoYear)) {
      if (!noInstitution) continue
      const homes = county.settlements.filter((s) => s.division === village)
      const people = homes.reduce((sum, s) => sum + s.permanent.total, 0)
      const old = homes
        .flatMap((s) => s.permanent.bands)
        .filter((b) => b.from >= 60)
        .reduce((sum, b) => sum + b.people, 0)
      const ratio = people / homes.reduce((sum, s) => sum + s.registered!, 0)
      expect(ratio).toBeGreaterThan(0.19)
      expect(ratio).toBeLessThan(0.41)
      expect(old / people).toBeGreaterThan(0.48)
      expect(old / people).toBeLessThan(0.77)
    }
  })
})

describe('the demo county: benefits', () => {
  it('has at least ten people with two benefits of different departments that nobody claimed', () => {
    const due = new Set(villagesToVisit(county, demoYear).map((v) => v.village))
    const remote = county.settlements.filter((s) => due.has(s.division))
    let forgotten = 0
    for (const person of demoPeople(input, seed, remote)) {
      const open = person.entitled.filter((id) => !person.claimed.includes(id))
      if (new Set(open.map((id) => claimedBenefits[id])).size >= 2) forgotten++
    }
    expect(forgotten).toBeGreaterThanOrEqual(10)
    expect(forgotten).toBeLessThan(1_000)
  })
})

describe('the demo county: places', () => {
  it('has 136 villages, about 900 settlements, some 46,000 households', () => {
    const villages = county.divisions.filter((d) => d.level === 'village' && own(d.code))
    expect(villages.filter((d) => d.validUntil === undefined)).toHaveLength(136)
    expect(villages.filter((d) => d.validUntil !== undefined).length).toBeGreaterThan(80)
    expect(county.settlements.length).toBeGreaterThan(800)
    expect(county.settlements.length).toBeLessThan(1_000)
    const households = county.settlements.reduce((sum, s) => sum + s.households!, 0)
    expect(Math.abs(households / 46_000 - 1)).toBeLessThan(0.05)
  })

  it('keeps merged villages with their successors, and every sum agrees at all levels', () => {
    const codes = new Set(county.divisions.map((d) => d.code))
    for (const d of county.divisions) {
      if (d.parent) expect(codes).toContain(d.parent)
      for (const successor of d.successors) expect(codes).toContain(successor)
    }
    for (const s of county.settlements) expect(codes).toContain(s.division)
    for (const f of county.facilities) expect(codes).toContain(f.division)
  })

  it('covers 1,950 km², lies between 60 m and well above 1,000 m, with its townships where they should be', () => {
    const tiles = input.terrain!.tiles
    const west = Math.min(...tiles.map((t) => t.west))
    const east = Math.max(...tiles.map((t) => t.east))
    const south = Math.min(...tiles.map((t) => t.south))
    const north = Math.max(...tiles.map((t) => t.north))
    const km = 111.195
    const area =
      (north - south) * km * (east - west) * km * Math.cos(((north + south) / 360) * Math.PI)
    expect(Math.abs(area / 1_950 - 1)).toBeLessThan(0.01)
    expect(peaksAbove(input, 1_000)).toBeGreaterThan(200)
    const seats = county.facilities
      .filter((f) => f.kind === 'townshipHealthCentre' && own(f.division))
      .map((f) => county.settlements.find((s) => s.id === `${f.division}-01`)!.elevationM!)
    expect(seats[0]!).toBeGreaterThanOrEqual(150)
    expect(seats[0]!).toBeLessThanOrEqual(200)
    expect(Math.min(...seats)).toBeLessThan(260)
    expect(Math.max(...seats)).toBeGreaterThan(900)
  })
})

describe('the demo county: services', () => {
  it('has the buildings of the calibration table', () => {
    expect(count('countyHospital')).toBe(2)
    expect(count('townshipHealthCentre')).toBe(21)
    expect(count('villageClinic')).toBe(65)
    expect(count('primarySchool')).toBe(12)
    expect(count('juniorSchool')).toBe(4)
    expect(count('kindergarten')).toBe(14)
    expect(count('elderHub')).toBe(6)
    expect(count('mealPoint')).toBe(60)
    expect(count('nursingHome')).toBe(4)
    expect(
      county.facilities.reduce((sum, f) => sum + (f.kind === 'nursingHome' ? f.beds! : 0), 0),
    ).toBe(600)
    const small = county.facilities.filter(
      (f) => f.kind === 'primarySchool' && f.state === 'open' && f.capacityYear['EDU-01']! < 100,
    )
    expect(small).toHaveLength(5)
    expect(count('primarySchool', 'vacant')).toBe(10)
    expect(county.facilities.filter((f) => f.unfit.length > 0)).toHaveLength(1)
  })

  it('has 73 villages due a vehicle by the rule: no clinic, or a doctor past the age', () => {
    const due = villagesToVisit(county, demoYear)
    expect(due).toHaveLength(73)
    expect(due.some((v) => v.noInstitution)).toBe(true)
    expect(due.some((v) => v.doctorsPastAge)).toBe(true)
  })

  it('has rounds of 40–48 km with 40–48 people and 1.5–2 stops a working day', () => {
    const tours = referenceTours(input, demoYear)
    expect(tours.flatMap((t) => t.stops)).toHaveLength(73)
    const km = mean(tours.map((t) => t.metres / 1_000))
    expect(km).toBeGreaterThanOrEqual(40)
    expect(km).toBeLessThanOrEqual(48)
    const people = mean(tours.map((t) => t.visits.reduce((sum, v) => sum + v.personTimes, 0)))
    expect(people).toBeGreaterThanOrEqual(40)
    expect(people).toBeLessThanOrEqual(48)
    const vans = county.vehicles.filter((v) => v.kind === 'clinicVehicle').length
    expect(vans).toBe(4)
    const stopsADay = (73 * 24) / vans / 249
    expect(stopsADay).toBeGreaterThanOrEqual(1.5)
    expect(stopsADay).toBeLessThanOrEqual(2)
    expect(mean(tours.map((t) => t.stops.length))).toBeGreaterThanOrEqual(1.5)
  })

  it.each([1.3, 2, 3])('gives a planted cost ratio of %s back within two per cent', (ratio) => {
    const planted = ratio === 2 ? input : withSeatCosts(input, ratio)
    const { places, prices } = plantedCosts(planted)
    const found = costRatio(places, prices)!
    expect(Math.abs(found.ratio / ratio - 1)).toBeLessThan(0.02)
    expect(found.dispersion + found.travel + found.idle).toBeCloseTo(found.ratio - 1, 6)
  })
})

describe('the demo county: roads and weather', () => {
  const known = placesById(county)
  const centres = county.settlements.filter((s) => s.isCentre).map((s) => known.get(s.id)!)
  const hospitals = ['HOS1-331199', 'HOS1-331198'].map((id) => known.get(id)!)
  const van = county.vehicles[0]!

  it('winds: 1.6 to 2.2 times the straight way, the farthest village more than 60 km out', () => {
    const ways = vehicleWays(input, [hospitals[0]!, ...centres], van)
    const n = centres.length + 1
    const ratios: number[] = []
    for (let a = 1; a < n; a++) {
      for (let b = 1; b < a; b++) {
        const direct = straight(centres[a - 1]!.at!, centres[b - 1]!.at!)
        const byRoad = ways.roadMetres[a * n + b]!
        if (direct > 3_000 && byRoad > 0) ratios.push(byRoad / direct)
      }
    }
    const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]!
    expect(middle).toBeGreaterThan(1.6)
    expect(middle).toBeLessThan(2.2)
    expect(Math.max(...ways.roadMetres.subarray(0, n))).toBeGreaterThan(60_000)
    const speeds = centres.map((_, k) => ways.roadMetres[k + 1]! / ways.p50[k + 1]! / (1 / 3.6))
    expect(mean(speeds.filter(Number.isFinite))).toBeGreaterThan(26)
    expect(mean(speeds.filter(Number.isFinite))).toBeLessThan(42)
  })

  it("has villages nearer to the neighbour county's centre than to their own", () => {
    const ways = vehicleWays(input, [...hospitals, ...centres], van)
    const n = hospitals.length + centres.length
    const nearer = centres.filter((_, k) => {
      const at = k + hospitals.length
      return ways.p50[n + at]! < ways.p50[at]!
    })
    expect(nearer.length).toBeGreaterThanOrEqual(1)
  })

  it('closes about 3 % of road-days in season and cuts at least one village off', () => {
    const { closures } = county.settings
    const seasonDays = seasonsOf(demoYear).reduce(
      (sum, s) => sum + daysBetween(s.range.from, s.range.to) + 1,
      0,
    )
    const closed = closures.reduce((sum, c) => sum + daysBetween(c.range.from, c.range.to) + 1, 0)
    const share = closed / (villageRoads(input.roads!).length * seasonDays)
    expect(Math.abs(share - 0.03)).toBeLessThan(0.003)
    const worst = closures.filter((c) => c.range.from === closures[0]!.range.from)
    const ways = vehicleWays(
      input,
      [hospitals[0]!, ...centres],
      van,
      new Set(worst.map((c) => c.way)),
    )
    const cutOff = centres.filter((_, k) => ways.p50[k + 1]! < 0 || ways.walkMetres[k + 1]! > 1_500)
    expect(cutOff.length).toBeGreaterThanOrEqual(1)
    expect(cutOff.length).toBeLessThan(centres.length / 2)
  })
})

describe('the demo county: form', () => {
  it('is valid by its own schema', () => {
    expect(() => County.parse(county)).not.toThrow()
    const ids = [
      ...county.facilities,
      ...county.settlements,
      ...county.vehicles,
      ...county.staff,
    ].map((x) => x.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is the same byte for byte with the same seed, and another with another', () => {
    expect(inputHash(demoCounty({ size: 'county', seed }))).toBe(inputHash(input))
    const other = demoCounty({ size: 'county', seed: 2 })
    expect(inputHash(other)).not.toBe(inputHash(input))
    expect(villagesToVisit(other.county, demoYear)).toHaveLength(73)
  })
})

function straight(a: readonly [number, number], b: readonly [number, number]): number {
  const x = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180)
  return Math.hypot(x, a[1] - b[1]) * 111_195
}

/** Posts higher than all within two posts around them. */
function peaksAbove({ terrain }: CountyInput, metres: number): number {
  let peaks = 0
  for (const { columns, rows, metres: z } of terrain!.tiles) {
    for (let r = 2; r < rows - 2; r++) {
      for (let c = 2; c < columns - 2; c++) {
        const own = z[r * columns + c]!
        if (own <= metres) continue
        let higher = false
        for (let dr = -2; dr <= 2; dr++) {
          for (let dc = -2; dc <= 2; dc++) {
            if ((dr !== 0 || dc !== 0) && z[(r + dr) * columns + c + dc]! >= own) higher = true
          }
        }
        if (!higher) peaks++
      }
    }
  }
  return peaks
}
