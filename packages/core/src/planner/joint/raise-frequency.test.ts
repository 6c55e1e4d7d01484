import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { random } from '../../kernel/random.ts'
import { choose } from './choose.ts'
import { usesChosen, valueChosen } from './chosen-uses.ts'
import { type Choice, type Chosen, type Group, moreOf, type Option } from './option.ts'
import { raiseFrequency } from './raise-frequency.ts'

/** One to four groups at one or two stops, some of which may be visited oftener, under limits of days and cash. */
function randomChoice(seed: number): Choice {
  const chance = random(seed)
  const whole = (n: number) => Math.floor(chance.next() * n)
  const stops = ['A', 'B'].map((key) => ({
    key,
    valuePerVisit: 1 + whole(5),
    usesPerVisit: [['cash', 1 + whole(4)] as const],
  }))
  const groups = Array.from({ length: 1 + whole(4) }, (_, g): Group => {
    const stop = stops[whole(2)]!.key
    const at = 4 + 2 * whole(3)
    const option = (visits: number, more = 0): Option => ({
      mode: 'vehicle',
      stop,
      visits,
      value: visits,
      uses: [['fleet', visits]],
      ...(more > 0 ? { more } : {}),
    })
    const gain = whole(60)
    const oftener =
      whole(3) === 0 ? [] : [option(at * 1.5, 1 + gain), option(at * 2, 1 + gain + whole(60))]
    return { options: [option(at), ...oftener], priority: 0, people: [[`S${g}`, 10]], cells: [g] }
  })
  return {
    groups,
    sites: [],
    stops,
    limits: new Map([
      ['cash', 20 + whole(90)],
      ['fleet', 15 + whole(60)],
    ]),
  }
}

const met = (choice: Choice, { option }: Pick<Chosen, 'option'>): number =>
  choice.groups.reduce(
    (sum, g, k) => sum + (option[k]! < 0 ? 0 : moreOf(g.options[option[k]!]!)),
    0,
  )
const within = (choice: Choice, option: Int32Array): boolean => {
  const used = usesChosen(choice, { option, sites: new Set() })
  return [...choice.limits].every(([row, limit]) => (used.get(row) ?? 0) <= limit + 1e-9)
}

/** The most need, then the least value, of all ways to raise what is chosen. */
function bruteForce(choice: Choice, chosen: Chosen): { more: number; value: number } {
  let best = { more: -1, value: 0 }
  const option = Int32Array.from(chosen.option)
  const walk = (g: number): void => {
    if (g === choice.groups.length) {
      if (!within(choice, option)) return
      const found = {
        more: met(choice, { option }),
        value: valueChosen(choice, { option, sites: new Set() }),
      }
      if (found.more > best.more || (found.more === best.more && found.value < best.value))
        best = found
      return
    }
    const ways = chosen.option[g]! < 0 ? [-1] : choice.groups[g]!.options.map((_, k) => k)
    for (const o of ways) {
      option[g] = o
      walk(g + 1)
    }
  }
  walk(0)
  return best
}

describe('stops visited more often than floors ask', () => {
  it('meets the most need for the least value, as brute force does, and takes nothing from floors', async () => {
    let raised = 0
    for (let seed = 1; seed <= 60; seed++) {
      const choice = randomChoice(seed)
      const floors = await choose(choice, solveMilpHere)
      const found = await raiseFrequency(choice, floors, solveMilpHere)
      if (!within(choice, floors.option)) continue
      const best = bruteForce(choice, floors)
      expect(met(choice, found), `seed ${seed}`).toBeCloseTo(best.more, 6)
      expect(found.value, `seed ${seed}`).toBeCloseTo(best.value, 6)
      expect([...found.option].map((o) => o >= 0)).toEqual([...floors.option].map((o) => o >= 0))
      expect(within(choice, found.option)).toBe(true)
      if (best.more > 0) raised++
    }
    expect(raised).toBeGreaterThan(20)
  })
})
