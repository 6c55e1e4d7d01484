import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkRoutes } from '../../check/check-routes.ts'
import { weekday } from '../../kernel/calendar.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { checkInstance } from '../../planner/formats/check-instance.ts'
import { byPath } from '../../planner/formats/whereabouts.ts'
import { writeOwnInstance } from '../../planner/formats/write-own-instance.ts'
import { tourSet } from './entries.ts'
import { tourSetInstance } from './tour-set-instance.ts'

const folder = new URL('../../../../../bench/tour-set/', import.meta.url)
const stored = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const index: { name: string; seed: number; sha256: string }[] = stored('index.json')

/** Larger ones are checked by `bench/tour-set.ts --index` and `--check`. */
const small = tourSet.filter(({ places }) => places <= 50)
const made = new Map(small.map((entry) => [entry.name, tourSetInstance(entry)]))
const of = (family: string): RoutingInstance[] =>
  small.filter((e) => e.family === family).map((e) => made.get(e.name)!)

const sha256 = (instance: RoutingInstance) =>
  createHash('sha256').update(writeOwnInstance(instance)).digest('hex')

describe('the published set of tours', () => {
  test('has sixty instances, each with a name and a seed of its own, all in the index', () => {
    expect(tourSet).toHaveLength(60)
    expect(new Set(tourSet.map((e) => e.name)).size).toBe(60)
    expect(new Set(tourSet.map((e) => e.seed)).size).toBe(60)
    expect(index.map(({ name, seed }) => ({ name, seed }))).toEqual(
      tourSet.map(({ name, seed }) => ({ name, seed })),
    )
  })

  test.each(small.map((entry) => entry.name))(
    '%s is what the index says, byte for byte',
    (name) => {
      expect(sha256(made.get(name)!)).toBe(index.find((e) => e.name === name)!.sha256)
    },
  )

  test.each(small.map((entry) => entry.name))('%s is without contradictions', (name) => {
    expect(checkInstance(made.get(name)!, byPath(name))).toEqual([])
  })

  test.each(small.map((entry) => [entry.name, entry.places] as const))(
    '%s has its places, each apart from the others',
    (name, places) => {
      const { customers } = made.get(name)!
      expect(new Set(customers.map((c) => `${c.x} ${c.y}`)).size).toBe(places)
    },
  )

  test.each(small.filter((e) => e.places === 20).map((entry) => entry.name))(
    'our plan of %s holds',
    (name) => {
      const plan = stored(`plans/${name}.json`)
      const { feasible, findings, levels } = checkRoutes(made.get(name)!, plan)
      expect({ feasible, findings, levels }).toEqual({
        feasible: true,
        findings: [],
        levels: plan.levels,
      })
    },
  )
})

describe('the ground of the set', () => {
  test('is crossed at some 27 km/h, slower uphill than down', () => {
    const [{ lengths, times }] = of('A')[0]!.travel as [{ lengths: number[][]; times: number[][] }]
    const sum = (rows: number[][]) => rows.flat().reduce((a, b) => a + b, 0)
    const kmPerHour = (sum(lengths) / 100 / sum(times)) * 3600
    expect(kmPerHour).toBeGreaterThan(23)
    expect(kmPerHour).toBeLessThan(31)
    const fromSeat = times[0]!.reduce((a, b) => a + b, 0)
    const toSeat = times.reduce((a, row) => a + row[0]!, 0)
    expect(fromSeat).toBeGreaterThan(toSeat)
  })

  test('numbers are whole, and no way is longer in time than a detour over a third place', () => {
    for (const { travel } of [of('C')[0]!, of('E')[0]!])
      for (const { times, lengths } of travel!) {
        expect([...times.flat(), ...lengths.flat()].every(Number.isInteger)).toBe(true)
        for (const [a, row] of times.entries())
          for (const [b, time] of row.entries())
            for (const [c, first] of row.entries()) {
              const second = times[c]![b]!
              if (first >= 0 && second >= 0 && time > first + second)
                throw new Error(`${a} to ${b} is shorter over ${c}`)
            }
      }
  })

  test('a closed road cuts off some villages on some days, and no depot', () => {
    const [instance] = of('E') as [RoutingInstance]
    const choice = instance.fleets[0]!.rules!.travel as number[]
    expect(new Set(choice).size).toBeGreaterThan(2)
    const cut = instance.travel!.map(({ times }) => times[0]!.filter((t) => t < 0).length)
    expect(cut[0]).toBe(0)
    expect(Math.max(...cut)).toBeGreaterThan(0)
    for (const { times } of instance.travel!)
      expect(instance.depots.every((_, k) => times[0]![k]! >= 0)).toBe(true)
  })
})

