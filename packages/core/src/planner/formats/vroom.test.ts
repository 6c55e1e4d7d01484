import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInstance } from './random-rules.fixture.ts'
import { readInstance } from './read-instance.ts'
import { sampleFiles } from './sample-files.fixture.ts'
import { writeVroom } from './write-vroom.ts'
import { writeVroomSolution } from './write-vroom-solution.ts'

const car = {
  durations: [
    [0, 2104, 197, 1299],
    [2103, 0, 2255, 3152],
    [197, 2256, 0, 1102],
    [1299, 3153, 1102, 0],
  ],
}
type Change = Record<string, unknown>
const read = (problem: unknown) => readInstance(JSON.stringify(problem), 'v.json')
const base = {
  vehicles: [{ id: 3, start_index: 0, end_index: 0, capacity: [4] }],
  jobs: [{ id: 1, location_index: 1 }],
  matrices: { car },
}
const vehicle = (change: Change) => ({ ...base, vehicles: [{ ...base.vehicles[0], ...change }] })
const job = (change: Change) => ({ ...base, jobs: [{ ...base.jobs[0], ...change }] })
const codes = (problem: unknown) => read(problem).findings.map((f) => [f.code, f.at.path])

describe('VROOM’s files are read', () => {
  test('vehicles: places, hours, loads, skills, breaks, limits, prices', () => {
    const { instance, findings } = read(
      vehicle({
        end_index: 3,
        capacity: [4, 9],
        skills: [7],
        time_window: [100, 900],
        breaks: [{ id: 1, service: 30, time_windows: [[300, 400]] }],
        speed_factor: 2,
        max_tasks: 5,
        max_travel_time: 600,
        costs: { fixed: 50 },
        description: 'van',
      }),
    )
    expect(findings).toEqual([])
    expect(instance?.depots.map((d) => d.id)).toEqual([-1, -2])
    expect(instance?.fleets).toEqual([
      {
        days: [1],
        depot: 0,
        vehicles: [3],
        capacity: 4,
        maxDuration: Infinity,
        rules: {
          name: 'van',
          endDepot: 1,
          open: 100,
          close: 900,
          otherCapacities: [9],
          skills: ['7'],
          maxDriving: 600,
          maxStops: 5,
          breaks: [{ windows: [{ open: 300, close: 400 }], duration: 30 }],
          costs: { perDay: 50, perLength: 1, perTime: 0 },
        },
      },
    ])
    // From 0 to 1 in 2104 s at twice the speed; a second costs 1 where nothing else is said.
    expect([instance?.durations?.[0]?.[2], instance?.matrix?.[0]?.[2]]).toEqual([1052, 1052])
  })

  test('costs: by hour and kilometre, or a matrix of their own', () => {
    const distances = car.durations.map((row) => row.map((v) => v * 10))
    const lengths = (costs: Change, more: Change) =>
      read({ ...vehicle({ costs }), matrices: { car: { ...car, ...more } } }).instance
        ?.matrix?.[0]?.[1]
    expect(lengths({ per_hour: 7200, per_km: 100 }, { distances })).toBe(2104 * 2 + 2104)
    expect(lengths({}, { costs: distances })).toBe(21_040)
  })

  test('jobs: amounts, windows, setup, skills; shipments become pairs', () => {
    const step = (id: number, location_index: number) => ({ id, location_index, service: 5 })
    const { instance, names } = read({
      vehicles: [{ id: 3, start_index: 0, capacity: [4, 4], skills: [1] }],
      jobs: [
        {
          id: 1,
          location_index: 1,
          setup: 60,
          service: 5,
          delivery: [1, 2],
          pickup: [3, 0],
          skills: [1],
        },
        {
          id: 2,
          location_index: 2,
          time_windows: [
            [5, 9],
            [20, 30],
          ],
        },
      ],
      shipments: [{ pickup: step(1, 0), delivery: step(1, 3), amount: [2, 1], priority: 9 }],
      matrices: { car },
    })
    expect(instance?.customers).toMatchObject([
      {
        id: 1,
        service: 65,
        demand: 1,
        rules: { otherDemands: [2], pickup: 3, otherPickups: [0], skills: ['1'] },
      },
      {
        id: 2,
        rules: {
          windows: [
            { open: 5, close: 9 },
            { open: 20, close: 30 },
          ],
        },
      },
      { id: 3, service: 5, rules: { pickup: 2, otherPickups: [1], deliverTo: 4 } },
      { id: 4, service: 5 },
    ])
    expect(instance?.fleets[0]?.rules?.endDepot).toBe(null)
    expect(names?.tasks.get(4)).toEqual({ type: 'delivery', id: 1 })
  })

  test('tasks at one place share their setup', () => {
    const at = (id: number) => ({ id, location_index: 1, setup: 60, service: 5 })
    expect(read({ ...base, jobs: [at(1), at(2)] }).instance?.customers).toMatchObject([
      { service: 5, rules: { place: 'place 1', setup: 60 } },
      { service: 5, rules: { place: 'place 1', setup: 60 } },
    ])
  })

  test('priority: one step counts more than all tasks; nothing must be served', () => {
    const jobs = [0, 1, 100].map((priority, k) => ({ id: k, location_index: 1, priority }))
    const customers = read({ ...base, jobs }).instance?.customers ?? []
    expect(customers.map((c) => [c.optional, c.prize])).toEqual([
      [true, 1],
      [true, 5],
      [true, 401],
    ])
  })

  test('a start left out is anywhere; a way of the largest number is none', () => {
    const { instance } = read(vehicle({ start_index: undefined, end_index: 2 }))
    expect(instance?.fleets[0]).toMatchObject({ depot: 0, rules: { endDepot: 1 } })
    expect(instance?.durations?.[0]).toEqual([0, 0, 0])
    expect(instance?.durations?.[2]).toEqual([0, 2255, 0])
    const shut = {
      durations: car.durations.map((row) => row.map((v) => (v === 2104 ? 4294967295 : v))),
    }
    expect(read({ ...base, matrices: { car: shut } }).instance?.travel?.[0]?.times[0]).toEqual([
      0, -1,
    ])
  })

  test('vehicles alike are one fleet, profiles and speeds are ways of travelling', () => {
    const [van] = base.vehicles
    const vehicles = [van, { ...van, id: 4 }, { ...van, id: 5, speed_factor: 0.5 }]
    const { instance } = read({ ...base, vehicles })
    expect(instance?.fleets.map((f) => [f.vehicles, f.rules?.travel])).toEqual([
      [[3, 4], undefined],
      [[5], 1],
    ])
    expect(instance?.travel?.map((t) => t.times[0]?.[1])).toEqual([2104, 4208])
  })

  test('timestamps are taken back to the day', () => {
    const { instance, names, findings } = read(
      vehicle({ time_window: [1_800_000_000, 1_800_003_600] }),
    )
    expect(findings.map((f) => f.code)).toEqual(['vroom-clock-shifted'])
    expect(instance?.fleets[0]?.rules).toMatchObject({ open: 28_800, close: 32_400 })
    expect(names?.epoch).toBe(1_799_971_200)
  })

  test('steps lock, and periodic fields under their own key', () => {
    expect(
      read(vehicle({ steps: [{ type: 'start' }, { type: 'job', id: 1 }] })).instance?.customers[0]
        ?.rules,
    ).toEqual({ locked: [{ day: 1, vehicle: { depot: 0, number: 3 } }] })
    const spacing = { visits: 2, minGap: 2, maxGap: 3, wraps: true }
    const { instance, findings } = read({
      ...vehicle({
        kuashan: { days: ['1-4'], maxDaysOut: 3, nights: { at: [0], cost: 9, mostInRow: 1 } },
      }),
      jobs: [
        { id: 1, location_index: 1, kuashan: { spacing } },
        { id: 2, location_index: 1, kuashan: { days: [2, 5] } },
      ],
      kuashan: { days: 5, places: [{ location_index: 3 }] },
    })
    expect(findings).toEqual([])
    expect(instance).toMatchObject({
      days: 5,
      fleets: [{ days: [1, 2, 3, 4], rules: { maxDaysOut: 3, nights: { at: [0] } } }],
      customers: [{ patterns: [], rules: { spacing } }, { patterns: [8, 1] }],
    })
  })

  test('without matrices: straight lines, and the file is told', () => {
    const { instance, findings } = read({
      vehicles: [{ id: 0, start: [110, 25], end: [110, 25] }],
      jobs: [{ id: 1, location: [110, 26] }],
    })
    expect(findings.map((f) => [f.code, f.severity])).toEqual([['vroom-straight-lines', 'warning']])
    // A degree of latitude is 111.19 km on the sphere of 6371 km: 2.78 h at 40 km/h.
    expect(instance?.durations?.[0]?.[1]).toBe(Math.round(111_194.93 / (40 / 3.6)))
  })
})

