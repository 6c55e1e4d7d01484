import { expect, test } from 'vitest'
import { openDays, openTogether } from './open-days.ts'

const days = Int32Array.from({ length: 100 }, (_, k) => k)
const closedFrom = (from: number, to: number) =>
  openDays(
    Uint8Array.from(days, (day) => (day >= from && day < to ? 1 : 0)),
    days,
    100,
  )
const stop = (open: ReturnType<typeof closedFrom>) => ({ days: open, maxGapDays: 20, visits: 5 })

test('the longest closed stretch runs from open day to open day, round the horizon', () => {
  expect(closedFrom(10, 40)).toMatchObject({ open: 70, longestClosed: 31 })
  expect(closedFrom(80, 100)).toMatchObject({ open: 80, longestClosed: 21 })
  expect(closedFrom(0, 100)).toMatchObject({ open: 0, longestClosed: 100 })
})

test('a stop cut off for a season does not share a template with one that is not', () => {
  expect(openTogether([stop(closedFrom(0, 30)), stop(closedFrom(0, 0))], days, 100)).toBe(false)
  expect(openTogether([stop(closedFrom(0, 30)), stop(closedFrom(0, 30))], days, 100)).toBe(true)
})

test('a few closed days do not hinder', () => {
  expect(openTogether([stop(closedFrom(5, 8)), stop(closedFrom(50, 53))], days, 100)).toBe(true)
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
  expect(openTogether([stop(even), stop(odd)], days, 100)).toBe(false)
})
