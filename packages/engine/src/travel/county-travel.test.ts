import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { CountyInput, Season } from '@kuashan/core/plan/county.ts'
import { type CountyTravel, travelOn } from '@kuashan/core/travel/travel-table.ts'
import { describe, expect, test } from 'vitest'
import { countyTravel, yearTravel } from './county-travel.ts'

const county = demoCounty({ size: 'three-valleys', seed: 1 })

const day = (text: string): PlainDate => text as PlainDate

/** All numbers of a travel, to compare whole. */
const bytesOf = (travel: CountyTravel): string => JSON.stringify(travel)

const changed = (input: CountyInput, part: Partial<CountyInput['county']>): CountyInput => ({
  ...input,
  county: { ...input.county, ...part },
})

describe('travel of a county', () => {
  test('every settlement has a row, every facility a column, in the order of ids', async () => {
    const { travel } = await countyTravel(county, { workers: 1 })
    const ids = county.county.settlements.map((s) => s.id).sort()
    expect(travel.resident.from).toEqual(ids)
    expect(travel.walkToStops.to).toEqual(ids)
    expect(travel.resident.to).toEqual(county.county.facilities.map((f) => f.id).sort())
    expect(travel.resident.p50).toHaveLength(ids.length * travel.resident.to.length)
    expect(Object.keys(travel.vehicle).length).toBeGreaterThan(0)
    expect(travel.season).toBe('base')
  })

  test('is the same for any number of workers and any order of rows', async () => {
    const one = bytesOf((await countyTravel(county, { workers: 1 })).travel)
    expect(bytesOf((await countyTravel(county, { workers: 3 })).travel)).toBe(one)
    const rng = random(7)
    const { settlements, facilities, vehicles } = county.county
    const mixed = changed(county, {
      settlements: rng.shuffle(settlements),
      facilities: rng.shuffle(facilities),
      vehicles: rng.shuffle(vehicles),
    })
    const roads = { ...county.roads!, ways: rng.shuffle(county.roads!.ways) }
    expect(bytesOf((await countyTravel({ ...mixed, roads }, { workers: 2 })).travel)).toBe(one)
  })

  test('names a place without coordinates, one far from any road, and a closure that means nothing', async () => {
    const [first, second, ...rest] = county.county.settlements
    const input = changed(county, {
      settlements: [
        { ...first!, at: null },
        { ...second!, at: [second!.at![0] + 1, second!.at![1] + 1] },
        ...rest,
      ],
    })
    const { travel, findings } = await countyTravel(input, { workers: 1, closed: ['no such road'] })
    const codes = findings.filter((f) => f.facts.id === first!.id || f.facts.id === second!.id)
    expect(codes.map((f) => f.code).sort()).toEqual(['far-from-road', 'no-coordinates-to-travel'])
    expect(findings.some((f) => f.code === 'closure-unknown')).toBe(true)
    const row = travel.resident.from.indexOf(second!.id)
    const columns = travel.resident.to.length
    const cells = travel.resident.p50.subarray(row * columns, (row + 1) * columns)
    expect(Math.min(...cells)).toBeGreaterThan(86_400)
  })

  test('a season lengthens rides on its days only, a closure never shortens one', async () => {
    const snow: Season = {
      id: 'snow',
      nameZh: '雪季',
      nameEn: 'snow',
      range: { from: county.county.settings.horizon.from, to: county.county.settings.horizon.from },
      timeFactor: 2,
      aboveM: null,
    }
    const way = county.roads!.ways[0]!.id
    const last = county.county.settings.horizon.to
    const input = changed(county, {
      settings: {
        ...county.county.settings,
        seasons: [snow],
        closures: [{ way, range: { from: last, to: last }, reason: 'slide' }],
      },
    })
    const { travel } = await yearTravel(input, { workers: 1 })
    expect(travel.seasons.map((s) => s.travel.season)).toEqual(['snow', `base+closed:${way}`])
    const snowy = travelOn(travel, snow.range.from)
    const shut = travelOn(travel, last)
    expect(travelOn(travel, day('1999-01-01'))).toBe(travel.base)
    expect(snowy.walkToStops).toBe(travel.base.walkToStops)
    let longer = 0
    travel.base.resident.p50.forEach((seconds, cell) => {
      const inSnow = snowy.resident.p50[cell]!
      expect(inSnow).toBeGreaterThanOrEqual(seconds)
      expect(inSnow).toBeLessThanOrEqual(2 * seconds)
      if (inSnow > seconds) longer++
      const inSlide = shut.resident.p50[cell]!
      expect(inSlide === -1 || inSlide >= seconds).toBe(true)
    })
    expect(longer).toBeGreaterThan(0)
  })

  test('stops on a signal', async () => {
    const stop = new AbortController()
    const asked = countyTravel(county, {
      workers: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(asked).rejects.toThrow(/abort/i)
    await expect(countyTravel(county, { workers: 2, signal: stop.signal })).rejects.toThrow()
  })

  test('with a server that does not answer: rides unknown and said so, walks as ever', async () => {
    const osrm = { server: 'http://127.0.0.1:9', retries: 0, maxPlaces: 10_000 }
    const { travel, findings } = await yearTravel(county, { workers: 1, osrm })
    const own = (await countyTravel(county, { workers: 1 })).travel
    expect(findings.map((f) => f.code)).toContain('osrm-refused')
    expect(travel.seasons).toEqual([])
    expect(travel.base.walkToFacilities).toEqual(own.walkToFacilities)
    const walked = travel.base.resident.p50.filter((seconds) => seconds >= 0).length
    expect(walked).toBeGreaterThan(0)
    expect(walked).toBeLessThan(own.resident.p50.filter((seconds) => seconds >= 0).length)
  })

  test('without roads the table of minutes is used, and those it leaves out are named', async () => {
    const [a, b] = county.county.settlements
    const facility = county.county.facilities[0]!
    const input: CountyInput = {
      ...county,
      roads: null,
      minutes: { entries: [{ from: a!.id, to: facility.id, minutes: 30 }] },
    }
    const { travel, findings } = await countyTravel(input)
    const { resident } = travel
    const at = (id: string): number =>
      resident.p50[
        resident.from.indexOf(id) * resident.to.length + resident.to.indexOf(facility.id)
      ]!
    expect([at(a!.id), at(b!.id)]).toEqual([1800, -1])
    expect(findings.filter((f) => f.code === 'minutes-missing')).toHaveLength(
      county.county.settlements.length - 1,
    )
  })
})
