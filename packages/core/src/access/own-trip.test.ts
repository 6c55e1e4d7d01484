import { describe, expect, it } from 'vitest'
import { tripsAvoided } from './own-trip.ts'

describe('trips avoided', () => {
  const wholeDay = { seconds: 9 * 3600, fareFen: 2400 }

  it('is one for each service delivered locally, with the hours and the fare', () => {
    const found = tripsAvoided(
      [
        { settlement: 'v', service: 'MED-01', personTimes: 100, localSeconds: 1800 },
        { settlement: 'v', service: 'MED-01', personTimes: 20, localSeconds: 1800 },
        { settlement: 'w', service: 'MED-01', personTimes: 7, localSeconds: 0 },
      ],
      (settlement) => (settlement === 'v' ? wholeDay : null),
    )
    expect(found).toEqual([
      {
        settlement: 'v',
        service: 'MED-01',
        trips: 120,
        hours: 120 * 8.5,
        fareFen: 288_000,
        newlyServed: 0,
      },
      { settlement: 'w', service: 'MED-01', trips: 0, hours: 0, fareFen: 0, newlyServed: 7 },
    ])
  })
})
