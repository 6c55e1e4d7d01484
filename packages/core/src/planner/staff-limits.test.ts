import { describe, expect, it } from 'vitest'
import { standard } from '../access/line-county.fixture.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Tour } from '../plan/plan.ts'
import { keepStaffHours } from './keep-staff-hours.ts'
import { linePlan } from './line-plan.fixture.ts'
import { planGround } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'
import { hoursLeft, staffThere } from './staff-hours.ts'
import { vehicleDays } from './vehicle-days.ts'

const nurse = (id: string, weeklyHours: number, employer = 'F') => ({
  id,
  post: 'nurse',
  weeklyHours,
  employer,
  provenance: { method: 'entered' },
})
const made = (staff: unknown[], vehicles: Record<string, unknown>[], rotas: unknown[] = []) => {
  const line = linePlan(
    [{ id: 'S0', x: 40, people: 100 }],
    [{ id: 'F', x: 0, kind: 'townshipHealthCentre' }],
    { standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)], vehicles, staff },
  )
  return {
    ...line,
    county: { ...line.county, baseline: { ...line.county.baseline, rotas: rotas as never } },
  }
}
const van = (id: string, more = {}) => ({ id, depot: 'F', crew: 2, shiftSeconds: 36_000, ...more })

describe('staff hours of a depot (56 days are 8 weeks)', () => {
  it('are those of its own people and those a rota lends, until they retire', () => {
    const { county } = made(
      [nurse('P1', 40), nurse('P2', 40, 'G'), { ...nurse('P3', 40), retiresOn: '2026-03-30' }],
      [van('v')],
      [{ staff: 'P2', place: 'v', weekday: 1, hours: 7 }],
    )
    const there = staffThere(county)
    expect(there.get('F')!.hours).toBeCloseTo(8 * 40 + 8 * 7 + 4 * 40)
    expect(there.get('F')!.people.size).toBe(3)
    expect(there.get('G')!.hours).toBeCloseTo(8 * 33)
  })

  it('are what the opening hours leave', () => {
    const { county } = made([nurse('P1', 40)], [van('v')])
    const open = {
      ...county,
      facilities: county.facilities.map((f) => ({ ...f, staffHoursYear: 1000 })),
    }
    expect(hoursLeft(open).get('F')).toBeCloseTo(8 * 40 - (1000 * 56) / 365)
  })
})

describe('days of vehicles', () => {
  const daysOf = (staff: unknown[], vehicles: Record<string, unknown>[]) => {
    const ground = planGround({ ...made(staff, vehicles), withinBorders: 'none' })
    return { all: ground.workdays.length, days: vehicleDays(ground, () => 1) }
  }

  it('are all working days where hours suffice or are not known', () => {
    const known = daysOf([nurse('P1', 80), nurse('P2', 80)], [van('v')])
    expect(known.days.get('v')).toMatchObject({ cut: false })
    expect(known.days.get('v')!.days.length).toBe(known.all)
    const unknown = daysOf([], [van('v')])
    expect(unknown.days.get('v')!.days.length).toBe(unknown.all)
  })

  it('are no more than the hours pay for, evenly', () => {
    // 8 weeks × 40 h = 320 h; a day out is 2 × 10 h.
    const { days, all } = daysOf([nurse('P1', 20), nurse('P2', 20)], [van('v')])
    const own = days.get('v')!
    expect(own).toMatchObject({ cut: true })
    expect(own.days.length).toBe(16)
    expect(new Set(own.days).size).toBe(16)
    expect(Math.max(...own.days)).toBeLessThan(all)
  })

  it('are none where the crew is out with another vehicle, or the inspection has run out', () => {
    const staff = [nurse('P1', 80), nurse('P2', 80), nurse('P3', 80)]
    const { days } = daysOf(staff, [van('v'), van('w'), van('x', { crew: 1 })])
    expect(days.get('w')!.days.length).toBe(0)
    expect(days.get('x')!.days.length).toBeGreaterThan(0)
    const late = daysOf(staff, [van('v', { inspectionUntil: '2026-03-06' })])
    expect([...late.days.get('v')!.days]).toEqual([0, 1, 2, 3, 4])
  })

  it('leave out those on which the vehicle is down, or too few of the crew are there', () => {
    const week = [{ from: '2026-03-09', to: '2026-03-15' }]
    const staff = [nurse('P1', 80), nurse('P2', 80)]
    const days = (found: ReturnType<typeof daysOf>) => [...found.days.get('v')!.days]
    const all = days(daysOf(staff, [van('v')]))
    const without = all.filter((k) => k < 5 || k > 9)
    expect(days(daysOf(staff, [van('v', { down: week })]))).toEqual(without)
    const sick = [nurse('P1', 80), { ...nurse('P2', 80), away: week }]
    expect(days(daysOf(sick, [van('v')]))).toEqual(without)
    const hours = (people: unknown[]) => staffThere(made(people, [van('v')]).county).get('F')!.hours
    expect(hours(sick)).toBeCloseTo(hours(staff) - 80)
  })
})

describe('keepStaffHours', () => {
  it('leaves out the tours for the fewest people first', () => {
    const { county } = made([nurse('P1', 5)], [van('v')])
    const tour = (id: string, stop: string): Tour => ({
      id,
      vehicle: 'v',
      date: '2026-03-03' as PlainDate,
      depart: 0,
      finish: 36_000,
      metres: 0,
      driveSeconds: 0,
      visits: [{ id, stop, arrive: 0, leave: 0, services: [], personTimes: 0 }],
    })
    const stop = (weight: number, priority = 1) => ({ weight, priority }) as PlannedStop
    const stops = new Map([
      ['few', stop(10)],
      ['many', stop(90)],
      ['later', stop(500, 2)],
    ])
    const tours = [tour('1', 'few'), tour('2', 'many'), tour('3', 'later')]
    // 40 hours there, 20 a tour: one has to go.
    const kept = keepStaffHours(county, tours, stops, new Map())
    expect(kept.tours.map((t) => t.id)).toEqual(['1', '2'])
    expect([...kept.cutStops]).toEqual(['later'])
    const less = keepStaffHours(county, tours, stops, new Map([['F', 20]]))
    expect(less.tours.map((t) => t.id)).toEqual(['2'])
  })
})