describe('what VROOM’s files ask wrongly or beyond us is told', () => {
  test.each<[string, string, unknown]>([
    ['vroom-field-unread', 'vehicles.0.max_distance', vehicle({ max_distance: 9 })],
    [
      'vroom-field-unread',
      'vehicles.0.costs.per_task_hour',
      vehicle({ costs: { per_task_hour: 9 } }),
    ],
    [
      'vroom-field-unread',
      'vehicles.0.breaks.0.max_load',
      vehicle({ breaks: [{ id: 1, max_load: [1] }] }),
    ],
    ['vroom-field-unread', 'jobs.0.service_per_type', job({ service_per_type: { van: 3 } })],
    [
      'vroom-field-unread',
      'vehicles.0.steps',
      { ...vehicle({ steps: [{ type: 'job', id: 1 }] }), kuashan: { days: 3 } },
    ],
    ['instance-id-unknown', 'vehicles.0.steps', vehicle({ steps: [{ type: 'job', id: 7 }] })],
    ['instance-field-invalid', 'jobs.0.priority', job({ priority: 101 })],
    ['instance-field-invalid', 'jobs.0.kuashan', job({ kuashan: { rythm: 3 } })],
    ['instance-id-unknown', 'jobs.0', job({ location_index: 4 })],
    ['instance-section-missing', 'jobs.0', job({ location_index: undefined })],
    [
      'instance-section-missing',
      'vehicles.0',
      vehicle({ start_index: undefined, end_index: undefined }),
    ],
    ['instance-section-missing', 'vehicles.0', vehicle({ profile: 'bike' })],
    ['instance-section-missing', 'vehicles.0', vehicle({ costs: { per_km: 3 } })],
    ['instance-count-differs', 'jobs.0', job({ delivery: [1, 1] })],
    ['instance-id-doubled', 'jobs.1', { ...base, jobs: [base.jobs[0], base.jobs[0]] }],
    ['instance-window-empty', 'jobs.0', job({ time_windows: [[9, 3]] })],
    ['instance-skill-nowhere', 'jobs.0.rules.skills', job({ skills: [5] })],
    ['instance-demand-too-big', 'jobs.0', job({ pickup: [5] })],
    [
      'instance-matrix-not-square',
      'matrices.car.durations.1',
      { ...base, matrices: { car: { durations: [[0, 1], [1]] } } },
    ],
    [
      'instance-id-unknown',
      'vehicles.0',
      vehicle({ kuashan: { nights: { at: [0], mostInRow: 1 } } }),
    ],
  ])('%s at %s', (code, path, problem) => {
    expect(codes(problem)).toEqual([[code, path]])
  })
})

