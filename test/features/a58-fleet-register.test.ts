import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import { standingOn } from '@kuashan/core/resources/fleet-register.ts'
import { readFleet } from '@kuashan/core/resources/import/fleet.ts'
import { rowFinder } from '@kuashan/ui/search/find-rows.ts'
import { spellPinyin } from '@kuashan/ui/search/spell-pinyin.ts'
import { describe, expect, test } from 'vitest'
import { registerNames } from '../../apps/web/src/pages/resources/register/register-names.ts'
import { fleetTable } from '../../bench/office/fleet-table.ts'

/** 1,394 invented vehicles, as their table comes in. */
function fleet() {
  const [headings, ...rows] = fleetTable(1394, random(1))
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const table = {
    file: 'fleet.csv',
    headings: headings!,
    rows: rows.map((cells, k) => ({
      row: k + 2,
      cells: Object.fromEntries(headings!.map((heading, at) => [heading, cells[at]!])),
    })),
    findings: [],
  }
  return readFleet(table)
}

describe('1,394 vehicles (A58)', () => {
  const { vehicles, findings } = fleet()
  const names = { vehicle: (id: string) => id, facility: (id: string) => id }
  const find = rowFinder(spellPinyin)
  const found = (typed: string) =>
    find(typed, vehicles, (row) => registerNames({ ...row, fitOut: {} }, names))

  test('all come in, with everything that a register says (A58)', () => {
    expect(findings).toEqual([])
    expect(vehicles).toHaveLength(1394)
    expect(new Set(vehicles.map(({ plate }) => plate)).size).toBe(1394)
    expect(vehicles.every((v) => v.seats !== null && v.driver && v.hours.length === 5)).toBe(true)
    expect(new Set(vehicles.map(({ coldBox }) => coldBox)).size).toBe(2)
  })

  test('the search finds one by its plate, and all of a unit or driver by pinyin and initials (A58)', () => {
    for (const { plate } of vehicles.filter((_, k) => k % 40 === 0)) {
      expect(found(plate)[0]!.plate).toBe(plate)
      expect(found(plate.slice(-5)).map((v) => v.plate)).toEqual([plate])
    }
    const of = (word: string) => vehicles.filter((v) => `${v.owner} ${v.driver}`.includes(word))
    const plates = (list: readonly { plate: string }[]) => list.map(({ plate }) => plate).sort()
    expect(plates(found('gongxiaoshe'))).toEqual(plates(of('供销社')))
    expect(plates(found('gxs'))).toEqual(plates(of('供销社')))
    expect(plates(found('王师傅'))).toEqual(plates(of('王师傅')))
    expect(found('no such vehicle')).toEqual([])
  })

  test('an inspection that has run out blocks dispatch, and no other (A58)', () => {
    const day = '2026-11-28' as PlainDate
    for (const vehicle of vehicles) {
      const isOver = vehicle.inspectionUntil! < day
      expect(standingOn({ ...vehicle, fitOut: {} }, day)).toBe(isOver ? 'blocked' : 'good')
    }
    expect(vehicles.some((v) => v.inspectionUntil! < day)).toBe(true)
  })
})
