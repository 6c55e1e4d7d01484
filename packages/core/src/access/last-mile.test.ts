import { describe, expect, it } from 'vitest'
import { beyondLimit, lastMileBreaches, lastMiles, type ProposalInput } from './last-mile.ts'
import { lineCounty } from './line-county.fixture.ts'

/** 15 minutes a kilometre: stop at s (0 km); a at 1 km, mid at 2 km, b at 3 km, far at 30 km. Limit 30 minutes. */
const { county, travel } = lineCounty(
  [
    { id: 's', x: 0, people: 40 },
    { id: 'mid', x: 2, people: 10 },
    { id: 'b', x: 3, people: 60 },
    { id: 'far', x: 30, people: 20 },
  ],
  [{ id: 'clinic', x: 31, kind: 'villageClinic' }],
)
const input = (over: Partial<ProposalInput> = {}): ProposalInput => ({
  settlements: county.settlements,
  stops: new Set(['s']),
  sites: new Set(),
  walkToStops: travel.walkToStops,
  walkToFacilities: travel.walkToFacilities,
  limitMinutes: 30,
  limitedAt: (s) => s.permanent.total / 10,
  doorstepPlanned: new Set(),
  doorstepFrom: (s) => (s === 'far' ? { facility: 'thc', minutes: 25 } : null),
  ...over,
})

describe('last mile', () => {
  it('counts the walk to the nearest stop or site, inclusive of the limit', () => {
    expect(lastMiles(input()).map((m) => [m.settlement, m.minutes, m.beyond])).toEqual([
      ['far', null, true],
      ['b', 45, true],
      ['mid', 30, false],
      ['s', 0, false],
    ])
    const withSite = lastMiles(input({ sites: new Set(['clinic']) }))
    expect(withSite.find((m) => m.settlement === 'far')).toMatchObject({
      place: 'clinic',
      minutes: 15,
    })
  })

  it('moves the stop to where it serves all, else sends staff', () => {
    const beyond = beyondLimit(input())
    expect(beyond.map((b) => [b.settlement, b.proposal])).toEqual([
      // From mid (2 km) s is 30 minutes and b 15.
      ['b', { kind: 'move-stop', from: 's', to: 'mid', minutes: 15 }],
      ['far', { kind: 'doorstep', facility: 'thc', minutes: 25 }],
    ])
  })

  it('does not move a stop away from those it serves, nor to where a vehicle cannot stand', () => {
    const settlements = county.settlements.map((s) =>
      s.id === 'mid' ? { ...s, canStop: false } : s,
    )
    const b = beyondLimit(input({ settlements })).find((x) => x.settlement === 'b')!
    expect(b.proposal).toEqual({ kind: 'none' })
  })

  it('is a breach until a doorstep visit is planned (A05)', () => {
    expect(lastMileBreaches(beyondLimit(input())).map((b) => b.settlement)).toEqual(['b', 'far'])
    const planned = input({ doorstepPlanned: new Set(['b', 'far']) })
    expect(lastMileBreaches(beyondLimit(planned))).toEqual([])
  })
})
