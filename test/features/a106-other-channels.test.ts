import { channelMix, coverageBy } from '@kuashan/core/access/coverage.ts'
import { tripsAvoided } from '@kuashan/core/access/own-trip.ts'
import { ownTripsToSites, usualErrand } from '@kuashan/core/access/own-trips-to-sites.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { deliveriesMeasured } from '@kuashan/core/access/trip-figures.ts'
import { villageAccess } from '@kuashan/core/access/village-access.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'
import { catalogue, county, measured, today, travel } from './three-valleys.fixture.ts'

describe('three valleys with its plan', async () => {
  const plan = await planned({ county, catalogue, travel }, 200)
  const supply = supplyOfPlan(county, catalogue, plan)
  const measurement = measured(supply)
  const { cells, floors } = measurement
  const kindOf = (settlement: string) =>
    ['331199100204', '331199100207', '331199200203'].some((v) => settlement.startsWith(v))
      ? 'far'
      : 'near'

  it('town and far villages are reached by other channels with equal outcomes (A106)', () => {
    const basic = cells.filter((c) => c.service === 'MED-01')
    const mix = new Map(
      channelMix(basic, (c) => kindOf(c.settlement)).map((m) => [m.key, m.people]),
    )
    expect(mix.get('near')!.vehicle).toBe(0)
    expect(mix.get('near')!.fixed).toBeGreaterThan(3000)
    expect(mix.get('far')!.vehicle).toBeGreaterThan(100)
    const outcome = (of: typeof basic) => coverageBy(of, (c) => kindOf(c.settlement))
    expect(outcome(basic).map((c) => c.share)).toEqual([1, 1])
    const now = outcome(measured(today).cells.filter((c) => c.service === 'MED-01'))
    expect(now[0]!.share).toBeLessThan(0.9)
  })

  it('trips avoided are the services delivered locally, one for one (A10)', () => {
    const delivered = deliveriesMeasured({ county, measurement })
    const trips = ownTripsToSites(county, travel.base, supplyToday(county, catalogue), {
      ...usualErrand,
      means: 'shortest',
    })
    const avoided = tripsAvoided(delivered, trips)
    const sum = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0)
    const total = sum(delivered.map((d) => d.personTimes))
    expect(total).toBeGreaterThan(0)
    expect(sum(avoided.map((a) => a.trips + a.newlyServed))).toBeCloseTo(total, 6)
    expect(sum(avoided.map((a) => a.hours))).toBeGreaterThan(0)
  })

  it('the index of essential services rises where the tours come, and falls nowhere (A105)', () => {
    const index = (of: typeof supply) =>
      new Map(
        villageAccess(county, catalogue, travel.base, of, { cells, floors }).map((v) => [
          v.village,
          v.index,
        ]),
      )
    const without = { ...supply, offers: supply.offers.filter((o) => o.mode !== 'vehicle') }
    const [before, after] = [index(without), index(supply)]
    for (const [village, value] of before)
      expect(after.get(village)!).toBeGreaterThanOrEqual(value - 1e-12)
    for (const village of ['331199100204', '331199100207', '331199200203'])
      expect(after.get(village)!).toBeGreaterThan(before.get(village)! + 0.05)
  })
})
