import { describe, expect, test } from 'vitest'
import { guessFormat, readInstance } from './read-instance.ts'

const periodic = `1 2 2 3
0 10
40 10
0 10
0 0 0 0 0 0 0
1 3 4 5 2 2 2 5 3
2 6 8 0 4 1 3 4 2 1
`
const depots = `2 2 1 2
0 8
50 8
1 1 1 2 3 1 1 1
2 0 0 0 0 0 0
3 9 9 0 0 0 0
`
const solomon = `TINY

VEHICLE
NUMBER     CAPACITY
  3         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       100          0
    1      3         4         10         10        40          5
`
const vrplib = `NAME : tiny
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 9
NODE_COORD_SECTION
1 0 0
2 3 4
3 6 8
DEMAND_SECTION
1 0
2 5
3 6
DEPOT_SECTION
 1
 -1
EOF
`
const toptw = `1 1 1 1
0 100
 0 0 0 0 0 0 0 0 100
 1 3 4 5 20 1 1 1 10 60
`

const found = (text: string) => {
  const { instance, findings } = readInstance(text, 'file.txt')
  return { read: instance !== null, findings: findings.map((f) => [f.code, f.at.row]) }
}

describe('each format is told apart and read', () => {
  test.each([
    ['cordeau', periodic],
    ['cordeau', depots],
    ['solomon', solomon],
    ['vrplib', vrplib],
    ['toptw', toptw],
    ['json', '{}'],
    [null, 'Dear planner,\nplease find routes.'],
  ] as const)('%s', (format, text) => {
    expect(guessFormat(text)).toBe(format)
  })

  test('periodic: patterns, limits by day, 0 for no limit', () => {
    const { instance, findings } = readInstance(periodic, 'p.txt')
    expect(findings).toEqual([])
    expect(instance).toMatchObject({ name: 'p', days: 3, convention: 'float' })
    expect(instance?.fleets.map((f) => f.maxDuration)).toEqual([Infinity, 40, Infinity])
    expect(instance?.customers.map((c) => c.patterns)).toEqual([
      [5, 3],
      [4, 2, 1],
    ])
  })

  test('several depots: they come last, each with its own fleet', () => {
    const { instance } = readInstance(depots, 'p.txt')
    expect(instance?.depots.map((d) => d.id)).toEqual([2, 3])
    expect(instance?.fleets.map((f) => [f.depot, f.vehicles.length, f.maxDuration])).toEqual([
      [0, 2, Infinity],
      [1, 2, 50],
    ])
  })

  test('VRPLIB: customers count from 1 behind the depot, arcs rounded, fleet unlimited', () => {
    const { instance } = readInstance(vrplib, 'tiny.vrp')
    expect(instance?.customers.map((c) => [c.id, c.demand])).toEqual([
      [1, 5],
      [2, 6],
    ])
    expect(instance).toMatchObject({ convention: 'round', fleets: [{ vehicles: [1, 2] }] })
  })

  test('VRPLIB: a lower triangle becomes a full matrix', () => {
    const text = vrplib
      .replace('EUC_2D', 'EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_DIAG_ROW')
      .replace(/NODE_COORD_SECTION[^D]*/, 'EDGE_WEIGHT_SECTION\n0 7 0\n8 9 0\n')
    expect(readInstance(text, 'm.vrp').instance?.matrix).toEqual([
      [0, 7, 8],
      [7, 0, 9],
      [8, 9, 0],
    ])
  })

  test('orienteering: prizes, every customer optional, cut by the name', () => {
    expect(readInstance(toptw, 'c101.txt').instance).toMatchObject({
      objective: 'profit',
      convention: 'trunc10',
      customers: [{ id: 1, prize: 20, optional: true, service: 5, open: 10, close: 60 }],
    })
    expect(readInstance(toptw, 'pr01.txt').instance?.convention).toBe('trunc100')
  })

  test('own JSON: what it leaves out does not bind', () => {
    const own = {
      format: 'kuashan-routing-1',
      name: 'own',
      days: 1,
      depots: [{ id: 0, x: 0, y: 0 }],
      fleets: [{ days: [1], depot: 0, vehicles: [1] }],
      customers: [{ id: 1, x: 1, y: 1, patterns: [1] }],
    }
    const { instance, findings } = readInstance(JSON.stringify(own), 'own.json')
    expect(findings).toEqual([])
    expect(instance?.fleets[0]).toMatchObject({ capacity: Infinity, maxDuration: Infinity })
  })
})

describe('malformed instances are told with their line, all faults at once', () => {
  test('nothing at all', () => {
    expect(found('').findings).toEqual([['instance-format-unknown', undefined]])
    expect(found('{"format": 3').findings).toEqual([['instance-format-unknown', undefined]])
  })

  test('words for numbers, short lines, wrong counts', () => {
    const text = periodic.replace('3 4 5 2', '3 four 5 2').replace('2 6 8 0 4 1 3 4 2 1', '2 6 8')
    expect(found(text)).toEqual({
      read: false,
      findings: [
        ['instance-not-a-number', 6],
        ['instance-line-short', 7],
      ],
    })
    expect(found(periodic.replace('1 2 2 3', '1 2 5 3')).findings).toEqual([
      ['instance-count-differs', undefined],
    ])
    expect(found(periodic.replace('1 2 2 3', '9 2 2 3')).findings).toEqual([
      ['instance-kind-other', 1],
    ])
  })

  test('patterns outside the horizon, none at all, negative demand, demand too big, an id twice', () => {
    const text = periodic.replace('5 2 2 2 5 3', '5 -2 2 2 8 3').replace('4 1 3 4 2 1', '44 1 0')
    expect(found(text)).toEqual({
      read: false,
      findings: [
        ['instance-negative', 6],
        ['instance-pattern-outside', 6],
        ['instance-pattern-missing', 7],
        ['instance-demand-too-big', 7],
      ],
    })
    expect(found(periodic.replace('\n2 6', '\n1 6')).findings).toContainEqual([
      'instance-id-doubled',
      7,
    ])
  })

  test('a window that closes before it opens', () => {
    expect(found(solomon.replace('10        40', '50        40')).findings).toEqual([
      ['instance-window-empty', 11],
    ])
    expect(found(solomon.replace(/VEHICLE\n.*\n.*\n/, '')).findings).toEqual([
      ['instance-section-missing', undefined],
    ])
  })

  test('VRPLIB without depot, with other weights, with a node missing', () => {
    expect(found(vrplib.replace(/DEPOT_SECTION[^E]*/, '')).findings).toEqual([
      ['instance-section-missing', undefined],
    ])
    expect(found(vrplib.replace('EUC_2D', 'GEO')).findings).toEqual([
      ['instance-kind-other', undefined],
    ])
    expect(found(vrplib.replace('3 6 8\n', '')).findings).toEqual([
      ['instance-count-differs', undefined],
    ])
  })

  test('own JSON: a matrix that is not square, a negative entry', () => {
    const own = (matrix: number[][]) =>
      JSON.stringify({
        format: 'kuashan-routing-1',
        name: 'own',
        days: 1,
        depots: [{ id: 0, x: 0, y: 0 }],
        fleets: [{ days: [1], depot: 0, vehicles: [1] }],
        customers: [{ id: 1, x: 1, y: 1, patterns: [1] }],
        matrix,
      })
    expect(found(own([[0, 1], [1]])).findings.map(([code]) => code)).toEqual([
      'instance-matrix-not-square',
    ])
    expect(
      found(
        own([
          [0, -1],
          [1, 0],
        ]),
      ).findings.map(([code]) => code),
    ).toEqual(['instance-negative'])
  })
})
