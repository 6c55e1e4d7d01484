import {
  coverageBy,
  coverageByDivision,
  coverageByGroup,
  coverageByRemoteness,
} from '@kuashan/core/access/coverage.ts'
import { divisionAtIn } from '@kuashan/core/access/division-at.ts'
import { gini } from '@kuashan/core/access/equity.ts'
import { gapList } from '@kuashan/core/access/gap-list.ts'
import { remoteSettlements } from '@kuashan/core/access/remote-settlements.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { describe, expect, it } from 'vitest'
import { catalogue, county, measured, today, travel } from './three-valleys.fixture.ts'

const before = measured(today).cells
const basic = before.filter((c) => c.service === 'MED-01')

describe('equal access as a measured thing (A01)', () => {
  it('gives rates equal to the hand count: all, townships, villages, remoteness, ages (A01)', () => {
    const divisionAt = divisionAtIn(county.settlements, county.divisions)
    const rates = (level: 'township' | 'village') =>
      Object.fromEntries(
        coverageByDivision(basic, level, divisionAt).map((c) => [
          c.key,
          [Math.round(c.entitled - c.met), Math.round(c.entitled)],
        ]),
      )
    // Missed: Dongsiwan 100, Dongjintou 20 and Nansanping 40 of 2,960; Beiyanbei 40 of 1,040.
    expect(rates('township')).toEqual({ '331199100000': [160, 2960], '331199200000': [40, 1040] })
    const missed = Object.entries(rates('village')).filter(([, [people]]) => people! > 0)
    expect(missed.map(([code, [people]]) => [code, people]).sort()).toEqual([
      ['331199100204', 120],
      ['331199100207', 40],
      ['331199200203', 40],
    ])
    const remote = remoteSettlements(county, travel.base.resident)
    const [far, near] = coverageByRemoteness(basic, remote)
    expect(far).toMatchObject({ key: 'remote' })
    expect(far!.entitled - far!.met).toBeCloseTo(200, 6)
    expect(near).toMatchObject({ key: 'near', share: 1 })
    const lost = coverageByGroup(basic).reduce((sum, c) => sum + c.entitled - c.met, 0)
    expect(lost).toBeCloseTo(200, 6)
    expect(gapList(basic, county.settlements).map((g) => g.people)).toEqual(
      expect.arrayContaining([100, 20, 40, 40]),
    )
    // 5 % have nothing and 95 % the same: the Gini index is the share of those without.
    const by = coverageBy(basic, (c) => c.settlement)
    expect(gini(by.map((c) => ({ value: c.share, people: c.entitled })))).toBeCloseTo(0.05, 6)
  })

  it('never lowers anybody’s access by a site or a tour, wherever it is added (A01)', () => {
    const changes: County[] = [
      ...county.settlements.map((s) => ({
        ...county,
        facilities: [
          ...county.facilities,
          { ...county.facilities.find((f) => f.kind === 'villageClinic')!, id: `new-${s.id}` },
        ],
        baseline: {
          ...county.baseline,
          timetable: [
            ...county.baseline.timetable,
            {
              vehicle: county.vehicles[0]!.id,
              settlement: s.id,
              rule: { by: 'weekday' as const, weekday: 3 as const, everyWeeks: 2 },
              services: [],
              minutes: 60,
            },
          ],
        },
      })),
      ...county.facilities.map((f) => ({
        ...county,
        facilities: county.facilities.map((other) =>
          other.id === f.id ? { ...other, state: 'open' as const } : other,
        ),
      })),
    ]
    let gained = 0
    for (const changed of changes) {
      const after = measured(supplyToday(changed, catalogue)).cells
      expect(after).toHaveLength(before.length)
      before.forEach((cell, k) => {
        if (cell.met) expect(after[k]!.met).toBe(true)
        else if (after[k]!.met) gained++
      })
    }
    expect(gained).toBeGreaterThan(3)
  })
})
