import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { random } from '../../kernel/random.ts'
import { choose } from './choose.ts'
import { componentsOf } from './components.ts'
import type { Choice, Group, Option } from './option.ts'

const group = (basic: number, other: number, options: Option[]): Group => ({
  options,
  basic,
  other,
  cells: [],
})
const site = (key: string, value = 0): Option => ({ mode: 'fixed', site: key, value, uses: [] })
const visits = (stop: string, n: number, value = 0, days = 0): Option => ({
  mode: 'vehicle',
  stop,
  visits: n,
  value,
  uses: [['fleet', days]],
})

interface Outcome {
  basic: number
  other: number
  value: number
}

/** Every combination of options, missing included. */
function bruteForce(choice: Choice): Outcome {
  let best: Outcome | null = null
  const pick = new Array<number>(choice.groups.length).fill(-1)
  const walk = (g: number): void => {
    if (g === choice.groups.length) {
      const found = outcome(choice, pick)
      if (
        found !== null &&
        (best === null ||
          found.basic < best.basic ||
          (found.basic === best.basic && found.other < best.other) ||
          (found.basic === best.basic && found.other === best.other && found.value < best.value))
      )
        best = found
      return
    }
    for (let o = -1; o < choice.groups[g]!.options.length; o++) {
      pick[g] = o
      walk(g + 1)
    }
  }
  walk(0)
  return best!
}

function outcome(choice: Choice, pick: readonly number[]): Outcome | null {
  const used = new Set<string>()
  const at = new Map<string, number>()
  let [basic, other, value, days] = [0, 0, 0, 0]
  choice.groups.forEach((g, k) => {
    const o = g.options[pick[k]!]
    if (o === undefined) {
      basic += g.basic
      other += g.other
      return
    }
    value += o.value
    if (o.mode === 'fixed') used.add(o.site)
    if (o.mode === 'vehicle') {
      at.set(o.stop, Math.max(at.get(o.stop) ?? 0, o.visits))
      days += o.uses[0]![1]
    }
  })
  for (const s of choice.sites) if (used.has(s.key)) value += s.value
  for (const s of choice.stops) {
    value += s.valuePerVisit * (at.get(s.key) ?? 0)
    days += (at.get(s.key) ?? 0) * s.usesPerVisit[0]![1]
  }
  const facilities = choice.sites.filter((s) => used.has(s.key)).map((s) => s.facility)
  if (new Set(facilities).size < facilities.length) return null
  return days <= choice.limits.get('fleet')! + 1e-9 ? { basic, other, value } : null
}

function sample(seed: number): Choice {
  const source = random(seed)
  const yuan = (n: number) => 100_00 * (1 + source.below(n))
  const groups = Array.from({ length: 5 }, () => {
    const options: Option[] = []
    for (const key of ['A clinic', 'A hub', 'B clinic'])
      if (source.next() < 0.35) options.push(site(key))
    for (const stop of ['p', 'q'])
      if (source.next() < 0.6)
        options.push(visits(stop, source.pick([2, 4, 8]), yuan(20), source.below(3)))
    const people = 1 + source.below(40)
    return source.next() < 0.5 ? group(people, 0, options) : group(0, people, options)
  })
  return {
    groups,
    sites: [
      { key: 'A clinic', facility: 'A', value: yuan(200), uses: [] },
      { key: 'A hub', facility: 'A', value: yuan(200), uses: [] },
      { key: 'B clinic', facility: 'B', value: yuan(200), uses: [] },
    ],
    stops: ['p', 'q'].map((key) => ({
      key,
      valuePerVisit: yuan(30),
      usesPerVisit: [['fleet', 1] as const],
    })),
    limits: new Map([['fleet', source.pick([0, 3, 6, 10, 30])]]),
  }
}

describe('choose', () => {
  it.each(Array.from({ length: 12 }, (_, k) => k + 1))(
    'finds what enumeration finds, floors first: problem %i',
    async (seed) => {
      const choice = sample(seed)
      const chosen = await choose(choice, solveMilpHere)
      const found = outcome(choice, [...chosen.option])
      const best = bruteForce(choice)
      expect({ basic: found?.basic, other: found?.other }).toEqual({
        basic: best.basic,
        other: best.other,
      })
      // A joint solve under a limit stops within a quarter of a per cent.
      expect(found!.value).toBeLessThanOrEqual(best.value * 1.0025 + 1)
      expect(chosen.value).toBeCloseTo(found!.value, 3)
      if (chosen.bound !== null) expect(chosen.bound).toBeLessThanOrEqual(best.value + 1)
    },
  )

  it('pays a stop for the visits that a higher frequency adds', async () => {
    const choice: Choice = {
      groups: [group(1, 0, [visits('p', 2)]), group(1, 0, [visits('p', 6), site('s')])],
      sites: [{ key: 's', facility: 's', value: 35_000_00, uses: [] }],
      stops: [{ key: 'p', valuePerVisit: 10_000_00, usesPerVisit: [['fleet', 1]] }],
      limits: new Map([['fleet', 100]]),
    }
    const chosen = await choose(choice, solveMilpHere)
    expect([...chosen.option]).toEqual([0, 1])
    expect(chosen.value).toBeCloseTo(55_000_00, 0)
    expect(chosen.bound).toBeCloseTo(55_000_00, 0)
    expect(chosen.tight.size).toBe(0)
  })

  it('decides groups without a common place apart', () => {
    const choice: Choice = {
      groups: [
        group(1, 0, [visits('p', 2)]),
        group(1, 0, [visits('q', 2)]),
        group(1, 0, [visits('p', 4), site('s')]),
      ],
      sites: [{ key: 's', facility: 's', value: 1, uses: [] }],
      stops: [],
      limits: new Map(),
    }
    expect(componentsOf(choice)).toEqual([[0, 2], [1]])
  })
})
