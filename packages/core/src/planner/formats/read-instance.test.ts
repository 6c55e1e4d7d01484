import { describe, expect, test } from 'vitest'
import { guessFormat, readInstance } from './read-instance.ts'
import { depots, periodic, solomon, toptw, vroom, vrplib } from './sample-files.fixture.ts'

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
    ['vroom', vroom],
    ['kuashan', '{}'],
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

  test.each([
    ['FULL_MATRIX', '0 7 8\n7 0\n9 8 9 0'],
    ['LOWER_ROW', '7\n8 9'],
    ['UPPER_ROW', '7 8\n9'],
    ['UPPER_DIAG_ROW', '0 7 8\n0 9\n0'],
    ['UPPER_COL', '7\n8 9'],
    ['LOWER_DIAG_COL', '0 7 8 0 9 0'],
  ])('VRPLIB: %s', (format, weights) => {
    const text = vrplib
      .replace('EUC_2D', `EXPLICIT\nEDGE_WEIGHT_FORMAT: ${format}`)
      .replace('DEMAND_SECTION', `EDGE_WEIGHT_SECTION\n${weights}\nDEMAND_SECTION`)
    expect(readInstance(text, 'm.vrp').instance?.matrix).toEqual([
      [0, 7, 8],
      [7, 0, 9],
      [8, 9, 0],
    ])
  })

  // Lengths printed with TSPLIB: ulysses16 (GEO) and att48 (ATT).
  test.each([
    ['GEO', '38.24 20.42', '39.57 26.15', 509],
    ['GEO', '38.24 20.42', '40.56 25.32', 501],
    ['ATT', '6734 1453', '2233 10', 1495],
    ['CEIL_2D', '0 0', '1 1', 2],
  ])('VRPLIB: %s', (type, one, other, length) => {
    const text = vrplib
      .replace('EUC_2D', type)
      .replace('1 0 0', `1 ${one}`)
      .replace('2 3 4', `2 ${other}`)
    const { instance } = readInstance(text, 'g.vrp')
    expect([instance?.matrix?.[0]?.[1], instance?.matrix?.[1]?.[0]]).toEqual([length, length])
  })

  test('orienteering: prizes, every customer optional, cut by the name', () => {
    expect(readInstance(toptw, 'c101.txt').instance).toMatchObject({
      objective: 'profit',
      convention: 'trunc10',
      customers: [{ id: 1, prize: 20, optional: true, service: 5, open: 10, close: 60 }],
    })
    expect(readInstance(toptw, 'pr01.txt').instance?.convention).toBe('trunc100')
  })
})

describe('malformed instances are told with their line, all faults at once', () => {
  test('nothing at all', () => {
    expect(found('').findings).toEqual([['instance-format-unknown', undefined]])
    expect(found('{\n"format": 3').findings).toEqual([['instance-json-broken', 2]])
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
    expect(found(vrplib.replace('EUC_2D', 'XRAY1')).findings).toEqual([
      ['instance-kind-other', undefined],
    ])
    expect(found(vrplib.replace('3 6 8\n', '')).findings).toEqual([
      ['instance-count-differs', undefined],
    ])
  })

  test('what a file counts wrongly or asks beyond us', () => {
    expect(found(vrplib.replace('DIMENSION : 3', 'DIMENSION : 99999999')).findings).toEqual([
      ['instance-kind-other', 1],
    ])
    expect(found(vrplib.replace('EOF', 'BACKHAUL_SECTION\n2\nEOF')).findings).toEqual([
      ['instance-section-unread', undefined],
    ])
    expect(found(vrplib.replace(' 1\n -1', ' 1\n 1\n 7\n -1')).findings).toEqual([
      ['instance-id-doubled', 16],
      ['instance-id-unknown', 17],
    ])
  })
})
