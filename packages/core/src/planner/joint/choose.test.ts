import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type PriorityClass, priorityClasses } from '../../catalogue/priority-class.ts'
import { random } from '../../kernel/random.ts'
import { choose } from './choose.ts'
import { componentsOf } from './components.ts'
import type { Choice, Group, Option } from './option.ts'

const group = (priority: PriorityClass, people: Group['people'], options: Option[]): Group => ({
  options,
  priority,
  people,
  cells: [],
})
const one: Group['people'] = [['S0', 1]]
const site = (key: string, value = 0): Option => ({ mode: 'fixed', site: key, value, uses: [] })
const visits = (stop: string, n: number, value = 0, days = 0): Option => ({
  mode: 'vehicle',
  stop,
  visits: n,
  value,
  uses: [['fleet', days]],
})

/** By class the most people missed at one settlement and all people missed; then value. */
type Outcome = readonly number[]

const before = (a: Outcome, b: Outcome): boolean => {
  const k = a.findIndex((x, n) => Math.abs(x - b[n]!) > 1e-9)
  return k >= 0 && a[k]! < b[k]!
}

/** Every combination of options, missing included. */
function bruteForce(choice: Choice): Outcome {
  let best: Outcome | null = null
  const pick = new Array<number>(choice.groups.length).fill(-1)
  const walk = (g: number): void => {
    if (g === choice.groups.length) {
      const found = outcome(choice, pick)
      if (found !== null && (best === null || before(found, best))) best = found
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
  const missed = priorityClasses.map(() => new Map<string, number>())
  let [value, days] = [0, 0]
  choice.groups.forEach((g, k) => {
    const o = g.options[pick[k]!]
    if (o === undefined) {
      const of = missed[g.priority]!
      for (const [s, people] of g.people) of.set(s, (of.get(s) ?? 0) + people)
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
  const levels = missed.flatMap((of) => [
    Math.max(0, ...of.values()),
    [...of.values()].reduce((a, b) => a + b, 0),
  ])
  return days <= choice.limits.get('fleet')! + 1e-9 ? [...levels, value] : null
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
    const at = ['S0', ...['S1', 'S2'].filter(() => source.next() < 0.5)]
    const people = at.map((s) => [s, 1 + source.below(40)] as const)
    return group(source.pick(priorityClasses), people, options)
  })
  return {
    groups,
    sites: [
      { key: 'A clinic', facility: 'A', open: false, value: yuan(200), uses: [] },
      { key: 'A hub', facility: 'A', open: false, value: yuan(200), uses: [] },
      { key: 'B clinic', facility: 'B', open: false, value: yuan(200), uses: [] },
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
  it.each(Array.from({ length: 30 }, (_, k) => k + 1))(
    'finds what enumeration finds, floors first: problem %i',
    async (seed) => {
      const choice = sample(seed)
      const chosen = await choose(choice, solveMilpHere)
      const found = outcome(choice, [...chosen.option])
      const best = bruteForce(choice)
      const [value, least] = [found!.at(-1)!, best.at(-1)!]
      expect(found!.slice(0, -1)).toEqual(best.slice(0, -1))
      // A joint solve under a limit stops within a quarter of a per cent.
      expect(value).toBeLessThanOrEqual(least * 1.0025 + 1)
      expect(chosen.value).toBeCloseTo(value, 3)
      if (chosen.bound !== null) expect(chosen.bound).toBeLessThanOrEqual(least + 1)
    },
  )

  it('pays a stop for the visits that a higher frequency adds', async () => {
    const choice: Choice = {
      groups: [group(1, one, [visits('p', 2)]), group(1, one, [visits('p', 6), site('s')])],
      sites: [{ key: 's', facility: 's', open: false, value: 35_000_00, uses: [] }],
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
        group(1, one, [visits('p', 2)]),
        group(1, one, [visits('q', 2)]),
        group(1, one, [visits('p', 4), site('s')]),
      ],
      sites: [{ key: 's', facility: 's', open: false, value: 1, uses: [] }],
      stops: [],
      limits: new Map(),
    }
    expect(componentsOf(choice)).toEqual([[0, 2], [1]])
  })
})
