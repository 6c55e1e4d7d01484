import { expect, test } from 'vitest'
import { commonDays, openDays, openTogether } from './open-days.ts'

const days = Int32Array.from({ length: 100 }, (_, k) => k)
const closedFrom = (from: number, to: number) =>
  openDays(
    Uint8Array.from(days, (day) => (day >= from && day < to ? 1 : 0)),
    days,
    100,
  )
const stop = (open: ReturnType<typeof closedFrom>) => ({ days: open, maxGapDays: 20, visits: 5 })

const together = (all: ReturnType<typeof stop>[]) =>
  openTogether(
    all,
    commonDays(
      all.map((s) => s.days),
      days,
      100,
    ),
  )

test('the longest closed stretch runs from open day to open day, round the horizon', () => {
  expect(closedFrom(10, 40)).toMatchObject({ open: 70, longestClosed: 31 })
  expect(closedFrom(80, 100)).toMatchObject({ open: 80, longestClosed: 21 })
  expect(closedFrom(0, 100)).toMatchObject({ open: 0, longestClosed: 100 })
})

test('a stop cut off for a season does not share a template with one that is not', () => {
  expect(together([stop(closedFrom(0, 30)), stop(closedFrom(0, 0))])).toBe(false)
  expect(together([stop(closedFrom(0, 30)), stop(closedFrom(0, 30))])).toBe(true)
})

test('a few closed days do not hinder', () => {
  expect(together([stop(closedFrom(5, 8)), stop(closedFrom(50, 53))])).toBe(true)
})

test('days that are never open together do', () => {
  const even = openDays(
    Uint8Array.from(days, (day) => day % 2),
    days,
    100,
  )
  const odd = openDays(
    Uint8Array.from(days, (day) => 1 - (day % 2)),
    days,
    100,
  )
  expect(together([stop(even), stop(odd)])).toBe(false)
})
