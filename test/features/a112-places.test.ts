import { divisionAtIn } from '@kuashan/core/access/division-at.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { type Division, DivisionLevel } from '@kuashan/core/territory/division.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { describe, expect, it } from 'vitest'

const { county } = demoCounty({ size: 'county', seed: 1 })
const { divisions } = county
const merged = divisions.filter((d) => d.level === 'village' && d.validUntil !== undefined)
/** As an old register has it: the last settlement of each enlarged village under the code it once had. */
const old = new Map(merged.map((d) => [d.successors[0]!, d.code]))
const recorded = county.settlements.map((s) => ({
  ...s,
  division: s.isCentre ? s.division : (old.get(s.division) ?? s.division),
}))
const before = PlainDate.parse('2019-12-31')
const after = PlainDate.parse('2020-01-01')

/** People by division of a level, as places stand on a day. */
function sums(settlements: readonly Settlement[], level: DivisionLevel, on?: PlainDate) {
  const at = divisionAtIn(settlements, divisions, on)
  const found = new Map<string, number>()
  for (const s of settlements)
    found.set(at(s.id, level), (found.get(at(s.id, level)) ?? 0) + s.permanent.total)
  return found
}

describe('places down to the natural village (A112)', () => {
  it('sums by place agree at all levels, on any day (A112)', () => {
    const total = county.settlements.reduce((sum, s) => sum + s.permanent.total, 0)
    const parent = new Map(divisions.map((d) => [d.code, d.parent]))
    for (const on of [undefined, before, after]) {
      const villages = sums(recorded, 'village', on)
      const townships = sums(recorded, 'township', on)
      const up = new Map<string, number>()
      for (const [code, people] of villages) {
        const township = parent.get(code)!
        up.set(township, (up.get(township) ?? 0) + people)
      }
      expect(up).toEqual(townships)
      for (const level of DivisionLevel.options)
        expect([...sums(recorded, level, on).values()].reduce((a, b) => a + b, 0)).toBe(total)
      expect(sums(recorded, 'county', on)).toEqual(new Map([['331199000000', total]]))
    }
  })

  it('a merged village keeps its history: its own sums before, its successor’s from the day (A112)', () => {
    expect(merged.length).toBeGreaterThan(80)
    const [then, now] = [sums(recorded, 'village', before), sums(recorded, 'village', after)]
    expect(now).toEqual(sums(county.settlements, 'village'))
    let kept = 0
    for (const { code, name, successors } of merged) {
      expect(name).not.toBe('')
      expect(now.has(code)).toBe(false)
      const people = then.get(code)
      if (people === undefined) continue
      kept++
      expect((then.get(successors[0]!) ?? 0) + people).toBeLessThanOrEqual(now.get(successors[0]!)!)
    }
    expect(kept).toBeGreaterThan(50)
  })

  it('follows a chain of mergers, and leaves a split village as recorded (A112)', () => {
    const village = (code: string, until?: string, successors: string[] = []): Division => ({
      code,
      name: code,
      level: 'village',
      parent: '331199101000',
      successors,
      oldNames: [],
      ...(until ? { validUntil: PlainDate.parse(until) } : {}),
    })
    const [a, b, c, d] = ['331199101201', '331199101202', '331199101203', '331199101204'] as const
    const list = [village(a, '2000-12-31', [b]), village(b, '2010-12-31', [c]), village(c)]
    const home = { ...county.settlements[0]!, id: 'home', division: a }
    const on = (day: string, rows = list) =>
      divisionAtIn([home], rows, PlainDate.parse(day))('home', 'village')
    expect([on('2000-12-31'), on('2001-01-01'), on('2026-01-01')]).toEqual([a, b, c])
    expect(on('2026-01-01', [village(a, '2000-12-31', [c, d]), village(c), village(d)])).toBe(a)
  })
})
