import { describe, expect, test } from 'vitest'
import { runningMoneyCodes } from '../kernel/codes/running-money.ts'
import { Fund } from '../resources/fund.ts'
import { checkPlan } from './check-plan.ts'
import { type SmallCase, smallCase } from './small-county.fixture.ts'

/**
 * Fen a year of the small plan: H1 10,000,000, O2 1,000,000, S1 1,500,000, vehicles 5,000,000 and two tours 335,018; of
 * today all but S1 and the tours.
 */
const planFen = 17_835_018
const todayFen = 16_000_000

const fund = (id: string, amountFen: number, more: object = {}): Fund =>
  Fund.parse({ id, name: id, amountFen, use: 'running', ...more })

/** Funds for running money beside that for capital; `most-need` rules unless the change says otherwise. */
const found = (funds: readonly Fund[], change: (c: SmallCase) => unknown = () => undefined) => {
  const c = smallCase()
  c.plan.mode = 'most-need'
  c.county.funds = [fund('F1', 60_000_000, { use: 'capital' }), ...funds]
  change(c)
  return checkPlan(c).findings.filter((f) => f.code in runningMoneyCodes)
}
const codes = (...of: Parameters<typeof found>) => found(...of).map((f) => f.code)
const overspent = ['running-funds-overspent']
const general = fund('general', planFen + 10)
const site = (c: SmallCase) => c.plan.sites.find((s) => s.facility === 'S1')!

describe('a plan that overdraws running money is refused', () => {
  test('money for all of it is enough; two yuan less is not, and the fund is named', () => {
    expect(found([general])).toEqual([])
    const [short] = found([fund('general', planFen - 200)])
    expect(short).toMatchObject({ code: 'running-funds-overspent', severity: 'error' })
    expect(short!.facts).toMatchObject({ funds: 'general', have: 178_348, want: 178_351 })
  })

  test('where floors come first it is only told', () => {
    const least = (c: SmallCase) => (c.plan.mode = 'least-cost')
    expect(codes([fund('general', planFen - 200)], least)).toEqual(['running-funds-short'])
  })

  test('a county that names no money for running limits none', () => {
    expect(codes([fund('both', 100, { use: 'both' })])).toEqual([])
  })

  test('a tour, a ride or a building more than the money reaches for', () => {
    const longer = (c: SmallCase) => (c.plan.tours[0]!.metres += 10_000)
    expect(codes([general], longer)).toEqual(overspent)
    const riders = [{ settlement: 'B', walkSeconds: 0 }]
    const pickup = { settlement: 'B', depart: 0, home: 0, riders }
    const hired = (c: SmallCase) =>
      c.plan.rides.push({
        ...{ id: 'R1', site: 'H1', by: 'hired', vehicle: null, lines: [], dates: ['2026-03-04'] },
        ...{ pickups: [pickup], services: ['MED-01'], depart: 0, arrive: 0, leave: 0, finish: 0 },
        ...{ metres: 10_000, driveSeconds: 0, seats: 19, people: 1 },
      } as unknown as SmallCase['plan']['rides'][number])
    expect(codes([general], hired)).toEqual(overspent)
    const dearer = (c: SmallCase) => {
      c.county.facilities.find((f) => f.id === 'S1')!.conversions[0]!.yearCostFen += 1_000
    }
    expect(codes([general], dearer)).toEqual(overspent)
  })

  test('a fund pays only what it may: by department, by service, and only what is basic', () => {
    const rest = (fen: number) => fund('rest', planFen - fen + 10, { domains: ['medical'] })
    // The culture hall and the elders' hub are not medical; the rest may not pay for them.
    const hall = fund('hall', 1_000_000, { domains: ['cultureSports'] })
    const hub = fund('hub', 1_500_000, { services: ['ELD-06'] })
    const vans = fund('vans', 2_000_000)
    expect(codes([rest(4_500_000), hall, hub, vans])).toEqual([])
    expect(codes([rest(4_500_000), hall, fund('hub', 1_500_000), vans])).toEqual([])
    const poor = fund('hub', 1_499_000, { services: ['ELD-06'] })
    expect(codes([rest(4_500_000), hall, poor, fund('vans', 2_001_000)])).toEqual([])
    const bound = fund('vans', 2_000_000, { services: ['EMP-01'] })
    expect(codes([rest(4_500_000), hall, hub, bound])).toEqual([])
    expect(codes([rest(4_500_000), hall, poor, bound])).toEqual(overspent)
    // A hub for no service but one that is not basic can't be paid from money for what is basic.
    const onlyOther = (c: SmallCase) => (site(c).services = ['ELD-06'])
    const basic = fund('basic', planFen + 10, { basicOnly: true })
    expect(codes([basic])).toEqual([])
    expect(codes([basic], onlyOther)).toEqual(overspent)
    expect(codes([basic, fund('other', 1_500_000)], onlyOther)).toEqual([])
  })

  test('capital taken from a fund for both is gone', () => {
    const both = (amountFen: number) => fund('both', amountFen, { use: 'both' })
    const paid = (c: SmallCase) => (site(c).fund = 'both')
    const some = fund('some', 10_000_000)
    expect(codes([both(58_000_000), some], paid)).toEqual([])
    expect(codes([both(57_000_000), some], paid)).toEqual(overspent)
    expect(codes([both(8_000_000), some])).toEqual([])
  })

  test('a vehicle that has a fund of its own is paid from that alone', () => {
    const own = (c: SmallCase) => (c.county.vehicles[0]!.fund = 'van')
    const van = (fen: number) => fund('van', fen, { services: ['SUP-01'] })
    expect(codes([fund('general', planFen - 2_999_990), van(3_000_000)], own)).toEqual([])
    const [short] = found([general, van(2_000_000)], own)
    expect(short!.facts).toMatchObject({ funds: 'van', have: 20_000, want: 30_000 })
  })

  test('what is lacking today already is not the plan’s fault, and no more than that', () => {
    const asToday = (c: SmallCase) => {
      c.plan.sites = c.plan.sites.filter((s) => s.facility !== 'S1')
      c.plan.tours = []
    }
    const poor = fund('general', todayFen - 1_000_000)
    expect(codes([poor], asToday)).toEqual(['running-funds-short'])
    expect(codes([poor])).toEqual(overspent)
  })

  test('of many funds all money counts', () => {
    const many = Array.from({ length: 20 }, (_, k) => fund(`f${k}`, 900_000))
    expect(codes(many)).toEqual([])
    expect(codes(many.slice(1))).toEqual(overspent)
  })
})

