import { describe, expect, test } from 'vitest'
import { readFleet } from './fleet.ts'

const row = { 车牌: '浙K·D0001', 类别: '巡诊车', 所有单位: '县医院', 行驶证有效期: '2027-01-31' }
const table = (...rows: Record<string, string>[]) => ({
  file: 'fleet.csv',
  headings: [...new Set(rows.flatMap((cells) => Object.keys(cells)))],
  rows: rows.map((cells, k) => ({ row: k + 2, cells })),
  findings: [],
})

describe('a register of vehicles as a table (A58)', () => {
  test('everything that a register says is read; what is not there stays open', () => {
    const all = {
      ...row,
      状态: '在修',
      座位数: '7',
      冷藏箱: '是',
      司机: '王师傅',
      停放点: '东镇卫生院',
      运行时间: '1-2 08:00-17:00',
    }
    expect(readFleet(table(all)).vehicles).toEqual([
      {
        plate: '浙K·D0001',
        kind: '巡诊车',
        owner: '县医院',
        licenceUntil: '2027-01-31',
        inspectionUntil: null,
        insuranceUntil: null,
        state: 'workshop',
        vehicle: null,
        seats: 7,
        coldBox: true,
        driver: '王师傅',
        home: '东镇卫生院',
        hours: [
          { weekday: 1, from: 480, to: 1020 },
          { weekday: 2, from: 480, to: 1020 },
        ],
      },
    ])
    expect(readFleet(table(row)).vehicles[0]).toMatchObject({ state: 'in-service', hours: [] })
  })

  test.each([
    [[row, row], 'duplicate-id'],
    [[{ ...row, 运行时间: '早上' }], 'cell-not-week-hours'],
    [[{ ...row, 车牌: '' }], 'cell-missing'],
  ])('what is wrong is told', (rows, code) => {
    expect(readFleet(table(...rows)).findings).toContainEqual(expect.objectContaining({ code }))
  })
})