describe('what the families ask', () => {
  const rulesOf = (family: string) => of(family).flatMap((i) => i.customers.map((c) => c.rules!))
  const fleetsOf = (family: string) => of(family).flatMap((i) => i.fleets.map((f) => f.rules!))
  const some = <T>(list: readonly T[], has: (item: T) => unknown) => list.some((x) => has(x))

  test('A: some villages by given days, all others by spacing that wraps', () => {
    const patterned = of('A').flatMap((i) => i.customers.filter((c) => c.patterns.length > 0))
    expect(patterned.length).toBeGreaterThan(5)
    expect(patterned.every((c) => c.rules!.spacing === undefined)).toBe(true)
    expect(some(rulesOf('A'), (r) => r.spacing?.wraps)).toBe(true)
  })

  test('B: market days, days off, stations side by side, service by gap; no work on holidays', () => {
    const rules = rulesOf('B')
    for (const key of [
      'seekDays',
      'avoidDays',
      'windows',
      'place',
      'serviceByGap',
      'sameWeekday',
    ] as const)
      expect([key, some(rules, (r) => r[key])]).toEqual([key, true])
    const dates = of('B')[0]!.dates!
    // Qingming 2026; its make-up day is none, so that Saturdays are worked only for the Spring Festival's.
    expect(dates).not.toContain('2026-04-06')
    expect(dates.filter((date) => weekday(date) === 7)).toEqual([])
  })

  test('C: three kinds of vehicle, skills, loads both ways, reloads, one vehicle for all visits', () => {
    expect(new Set(fleetsOf('C').map((r) => r.name))).toEqual(new Set(['van', 'lorry', 'bus']))
    expect(some(fleetsOf('C'), (r) => r.reload)).toBe(true)
    for (const key of ['skills', 'pickup', 'sameVehicle'] as const)
      expect([key, some(rulesOf('C'), (r) => r[key])]).toEqual([key, true])
  })

  test('D: lodgings with nights that no weekend lies between', () => {
    for (const { fleets, dates } of of('D'))
      for (const { rules } of fleets) {
        expect(rules!.nights!.at.length).toBeGreaterThan(1)
        expect(rules!.nights!.evenings!.some((d) => weekday(dates![d - 1]!) === 5)).toBe(false)
      }
  })

  test('E: spacing over two bundles, and last visits carried in', () => {
    expect(of('E').every((i) => (i.unions ?? []).length > 0)).toBe(true)
    expect(some(rulesOf('E'), (r) => r.spacing?.lastBefore)).toBe(true)
  })

  test('F: all of it, with visits that may be left out and published ones that keep their spacing', () => {
    const rules = rulesOf('F')
    for (const key of ['published', 'locked', 'priority', 'place', 'skills', 'seekDays'] as const)
      expect([key, some(rules, (r) => r[key])]).toEqual([key, true])
    const optional = of('F').flatMap((i) => i.customers.filter((c) => c.optional))
    expect(optional.every((c) => c.prize > 0)).toBe(true)
    for (const { published, locked = [] } of rules)
      for (const visit of locked) expect(published).toContainEqual(visit)
  })
})
