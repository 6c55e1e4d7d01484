import { remoteVillagesOf } from '@kuashan/core/access/remote-settlements.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { remoteShare } from '@kuashan/core/territory/remote.ts'
import type { TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { describe, expect, it } from 'vitest'

const { county } = demoCounty({ size: 'city', seed: 1 })
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
