import { describe, expect, test } from 'vitest'
import { measure } from '../access/measure.ts'
import { supplyOfPlan } from '../access/supply-of-plan.ts'
import { smallCase } from '../check/small-county.fixture.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { planGeoJson } from './geojson.ts'
import { planSheets } from './plan-sheets.ts'
import { villageCalendars } from './visit-calendar.ts'

/** B, with C on foot, brought to the health centre on two Thursdays. */
function withRide() {
  const c = smallCase()
  c.plan.rides = [
    {
      id: 'R1',
      site: 'H1',
      by: 'hired',
      vehicle: null,
      lines: [],
      dates: ['2026-03-05', '2026-03-19'] as PlainDate[],
      pickups: [
        {
          settlement: 'B',
          depart: 28_400,
          home: 43_600,
          riders: [
            { settlement: 'B', walkSeconds: 0 },
            { settlement: 'C', walkSeconds: 600 },
          ],
        },
      ],
      services: ['MED-02'],
      depart: 28_400,
      arrive: 32_400,
      leave: 39_600,
      finish: 43_600,
      metres: 78_400,
      driveSeconds: 8_000,
      seats: 19,
      people: 4.3,
    },
  ]
  const supply = supplyOfPlan(c.county, c.catalogue, c.plan)
  const { county, catalogue } = c
  const measured = measure({
    county,
    catalogue,
    travel: c.travel.base,
    supply,
    asOf: county.settings.asOf,
  })
  const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }
  return { ...c, measured, input }
}

describe('rides leave the planner with the plan', () => {
  test('as features from the pick-ups to the site', () => {
    const { county, plan, measured } = withRide()
    const feature = planGeoJson(county, plan, measured).features.find((f) => f.id === 'ride:R1')
    expect(feature?.geometry).toMatchObject({ type: 'LineString' })
    expect(feature?.properties).toMatchObject({
      layer: 'ride',
      site: 'H1',
      by: 'hired',
      serves: ['B', 'C'],
      dates: ['2026-03-05', '2026-03-19'],
    })
  })

  test('as rows of a sheet, one a date and pick-up, in both languages', () => {
    const { input, plan, measured } = withRide()
    const zh = planSheets(input, measured, plan, 'zh').find((s) => s.name === '接送')!
    expect(zh.rows).toHaveLength(2)
    expect(zh.rows[0]).toHaveLength(zh.headings.length)
    expect(zh.rows[0]).toEqual(expect.arrayContaining(['2026-03-05', '07:53', '09:00', 78.4]))
    const en = planSheets(input, measured, plan, 'en').find((s) => s.name === 'Rides')!
    expect(en.rows[1]).toEqual(expect.arrayContaining(['2026-03-19', 'hired']))
  })

  test('as events in the calendar of the village, from leaving to being home', () => {
    const { input, plan } = withRide()
    const [village] = villageCalendars(input, plan, 'en').filter((c) =>
      c.events.some((e) => e.title === 'Ride to H1'),
    )
    const rides = village!.events.filter((e) => e.title === 'Ride to H1')
    expect(rides.map((e) => [e.date, e.start, e.end])).toEqual([
      ['2026-03-05', 28_400, 43_600],
      ['2026-03-19', 28_400, 43_600],
    ])
  })
})
