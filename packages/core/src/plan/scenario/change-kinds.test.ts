import { describe, expect, it } from 'vitest'
import { floorsOn } from '../../catalogue/floors.ts'
import { startingCatalogue } from '../../catalogue/starting-catalogue.ts'
import { threeValleys } from '../../demo/three-valleys.ts'
import { Change } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { applyChanges } from './apply-changes.ts'
import { capitalOfChanges } from './capital-of-changes.ts'

const base = threeValleys(startingCatalogue())
const { staff, facilities, vehicles, settings } = base.county
const { horizon } = settings
const list = (...changes: unknown[]) => Change.array().parse(changes)
const under = (input: CountyInput, ...changes: unknown[]) => {
  const { input: after, findings } = applyChanges(input, list(...changes))
  expect(findings.filter((f) => f.severity === 'error')).toEqual([])
  return after!
}
const facility = (input: CountyInput, id: string) =>
  input.county.facilities.find((f) => f.id === id)!

describe('each kind of change does what it says', () => {
  it('a road closed for the whole horizon is out of the network; for days it is a closure', () => {
    const all = under(base, { do: 'close-road', way: 'east' })
    expect(all.roads!.ways.map((w) => w.id)).not.toContain('east')
    const days = under(base, { do: 'close-road', way: 'east', to: '2026-03-31' })
    expect(days.county.settings.closures).toEqual([
      { way: 'east', range: { from: horizon.from, to: '2026-03-31' }, reason: '' },
    ])
    const open = under(days, { do: 'open-road', way: 'east' })
    expect(open.county.settings.closures).toEqual([])
  })

  it('a road in a table of minutes shortens every pair that is quicker over it', () => {
    const entries = [
      ['THC-1', 'VC-1', 10],
      ['THC-2', 'VAC-1', 10],
      ['THC-1', 'THC-2', 90],
    ].flatMap(([from, to, minutes]) => [
      { from: String(from), to: String(to), minutes: Number(minutes) },
      { from: String(to), to: String(from), minutes: Number(minutes) },
    ])
    const tabled: CountyInput = { ...base, roads: null, minutes: { entries } }
    const { minutes } = under(tabled, {
      do: 'build-road',
      id: 'new',
      from: 'VC-1',
      to: 'VAC-1',
      minutes: 5,
    })
    const between = (a: string, b: string) =>
      minutes!.entries.find((e) => e.from === a && e.to === b)?.minutes
    expect(between('VC-1', 'VAC-1')).toBe(5)
    expect(between('THC-1', 'VAC-1')).toBe(15)
    expect(between('THC-2', 'THC-1')).toBe(25)
    expect(between('THC-1', 'VC-1')).toBe(10)
  })

  it('a conversion is done by the registered figures, and its capital is told by fund', () => {
    const change = { do: 'convert-site', facility: 'VAC-1', toKind: 'villageClinic' }
    const after = facility(under(base, change), 'VAC-1')
    const [registered] = facility(base, 'VAC-1').conversions
    expect(after).toMatchObject({
      kind: 'villageClinic',
      state: 'open',
      yearCostFen: registered!.yearCostFen,
      staffHoursYear: registered!.staffHoursYear,
    })
    const more = {
      do: 'add-vehicles-like',
      likeOf: vehicles[0]!.id,
      count: 3,
      capital: { fen: 5, fund: 'capital' },
    }
    expect(capitalOfChanges(list(change, more), base)).toEqual({
      [registered!.fund ?? 'none']: registered!.capitalFen + 15,
    })
    const wrong = applyChanges(base, list({ ...change, toKind: 'nursery' }))
    expect(wrong.findings).toMatchObject([
      { code: 'change-conversion-unknown', facts: { kinds: 'villageClinic' } },
    ])
  })

  it('a post moves with its licence, and rotas elsewhere end; retiring sets the day', () => {
    const bound = {
      ...base,
      county: {
        ...base.county,
        staff: staff.map((s) => ({ ...s, licencePlace: s.employer })),
      },
    }
    const [one] = staff
    const to = facilities.find((f) => f.id !== one!.employer)!.id
    const moved = under(bound, { do: 'move-staff', staff: one!.id, to })
    expect(moved.county.staff.find((s) => s.id === one!.id)).toMatchObject({
      employer: to,
      licencePlace: to,
    })
    expect(moved.county.baseline.rotas.some((r) => r.staff === one!.id)).toBe(false)
    const left = under(base, { do: 'retire-staff', staff: one!.id, on: '2026-05-01' })
    expect(left.county.staff.find((s) => s.id === one!.id)!.retiresOn).toBe('2026-05-01')
  })

  it('a bus line runs between places that there are, under an id of its own', () => {
    const [home, site] = [base.county.settlements[0]!, facilities[0]!]
    const stops = [
      { place: home.name, minute: 420 },
      { place: site.id, minute: 450 },
    ]
    const add = { do: 'add-bus-line', line: { id: 'L', stops, days: [1, 3] } }
    const { buses } = under(base, add).county
    expect(buses.at(-1)).toMatchObject({ id: 'L', days: [1, 3], stops: [{ place: home.id }, {}] })
    const codes = (change: unknown, input = base) =>
      applyChanges(input, list(change)).findings.map((f) => f.code)
    expect(codes(add, under(base, add))).toContain('change-id-taken')
    const astray = { ...add.line, stops: [stops[0], { place: 'nowhere', minute: 450 }] }
    expect(codes({ ...add, line: astray })).toEqual(['change-names-nothing'])
  })

  it('divisions merge with their history, and nothing is left in the old code', () => {
    const [from, into] = ['331199100207', '331199100206']
    const after = under(base, {
      do: 'merge-divisions',
      from: [from],
      into,
      date: '2026-06-01',
    }).county
    expect(after.divisions.find((d) => d.code === from)).toMatchObject({
      validUntil: '2026-06-01',
      successors: [into],
    })
    expect(after.settlements.filter((s) => s.division === from)).toEqual([])
    expect(after.settlements.filter((s) => s.division === into)).toHaveLength(2)
  })

  it('a standard set is in force, one dropped is not', () => {
    const floor = (input: CountyInput) =>
      floorsOn(input.catalogue, input.county.standards, settings.asOf).floors.find(
        (f) => f.service === 'MED-01' && f.metric === 'maxTravelMin',
      )?.value
    const set = under(base, {
      do: 'set-standard',
      service: 'MED-01',
      metric: 'maxTravelMin',
      value: 12,
    })
    expect(floor(base)).not.toBe(12)
    expect(floor(set)).toBe(12)
    const drop = { do: 'drop-standard', service: 'MED-01', metric: 'maxTravelMin' }
    expect(floor(under(base, drop))).toBeUndefined()
  })

  it('money and borders are settings', () => {
    const fund = base.county.funds[0]!.id
    const { county } = under(
      base,
      { do: 'set-fund', fund, fen: 77 },
      { do: 'set-budget', budget: 'capital', fen: null },
      { do: 'border', withinBorders: true },
    )
    expect(county.funds[0]!.amountFen).toBe(77)
    expect(county.settings).toMatchObject({ capitalBudgetFen: null, withinBorders: 'township' })
  })

  it('a closed site leaves its vehicles and staff to be placed, and says so', () => {
    const { findings, input } = applyChanges(base, list({ do: 'close-site', facility: 'THC-1' }))
    expect(findings.map((f) => f.code)).toContain('change-leaves-staff')
    expect(facility(input!, 'THC-1').state).toBe('closed')
  })

  it('dates outside the horizon, or the wrong way round, are named', () => {
    const down = (from: string, to: string) =>
      applyChanges(base, list({ do: 'vehicle-down', vehicle: vehicles[0]!.id, from, to })).findings
    expect(down('2026-05-02', '2026-05-01').map((f) => f.code)).toEqual(['change-dates-outside'])
    expect(down('2027-05-02', '2027-05-03').map((f) => f.code)).toEqual(['change-dates-outside'])
    expect(down('2026-05-02', '2026-05-02')).toEqual([])
  })
})
