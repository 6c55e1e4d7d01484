import { tourCounty } from '@kuashan/core/demo/tour-county.ts'
import { describe, expect, test } from 'vitest'
import { boundRouting } from './bound-routing.ts'

const county = tourCounty({ villages: 24, depots: 2, year: 2026, seed: 1 })

describe('boundRouting', () => {
  test('bounds a year of a county from a thread of its own, telling how it gets on, with whole tours that keep it', async () => {
    const told: number[] = []
    const found = await boundRouting(county, {
      rounds: 60,
      nodeLimit: 5,
      onProgress: (bound) => told.push(bound),
    })
    expect(told.at(-1)).toBe(found.bound)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(found.relaxed).toEqual(['calendar'])
    const visits = new Map<number, number>()
    for (const { stops, times } of found.start!.routes)
      for (const stop of stops) visits.set(stop, (visits.get(stop) ?? 0) + times)
    expect(county.customers.map((c) => visits.get(c.id))).toEqual(county.customers.map(() => 24))
    expect(found.start!.cost).toBeGreaterThanOrEqual(found.bound)
    expect(found.start!.cost / found.bound).toBeLessThan(1.02)
  })

  test('returns the cheap bound when it is stopped before it starts', async () => {
    const found = await boundRouting(county, { signal: AbortSignal.abort() })
    expect(found.kind).toBe('half-arc')
    expect(found.bound).toBeGreaterThan(0)
    expect(found.start).toBeUndefined()
  })
})
