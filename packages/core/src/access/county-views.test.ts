import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { StaffMember } from '../resources/staff.ts'
import { suggestMove } from './allocation.ts'
import { countyLastMile, limitedMobilityIn } from './county-last-mile.ts'
import { lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import { supplyToday } from './supply-today.ts'
import { villageAccess } from './village-access.ts'
import { staffHoldings, villageClaims } from './village-claims.ts'

const catalogue = lineCatalogue()
const county = (withVan: boolean) =>
  lineCounty(
    [
      { id: 'v1-a', x: 0, people: 100, division: '331199101201', registered: 300 },
      { id: 'v1-b', x: 1, people: 50, division: '331199101201' },
      { id: 'v2', x: 60, people: 40, division: '331199102201', registered: 10 },
    ],
    [{ id: 'thc', x: 2, kind: 'townshipHealthCentre', division: '331199101000' }],
    {
      standards: [standard('MED-02', 'minServicesPerPersonYear', 4)],
      timetable: withVan
        ? [{ vehicle: 'van', settlement: 'v2', minutes: 60, rule: { by: 'monthDay', day: 5 } }]
        : [],
    },
  )

describe('views of a county', () => {
  it('last mile of a service: who is beyond, and that staff can come', () => {
    const { county: c, travel } = county(true)
    const service = catalogue.services.find((s) => s.id === 'MED-02')!
    const view = countyLastMile(c, travel, supplyToday(c, catalogue), service)
    expect(view.limitMinutes).toBe(30)
    expect(view.beyond.map((b) => [b.settlement, b.proposal])).toEqual([
      ['v1-a', { kind: 'doorstep', facility: 'thc', minutes: 4 }],
      ['v1-b', { kind: 'doorstep', facility: 'thc', minutes: 2 }],
    ])
  })

  it('takes those of 80 and over to walk badly, or of the age stated', () => {
    const { county: c } = county(true)
    const all = { ...c, settings: { ...c.settings, assumptions: { limitedMobilityAge: 60 } } }
    expect(limitedMobilityIn(all)(c.settlements[0]!)).toBeCloseTo(50, 6)
    const some = limitedMobilityIn(c)(c.settlements[0]!)
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(25)
  })

  it('the index of a village rises with a tour, and no other changes (A105)', () => {
    const of = (withVan: boolean) => {
      const { county: c, travel } = county(withVan)
      const supply = supplyToday(c, catalogue)
      const measured = measure({
        county: c,
        travel,
        catalogue,
        supply,
        asOf: '2026-01-01' as PlainDate,
      })
      return new Map(
        villageAccess(c, catalogue, travel, supply, measured).map((v) => [v.village, v.index]),
      )
    }
    const [without, withTour] = [of(false), of(true)]
    expect(without.get('331199102201')).toBe(0)
    expect(withTour.get('331199102201')).toBeGreaterThan(0.4)
    expect(withTour.get('331199101201')).toBe(without.get('331199101201'))
  })

  it('claims of villages add their settlements; an unknown registration is not guessed', () => {
    const { county: c } = county(false)
    expect(villageClaims(c, new Set(['v2']))).toEqual([
      { id: '331199101201', people: 150, remote: false, registered: null },
      { id: '331199102201', people: 40, remote: true, registered: 10 },
    ])
  })

  it('a village is remote with any of its settlements, whatever their order', () => {
    const { county: c } = county(false)
    const turned = { ...c, settlements: [...c.settlements].reverse() }
    for (const one of [c, turned]) {
      expect(villageClaims(one, new Set(['v1-a'])).map((v) => v.remote)).toEqual([true, false])
    }
  })

  it('staff by township against residents, and the move that evens it (A110)', () => {
    const { county: c } = county(false)
    const staff = ['n1', 'n2', 'n3', 'n4', 'n5'].map((id) =>
      StaffMember.parse({
        id,
        post: 'nurse',
        weeklyHours: 40,
        employer: 'thc',
        provenance: { method: 'entered' },
      }),
    )
    const holdings = staffHoldings({ ...c, staff }, ['nurse'])
    expect(holdings).toEqual([
      { id: '331199101', people: 150, units: 5 },
      { id: '331199102', people: 40, units: 0 },
    ])
    expect(suggestMove(holdings)).toMatchObject({ from: '331199101', to: '331199102' })
  })
})
