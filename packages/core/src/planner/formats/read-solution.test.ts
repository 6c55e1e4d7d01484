import { describe, expect, test } from 'vitest'
import type { RoutingInstance } from '../../plan/routing.ts'
import { readSolution } from './read-solution.ts'

const instance = { depots: [{ id: 1 }, { id: 2 }] } as unknown as RoutingInstance
const read = (value: unknown) => readSolution(JSON.stringify(value), 's.json', instance)
const route = { day: 1, vehicle: 1, depot: 1, stops: [7, 8] }
const run = { depart: 0, finish: 9, times: [[1, 1, 2] as const] }

describe('reading a solution', () => {
  test('takes what solve writes, with reasons beside what is unserved', () => {
    const { solution, findings } = read({
      cost: 3,
      feasible: true,
      routes: [{ ...route, run: { ...run, endsAt: null } }],
      unserved: [{ id: 9, reasons: ['x'] }, 10],
    })
    expect(findings).toEqual([])
    expect(solution).toEqual({
      routes: [{ ...route, run: { ...run, endsAt: null } }],
      unserved: [9, 10],
    })
  })

  test('tells broken JSON by its line and a wrong field by its path', () => {
    const broken = readSolution('{\n"routes": [}', 's.json', instance)
    expect(broken.solution).toBeNull()
    expect(broken.findings).toMatchObject([
      { code: 'instance-json-broken', at: { file: 's.json', row: 2 } },
    ])
    const wrong = read({
      routes: [
        { ...route, day: 'Monday' },
        { ...route, stops: 7 },
      ],
    })
    expect(wrong.findings.map((f) => f.at.path)).toEqual(['routes.0.day', 'routes.1.stops'])
  })

  test('refuses nights and reloads at depots that the instance does not have', () => {
    const { solution, findings } = read({
      routes: [
        {
          ...route,
          run: {
            ...run,
            endsAt: 2,
            pauses: [{ kind: 'reload', before: 0, start: 0, end: 1, depot: 5 }],
          },
        },
      ],
    })
    expect(solution).toBeNull()
    expect(findings.map((f) => [f.code, f.at.path])).toEqual([
      ['instance-id-unknown', 'routes.0.run.endsAt'],
      ['instance-id-unknown', 'routes.0.run.pauses.0.depot'],
    ])
  })
})
