import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { metresBetween } from '@kuashan/core/territory/earth.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import { travelOn, vehicleProfile } from '@kuashan/core/travel/travel-table.ts'
import { expect, it } from 'vitest'
import { yearTravel } from './county-travel.ts'
import { type DrivenLeg, tourRoads } from './tour-roads.ts'

const made = demoCounty({ size: 'three-valleys', seed: 1 })
const range = { from: PlainDate.parse('2026-06-01'), to: PlainDate.parse('2026-06-30') }
const closures = [{ way: 'north', range, reason: 'slide' }]
const county = { ...made.county, settings: { ...made.county.settings, closures } }
const input = { ...made, county }

const lengthOf = (line: readonly LngLat[]): number =>
  line.slice(1).reduce((sum, at, k) => sum + metresBetween(line[k]!, at), 0)

it('lines are the ways of the tables, on the roads as they are that day; the same line is drawn once', async () => {
  const { travel } = await yearTravel(input, { workers: 1 })
  const roads = tourRoads(input)
  const vehicle = county.vehicles[0]!
  const stops = county.settlements.filter((s) => s.canStop).map((s) => s.id)
  let ways = 0
  const drawn: unknown[] = []
  for (const date of ['2026-05-31', '2026-06-01'].map((d) => PlainDate.parse(d))) {
    const table = travelOn(travel, date).vehicle[vehicleProfile(vehicle)]!
    const legs = stops.map((to): DrivenLeg => ({ date, vehicle, from: vehicle.depot, to }))
    const lines = await roads.lines(legs)
    lines.forEach((line, k) => {
      const cell =
        table.from.indexOf(vehicle.depot) * table.to.length + table.to.indexOf(legs[k]!.to)
      expect(line === null).toBe(table.p50[cell] === -1)
      if (line === null) return
      ways += 1
      expect(Math.abs(lengthOf(line) - table.roadMetres[cell]!)).toBeLessThan(
        20 + table.roadMetres[cell]! / 200,
      )
    })
    expect(await roads.lines(legs)).toEqual(lines)
    drawn.push(lines)
  }
  expect(ways).toBeGreaterThan(10)
  expect(drawn[0]).not.toEqual(drawn[1])
})

it('a county without roads has no lines', async () => {
  const vehicle = county.vehicles[0]!
  const leg = { date: range.from, vehicle, from: vehicle.depot, to: county.settlements[0]!.id }
  expect(await tourRoads({ ...input, roads: null }).lines([leg])).toEqual([null])
})
