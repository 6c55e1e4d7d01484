import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { travelOn } from '@kuashan/core/travel/travel-table.ts'
import { expect, it } from 'vitest'
import { yearTravel } from './county-travel.ts'
import { planRoads } from './plan-roads.ts'

const input = demoCounty({ size: 'three-valleys', seed: 1 })
const [nansanping, beisikeng] = ['331199100207-01', '331199200203-01']
const plan = { stops: [{ settlement: nansanping }, { settlement: beisikeng }], rides: [] }

it('the roads of a plan are those of the year, to the second, in every state', async () => {
  const range = { from: PlainDate.parse('2026-06-01'), to: PlainDate.parse('2026-06-30') }
  const closures = [{ way: 'north', range, reason: 'slide' }]
  const county = { ...input.county, settings: { ...input.county.settings, closures } }
  const roads = await planRoads(input, plan as unknown as Plan, { workers: 1 })
  const made = await roads.under(county)
  await roads.close()
  const { travel } = await yearTravel({ ...input, county }, { workers: 1 })
  expect(made.seasons.map((s) => s.range)).toEqual(travel.seasons.map((s) => s.range))
  const seen = new Set<string>()
  for (const date of ['2026-05-31', '2026-06-01'].map((d) => PlainDate.parse(d)))
    for (const [profile, table] of Object.entries(travelOn(made, date).vehicle)) {
      const whole = travelOn(travel, date).vehicle[profile]!
      expect(table.from.length).toBeLessThan(whole.from.length)
      for (const from of table.from)
        for (const to of table.to)
          for (const part of ['p50', 'p90', 'roadMetres'] as const) {
            const cell = (t: typeof table) =>
              t[part][t.from.indexOf(from) * t.to.length + t.to.indexOf(to)]
            expect(cell(table)).toBe(cell(whole))
            seen.add(`${date} ${from} ${to} ${cell(whole)}`)
          }
    }
  expect(seen.size).toBeGreaterThan(30)
})
