import { describe, expect, test } from 'vitest'
import { jointVisits } from './joint-visits.ts'
import type { Plan } from './plan.ts'

const domains = { MED: 'medical', SUP: 'supplyMarketing' } as const
const domainOf = (service: string) => domains[service.slice(0, 3) as keyof typeof domains]
const tour = (vehicle: string, date: string, stop: string, service: string, personTimes = 5) => ({
  vehicle,
  date,
  visits: [{ id: `${vehicle} ${date}`, stop, services: [service], personTimes }],
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
const said = (of: Plan, within = 5) =>
  jointVisits(of, domainOf, within).map(({ settlement, days, stays, moves }) => [
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
    expect(said(plan([clinic, shop]), 2)).toEqual([])
  })

  test('are left alone where they are elsewhere, of one department, or on one day', () => {
    expect(said(plan([clinic, tour('shop', '2026-03-05', 's-far', 'SUP-01')]))).toEqual([])
    expect(said(plan([clinic, tour('other', '2026-03-05', 's-med', 'MED-02')]))).toEqual([])
    expect(said(plan([clinic, tour('shop', '2026-03-02', 's-sup', 'SUP-01')]))).toEqual([])
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
