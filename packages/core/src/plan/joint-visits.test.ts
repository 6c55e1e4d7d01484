import { describe, expect, test } from 'vitest'
import { jointVisits } from './joint-visits.ts'
import type { Plan } from './plan.ts'

const domains = { MED: 'medical', SUP: 'supplyMarketing' } as const
const domainOf = (service: string) => domains[service.slice(0, 3) as keyof typeof domains]
/** Vehicles are fitted out for their own services; the bus for all. */
const canGive = (vehicle: string) => vehicle === 'bus'
const visit = (id: string, stop: string, service: string, personTimes = 5) => ({
  id,
  stop,
  services: [service],
  personTimes,
})
const tour = (vehicle: string, date: string, stop: string, service: string, personTimes = 5) => ({
  vehicle,
  date,
  visits: [visit(`${vehicle} ${date}`, stop, service, personTimes)],
})
const plan = (tours: object[], locked: string[] = []) =>
  ({
    stops: [
      { id: 's-med', settlement: 'A' },
      { id: 's-sup', settlement: 'A' },
      { id: 's-far', settlement: 'B' },
    ],
    tours,
    locked,
  }) as unknown as Plan
const offersOf = (of: Plan, within = 5) => jointVisits(of, { domainOf, canGive }, within)
const said = (of: Plan, within = 5) =>
  offersOf(of, within).map(({ settlement, days, stays, moves }) => [
    settlement,
    days,
    stays.visit,
    moves.visit,
  ])
const clinic = tour('clinic', '2026-03-02', 's-med', 'MED-01', 9)
const shop = tour('shop', '2026-03-05', 's-sup', 'SUP-01', 3)

describe('visits of two departments to one village', () => {
  test('are offered as one where they are near: the one with fewer people moves', () => {
    expect(said(plan([clinic, shop]))).toEqual([['A', 3, 'clinic 2026-03-02', 'shop 2026-03-05']])
    expect(offersOf(plan([clinic, shop]))).toMatchObject([{ gain: 'day', aboard: null }])
    expect(said(plan([clinic, shop]), 2)).toEqual([])
  })

  test('are left alone where they are elsewhere or of one department', () => {
    expect(said(plan([clinic, tour('shop', '2026-03-05', 's-far', 'SUP-01')]))).toEqual([])
    expect(said(plan([clinic, tour('other', '2026-03-05', 's-med', 'MED-02')]))).toEqual([])
    expect(said(plan([clinic, tour('shop', '2026-03-02', 's-far', 'SUP-01')]))).toEqual([])
  })

  test('stay where they are locked, and each is offered once, with the nearest', () => {
    expect(said(plan([clinic, shop], ['shop 2026-03-05']))).toEqual([
      ['A', 3, 'shop 2026-03-05', 'clinic 2026-03-02'],
    ])
    const later = tour('shop', '2026-03-03', 's-sup', 'SUP-01')
    expect(said(plan([clinic, shop, later]))).toEqual([
      ['A', 1, 'clinic 2026-03-02', 'shop 2026-03-03'],
    ])
  })
})

describe('A93: a clash of two departments in one village on one day is offered as a joint visit', () => {
  const sameDay = tour('shop', '2026-03-02', 's-sup', 'SUP-01', 3)
  const bus = tour('bus', '2026-03-02', 's-sup', 'SUP-01', 3)

  test('A93: one arrival where each comes in its own vehicle, before any on other days', () => {
    expect(offersOf(plan([clinic, sameDay, shop]))).toMatchObject([
      {
        settlement: 'A',
        days: 0,
        gain: 'arrival',
        aboard: null,
        stays: { visit: 'clinic 2026-03-02' },
        moves: { visit: 'shop 2026-03-02' },
      },
    ])
    expect(said(plan([clinic, sameDay]), 0)).toHaveLength(1)
  })

  test('A93: one vehicle-day is spared where one vehicle can carry both and the other goes out for this alone', () => {
    expect(offersOf(plan([clinic, bus]))).toMatchObject([
      {
        gain: 'vehicle-day',
        aboard: 'bus',
        moves: { vehicle: 'clinic' },
        stays: { vehicle: 'bus' },
      },
    ])
    const round = { ...clinic, visits: [...clinic.visits, visit('more', 's-far', 'MED-01')] }
    expect(offersOf(plan([round, bus]))).toMatchObject([{ gain: 'arrival', aboard: 'bus' }])
  })

  test('A93: what is locked stays in its vehicle', () => {
    expect(offersOf(plan([clinic, bus], ['clinic 2026-03-02']))).toMatchObject([
      { gain: 'arrival', aboard: null, moves: { vehicle: 'bus' } },
    ])
    const both = ['clinic 2026-03-02', 'bus 2026-03-02']
    expect(offersOf(plan([clinic, bus], both))).toMatchObject([{ gain: 'arrival', aboard: null }])
  })
})