describe('VROOM’s files are written', () => {
  const files = fc.oneof(
    anyInstance,
    fc.constantFrom(...sampleFiles).map((text) => readInstance(text, 'f.txt').instance!),
  )

  test('any instance is written so that it reads without errors, and the second time as the first', () => {
    const again = (text: string) => readInstance(text, 'v.json', 'vroom')
    fc.assert(
      fc.property(files, (instance) => {
        const once = again(writeVroom(instance, 'f.txt').text)
        expect(once.findings.filter((f) => f.severity === 'error')).toEqual([])
        expect(once.findings.filter((f) => f.code.startsWith('vroom-'))).toEqual([])
        const written = writeVroom(once.instance!, 'v.json', once.names)
        expect(again(written.text).instance).toEqual(once.instance)
        expect(written.findings).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('what VROOM has no field for is told, each kind once', () => {
    const { instance } = readInstance(sampleFiles[0]!, 'p.txt')
    expect(writeVroom(instance!, 'p.txt').findings.map((f) => f.facts.what)).toEqual([
      'several days (patterns, spacing, dates)',
      'a limit on the time out',
    ])
  })
})

describe('VROOM’s solutions are written', () => {
  test('the example of VROOM’s documentation, with the figures printed there', () => {
    const { instance, names } = read({
      vehicles: [{ id: 0, start_index: 0, end_index: 3 }],
      jobs: [
        { id: 1414, location_index: 1 },
        { id: 1515, location_index: 2 },
      ],
      matrices: { car },
    })
    const routes = [{ day: 1, vehicle: 0, depot: 1, stops: [1414, 1515] }]
    const out = JSON.parse(writeVroomSolution(instance!, { routes, unserved: [] }, names))
    expect(out).toMatchObject({
      code: 0,
      summary: {
        cost: 5461,
        routes: 1,
        unassigned: 0,
        duration: 5461,
        waiting_time: 0,
        priority: 0,
      },
      unassigned: [],
      routes: [
        {
          vehicle: 0,
          cost: 5461,
          steps: [
            { type: 'start', arrival: 0, duration: 0 },
            { type: 'job', id: 1414, arrival: 2104, duration: 2104 },
            { type: 'job', id: 1515, arrival: 4359, duration: 4359 },
            { type: 'end', arrival: 5461, duration: 5461 },
          ],
        },
      ],
    })
  })

  test('loads, waiting, breaks, and the numbers of the file', () => {
    const step = (id: number, location_index: number) => ({ id, location_index, service: 10 })
    const { instance, names } = read({
      vehicles: [
        {
          id: 8,
          start_index: 0,
          capacity: [4],
          breaks: [{ id: 1, service: 50, time_windows: [[0, 9000]] }],
        },
      ],
      jobs: [{ id: 1, location_index: 2, delivery: [1], time_windows: [[1_000, 2_000]] }],
      shipments: [{ pickup: step(1, 1), delivery: step(1, 3), amount: [3] }],
      matrices: { car },
    })
    const run = {
      depart: 800,
      finish: 6500,
      times: [
        [997, 1000, 1000],
        [3256, 3306, 3316],
        [6468, 6468, 6478],
      ] as const,
      pauses: [{ kind: 'break' as const, before: 1, start: 1000, end: 1050, index: 0 }],
    }
    const routes = [{ day: 1, vehicle: 8, depot: 1, stops: [1, 2, 3], run }]
    const { routes: out } = JSON.parse(
      writeVroomSolution(instance!, { routes, unserved: [] }, names),
    )
    expect(out[0].steps).toMatchObject([
      { type: 'start', arrival: 800, load: [1] },
      { type: 'job', id: 1, arrival: 997, waiting_time: 3, load: [0] },
      { type: 'break', id: 1, arrival: 1000, service: 50, load: [0] },
      { type: 'pickup', id: 1, arrival: 3256, load: [3] },
      { type: 'delivery', id: 1, service: 10, load: [0] },
    ])
  })

  test('days stand under our key; what is not visited is unassigned', () => {
    const { instance } = readInstance(sampleFiles[0]!, 'p.txt')
    const routes = [{ day: 2, vehicle: 2, depot: 1, stops: [1] }]
    const out = JSON.parse(writeVroomSolution(instance!, { routes, unserved: [2] }))
    expect(out.unassigned).toMatchObject([{ id: 2, type: 'job' }])
    expect(out.routes[0].kuashan).toEqual({ day: 2, depot: 1 })
  })
})
