import { expect, test } from 'vitest'
import { demoCounty } from '../demo/demo-county.ts'
import { partOfCounty, partOfPlan } from './part-of-county.ts'
import type { Plan } from './plan.ts'

const { county } = demoCounty({ size: 'three-valleys', seed: 1 })
const township = '331199200'
const [here] = county.settlements.filter(({ division }) => division.startsWith(township))
const [there] = county.settlements.filter(({ division }) => !division.startsWith(township))

test('a part of a county has the settlements of an area and the divisions in and above it', () => {
  const part = partOfCounty(county, township)
  expect(part.settlements.length).toBeGreaterThan(0)
  expect(part.settlements.every(({ division }) => division.startsWith(township))).toBe(true)
  const others = part.divisions.filter(({ code }) => !code.startsWith(township))
  expect(others.map(({ level }) => level)).toEqual(['county'])
  expect(part.facilities).toBe(county.facilities)
  const village = here!.division
  const levels = partOfCounty(county, village).divisions.map(({ level }) => level)
  expect(levels.sort()).toEqual(['county', 'township', 'village'])
  expect(partOfCounty(county, '')).toBe(county)
})

const visit = (id: string, stop: string) => ({ id, stop, arrive: 0, leave: 1, services: [] })
const row = (settlement: string) => ({ settlement, service: 'MED-01' })
const at = (settlement: string) => ({ settlement, walkSeconds: 0 })
const plan = {
  stops: [
    { id: 'A', settlement: here!.id, serves: [at(here!.id), at(there!.id)] },
    { id: 'B', settlement: there!.id, serves: [at(there!.id)] },
    { id: 'C', settlement: there!.id, serves: [at(here!.id)] },
  ],
  tours: [
    { id: 'T1', visits: [visit('1', 'A'), visit('2', 'B')] },
    { id: 'T2', visits: [visit('3', 'B')] },
    { id: 'T3', visits: [visit('4', 'C')] },
  ],
  rides: [
    { id: 'R1', pickups: [{ riders: [at(here!.id), at(there!.id)] }, { riders: [at(there!.id)] }] },
    { id: 'R2', pickups: [{ riders: [at(there!.id)] }] },
  ],
  assignments: [row(here!.id), row(there!.id)],
  shortages: [row(there!.id)],
  locked: ['1', '2'],
  experts: { days: [{ stop: 'A' }, { stop: 'B' }], readings: [{ stop: 'B' }] },
  origin: { parent: '', edits: [] },
} as unknown as Plan

test('a part of a plan names no settlement outside of the area but where a vehicle stops for it', () => {
  const part = partOfPlan(plan, county, township)
  expect(part.stops.map(({ id, serves }) => [id, serves.map((s) => s.settlement)])).toEqual([
    ['A', [here!.id]],
    ['C', [here!.id]],
  ])
  expect(part.tours.map(({ id, visits }) => [id, visits.map((v) => v.id)])).toEqual([
    ['T1', ['1']],
    ['T3', ['4']],
  ])
  expect(part.rides.map(({ id, pickups }) => [id, pickups.map((p) => p.riders.length)])).toEqual([
    ['R1', [1]],
  ])
  expect([part.assignments, part.shortages]).toEqual([[row(here!.id)], []])
  expect([part.locked, part.experts]).toEqual([['1'], { days: [{ stop: 'A' }], readings: [] }])
  expect('origin' in part).toBe(false)
  expect(partOfPlan(plan, county, '')).toBe(plan)
})
