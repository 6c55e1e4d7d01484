import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInstance } from './random-rules.fixture.ts'
import { readInstance } from './read-instance.ts'
import { writeOwnInstance } from './write-own-instance.ts'

const own = {
  format: 'kuashan-routing-1',
  days: 5,
  depots: [
    { id: 0, x: 0, y: 0 },
    { id: -1, x: 9, y: 0 },
  ],
  fleets: [{ vehicles: 2, capacity: 10, rules: { skills: ['nurse'] } }],
  customers: [{ id: 1, x: 1, y: 1 }],
}
type Change = Record<string, unknown>
const read = (value: unknown) => readInstance(JSON.stringify(value), 'own.json')
const codes = (change: Change) => read({ ...own, ...change }).findings.map((f) => f.code)
const customer = (change: Change) => ({ customers: [{ ...own.customers[0], ...change }] })
const rules = (change: Change) => customer({ rules: change })
const fleet = (change: Change) => ({ fleets: [{ ...own.fleets[0], ...change }] })
const fleetRules = (change: Change) => fleet({ rules: change })

describe('our own JSON', () => {
  test('any instance is read back as it was written', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const { instance: again, findings } = readInstance(writeOwnInstance(instance), 'own.json')
        expect(findings.filter((f) => f.severity === 'error')).toEqual([])
        expect(again).toEqual(instance)
      }),
      { numRuns: 60 },
    )
  })

  test('what is left out: every day, no limit, once on any day', () => {
    const { instance, findings } = read(own)
    expect(findings).toEqual([])
    expect(instance?.fleets[0]).toMatchObject({
      days: [1, 2, 3, 4, 5],
      vehicles: [1, 2],
      maxDuration: Infinity,
    })
    expect(instance?.customers[0]?.patterns).toEqual([16, 8, 4, 2, 1])
  })

  test('a year of four vehicles fits into a line', () => {
    const year = {
      days: 250,
      ...fleet({ vehicles: 4, days: ['1-120', 130, '140-250'] }),
      ...rules({ spacing: { visits: 12, minGap: 10, maxGap: 30, wraps: true } }),
    }
    const { instance, findings } = read({ ...own, ...year })
    expect(findings).toEqual([])
    expect(instance?.fleets[0]?.days.length).toBe(120 + 1 + 111)
    expect(writeOwnInstance(instance!)).toContain('"days":["1-120",130,"140-250"],')
  })
})

describe('contradictions are findings', () => {
  test.each<[code: string, change: Change]>([
    ['instance-field-invalid', { dayz: 3 }],
    ['instance-field-invalid', customer({ demand: -1 })],
    ['instance-field-invalid', fleet({ days: ['5-1'] })],
    ['instance-field-invalid', { matrix: [[0, 'far']] }],
    ['instance-id-doubled', customer({ id: 0 })],
    ['instance-window-empty', customer({ open: 9, close: 3 })],
    ['instance-window-empty', rules({ windows: [{ open: 9, close: 3 }] })],
    [
      'instance-window-empty',
      fleetRules({ breaks: [{ windows: [{ open: 2, close: 1 }], duration: 1 }] }),
    ],
    ['instance-window-empty', fleetRules({ open: 2, close: 1 })],
    [
      'instance-window-empty',
      { ...fleetRules({ close: 5 }), depots: [{ id: 0, x: 0, y: 0, open: 6 }] },
    ],
    ['instance-pattern-outside', customer({ patterns: [32] })],
    ['instance-pattern-missing', customer({ patterns: [] })],
    ['instance-patterns-too-long', { days: 40 }],
    ['instance-demand-too-big', customer({ demand: 11 })],
    ['instance-skill-nowhere', rules({ skills: ['x-ray'] })],
    ['instance-gaps-empty', rules({ spacing: { visits: 1, minGap: 3, maxGap: 2 } })],
    ['instance-spacing-impossible', rules({ spacing: { visits: 3, minGap: 3, maxGap: 9 } })],
    [
      'instance-spacing-impossible',
      rules({ spacing: { visits: 2, minGap: 1, maxGap: 2, wraps: true } }),
    ],
    ['instance-days-impossible', { ...customer({ patterns: [17] }), ...fleet({ days: [1, 2] }) }],
    ['instance-days-impossible', rules({ windows: [] })],
    ['instance-day-outside', fleet({ days: [4, 6] })],
    ['instance-day-outside', rules({ seekDays: [6] })],
    ['instance-day-outside', rules({ locked: [{ day: 6 }] })],
    ['instance-not-ascending', fleet({ days: [3, 2] })],
    [
      'instance-not-ascending',
      rules({
        serviceByGap: [
          { gap: 3, service: 1 },
          { gap: 2, service: 2 },
        ],
      }),
    ],
    [
      'instance-not-ascending',
      { dates: ['2027-01-04', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'] },
    ],
    ['instance-count-differs', { dates: ['2027-01-04'] }],
    ['instance-period-short', { periodDays: 4 }],
    ['instance-id-unknown', fleet({ depot: 2 })],
    ['instance-id-unknown', fleetRules({ endDepot: 2 })],
    ['instance-id-unknown', fleetRules({ nights: { at: [2], mostInRow: 1 } })],
    ['instance-id-unknown', fleetRules({ reload: { at: [2], most: 1 } })],
    ['instance-id-unknown', fleetRules({ travel: 0 })],
    ['instance-id-unknown', rules({ deliverTo: 7 })],
    ['instance-id-unknown', rules({ deliverTo: 1 })],
    ['instance-id-unknown', rules({ locked: [{ day: 1, vehicle: { depot: 0, number: 3 } }] })],
    ['instance-id-unknown', { unions: [{ customers: [1, 2], minGap: 1 }] }],
    [
      'instance-lock-impossible',
      { ...rules({ locked: [{ day: 3 }] }), ...fleet({ days: [1, 2] }) },
    ],
    ['instance-vehicle-doubled', fleet({ vehicles: [1, 1] })],
    ['instance-vehicle-doubled', { fleets: [own.fleets[0], { vehicles: [2], days: [5] }] }],
    [
      'instance-matrix-negative',
      {
        travel: [
          {
            lengths: [
              [0, -1, 0],
              [0, 0, -2],
              [0, 0, 0],
            ],
            times: [
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 0],
            ],
          },
        ],
      },
    ],
    ['instance-number-huge', customer({ x: 1e9 })],
  ])('%s %j', (code, change) => {
    expect(codes(change)).toEqual([code])
  })

  test('each has its path, and all come at once', () => {
    const { findings } = read({
      ...own,
      ...rules({ skills: ['x-ray'], deliverTo: 9, seekDays: [8] }),
      ...fleet({ depot: 5 }),
    })
    expect(findings.map((f) => f.at.path)).toEqual([
      'customers.0.rules.skills',
      'customers.0.rules.seekDays',
      'customers.0.rules.deliverTo',
      'fleets.0.depot',
    ])
  })
})
