import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileGrounds } from '../ground.ts'
import { alone, templatesNear } from '../templates/insert.ts'
import { makeTemplate, type Template } from '../templates/template.ts'
import {
  applyChange,
  isGain,
  levelsOf,
  type TemplateSet,
  templateSet,
} from '../templates/template-set.ts'
import { valleys } from '../valleys.fixture.ts'
import { moves } from './moves.ts'
import { split } from './split.ts'

/** Every stop alone; too few days, and the rarest stops first in rank. */
function start(seed: number): TemplateSet {
  const plain = valleys({
    seed,
    stops: 14,
    vehicles: 2,
    depots: 2,
    visits: (k) => [24, 12, 24, 6][k % 4]!,
    serviceMinutes: (k) => 40 + ((k * 37) % 60),
    horizonDays: 30,
  })
  const stops = plain.stops.map((stop) => ({ ...stop, priority: stop.visits === 6 ? 0 : 1 }))
  const problem = { ...plain, stops }
  const [ground] = compileGrounds(problem)
  const templates = ground!.stops.map((_, stop) => alone(ground!, stop).next().value as Template)
  return templateSet(ground!, templates)
}

test.each(moves)('$name: a change is what it says, a gain, and loses no stop', (move) => {
  let found = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const set = start(seed)
      // Other moves first, so that there are tours of several stops to work on.
      const warmUp = moves.filter((other) => other !== move)
      for (const tried of [...warmUp, move, ...warmUp, move])
        for (let t = 0; t < set.templates.length; t++) {
          const near = templatesNear(set, set.templates[t]!.stops, 8).filter((u) => u !== t)
          const candidate = tried.best(set, t, near)
          if (!candidate) continue
          const before = levelsOf(set)
          applyChange(set, candidate.change)
          const after = levelsOf(set)
          expect(isGain(candidate.levels)).toBe(true)
          expect(after.map((level, k) => level - before[k]!)).toEqual([...candidate.levels])
          if (tried === move) found++
        }
      const again = templateSet(set.ground, set.templates)
      expect([...set.where]).toEqual([...again.where])
      expect([...set.used]).toEqual([...again.used])
      expect([...set.where].every((t) => t >= 0)).toBe(true)
    }),
    { numRuns: 15, seed: 5 },
  )
  // The other moves never make what a split undoes; it has its own test.
  if (move !== split) expect(found).toBeGreaterThan(0)
})

test('split frees the days of a first-class stop that rides on a second-class tour', () => {
  const plain = valleys({
    seed: 1,
    stops: 2,
    vehicles: 1,
    visits: (k) => [20, 5][k]!,
    serviceMinutes: () => 60,
    horizonDays: 20,
  })
  const stops = plain.stops.map((stop, k) => ({ ...stop, priority: 1 - k }))
  const [ground] = compileGrounds({ ...plain, stops })
  const together = makeTemplate(ground!, 0, [0, 1], [0, 0])!
  expect(together).toMatchObject({ occurrences: 20, firstClass: 0, units: 20_000 })
  const found = split.best(templateSet(ground!, [together]), 0, [])
  expect(found!.change.into.map(({ occurrences }) => occurrences)).toEqual([20, 5])
  expect(found!.levels[0]).toBeLessThan(0)
})