describe('basic before other', () => {
  const cut = (c: SmallCase) => {
    site(c).services = ['ELD-06']
    for (const s of c.plan.shortages) if (s.service === 'MED-01') s.reason = 'budget'
  }

  test('a basic service cut for money beside one that is not basic is told, with what that costs', () => {
    const seen = found([general], cut)
    expect(seen.map((f) => [f.code, f.severity])).toEqual([
      ['basic-missed-beside-other', 'warning'],
    ])
    expect(seen[0]!.facts).toEqual({ services: 'MED-01', spent: 15_000 })
  })

  test('but not where the money may not be used for it', () => {
    const hub = fund('hub', 1_500_000, { services: ['ELD-06'] })
    const rest = fund('rest', planFen - 1_500_000 + 10, { domains: ['medical', 'cultureSports'] })
    const bound = (c: SmallCase) => {
      cut(c)
      c.county.vehicles[1]!.fund = 'rest'
    }
    expect(codes([hub, rest], bound)).toEqual([])
  })

  test('nor where a decision is on record, which is told instead', () => {
    const record = { service: 'ELD-06', reason: 'flood', decision: '2026-3' }
    const excepted = (c: SmallCase) => {
      cut(c)
      c.county.settings.exceptions = [record]
    }
    expect(found([general], excepted).map((f) => [f.code, f.facts])).toEqual([
      ['exception-recorded', record],
    ])
    const unknown = (c: SmallCase) => {
      c.county.settings.exceptions = [{ ...record, service: 'X-1' }]
    }
    expect(codes([general], unknown)).toEqual(['exception-unknown-service'])
  })
})
