import { describe, expect, test } from 'vitest'
import { classifyRemote, type RemoteFacts, remoteShare } from './remote.ts'

const village = (code: string, over: Partial<RemoteFacts> = {}): RemoteFacts => ({
  code,
  elevationM: 300,
  minutesToTownship: 20,
  minutesToCountySeat: 60,
  peoplePerKm2: null,
  roadClass: 'tertiary',
  ...over,
})

describe('remote villages by a stated definition (A07)', () => {
  const definition = { version: '1', atLeast: 1, minElevationM: 800 }

  test('thresholds are inclusive', () => {
    const rows = [village('a', { elevationM: 799 }), village('b', { elevationM: 800 })]
    expect(classifyRemote(definition, rows).map((v) => v.remote)).toEqual([false, true])
  })

  test('changing one threshold reclassifies only the villages near it', () => {
    const rows = Array.from({ length: 100 }, (_, k) =>
      village(`v${100 + k}`, { elevationM: k * 15 }),
    )
    const before = classifyRemote(definition, rows)
    const after = classifyRemote({ ...definition, minElevationM: 850 }, rows)
    const changed = after.filter((v, k) => v.remote !== before[k]!.remote).map((v) => v.code)
    const near = rows.filter((r) => r.elevationM! >= 800 && r.elevationM! < 850).map((r) => r.code)
    expect(changed).toEqual(near)
    expect(changed.length).toBeGreaterThan(0)
  })

  test('the share can be set to 73.3 % by the threshold', () => {
    const rows = Array.from({ length: 1000 }, (_, k) => village(`v${1000 + k}`, { elevationM: k }))
    const share = remoteShare(classifyRemote({ ...definition, minElevationM: 267 }, rows))
    expect(share).toBeCloseTo(0.733)
  })

  test('asks for as many tests as it says, and each one works', () => {
    const strict = {
      version: '2',
      atLeast: 2,
      minElevationM: 800,
      minMinutesToTownship: 40,
      minMinutesToCountySeat: 90,
      maxPeoplePerKm2: 30,
      roadClasses: ['track', 'path'],
    }
    const one = { elevationM: 900 }
    const others: Partial<RemoteFacts>[] = [
      { minutesToTownship: 40 },
      { minutesToCountySeat: 90 },
      { peoplePerKm2: 30 },
      { roadClass: 'track' },
    ]
    expect(classifyRemote(strict, [village('a', one)])[0]!.remote).toBe(false)
    for (const other of others)
      expect(classifyRemote(strict, [village('a', { ...one, ...other })])[0]!.remote).toBe(true)
  })

  test('an unknown fact holds nothing and says so', () => {
    const [v] = classifyRemote(definition, [village('a', { elevationM: null })])
    expect(v).toMatchObject({ remote: false, tests: [{ value: null, holds: null }] })
    expect(remoteShare([])).toBe(0)
  })
})
