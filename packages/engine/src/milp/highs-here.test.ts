import { describe, expect, it } from 'vitest'
import { highsHere } from './highs-here.ts'

describe('a growing linear program', () => {
  it('returns primal and dual, and takes up columns and rows that come later', async () => {
    const lp = (await highsHere()).openLp()
    lp.addRows([
      { low: 4, high: Infinity, entries: [] },
      { low: 6, high: Infinity, entries: [] },
    ])
    lp.addColumns([
      { cost: 3, entries: [[0, 1]] },
      { cost: 2, entries: [[1, 1]] },
    ])
    const first = lp.solve()
    expect(first).toMatchObject({ status: 'optimal', objective: 24 })
    expect([...first.primal]).toEqual([4, 6])
    expect([...first.dual]).toEqual([3, 2])
    lp.addColumns([
      {
        cost: 4,
        entries: [
          [0, 1],
          [1, 1],
        ],
      },
    ])
    expect(lp.solve().objective).toBeCloseTo(20)
    lp.addRows([{ low: -Infinity, high: 1, entries: [[2, 1]] }])
    const last = lp.solve()
    expect(last.objective).toBeCloseTo(23)
    expect(last.dual[2]).toBeCloseTo(-1)
    lp.setRowBounds(2, -Infinity, 2)
    expect(lp.solve().objective).toBeCloseTo(22)
    lp.setColumnHigh(2, 0)
    expect(lp.solve().objective).toBeCloseTo(24)
    lp.close()
  })

  it('tells what has no answer and what has no end', async () => {
    const { openLp: open } = await highsHere()
    const none = open()
    none.addRows([{ low: 1, high: Infinity, entries: [] }])
    none.addColumns([{ cost: 1, entries: [[0, -1]] }])
    expect(none.solve().status).toBe('infeasible')
    none.close()
    const endless = open()
    endless.addRows([{ low: 1, high: Infinity, entries: [] }])
    endless.addColumns([{ cost: -1, entries: [[0, 1]] }])
    expect(endless.solve().status).toBe('unbounded')
    endless.close()
  })
})
