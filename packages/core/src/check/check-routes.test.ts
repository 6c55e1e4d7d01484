import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { RoutingInstance } from '../plan/routing.ts'
import { checkRoutes } from './check-routes.ts'

/** One depot at (0, 0); customers on a line at 3, 6 and 9. */
const line: RoutingInstance = {
  name: 'line',
  days: 2,
  objective: 'distance',
  convention: 'float',
  depots: [{ id: 0, x: 0, y: 0, open: 0, close: 100 }],
  fleets: [1, 2].map((day) => ({
    days: [day],
    depot: 0,
    vehicles: [1, 2],
    capacity: 5,
    maxDuration: 40,
  })),
  customers: [3, 6, 9].map((x, k) => ({
    id: k + 1,
    x,
    y: 0,
    service: 2,
    demand: 2,
    open: k === 2 ? 30 : 0,
    close: 50,
    patterns: k === 0 ? [0b11] : [0b10, 0b01],
    prize: 10,
    optional: k === 2,
  })),
}
const route = (day: number, vehicle: number, stops: number[]) => ({ day, vehicle, depot: 1, stops })
const codes = (routes: ReturnType<typeof route>[], instance = line) =>
  checkRoutes(instance, { routes, unserved: [] }).findings.map((f) => f.code)

describe('checking routes by hand', () => {
  test('length, waiting and patterns: a late start saves the wait', () => {
    const routes = [route(1, 1, [1, 2]), route(2, 1, [1]), route(2, 2, [3])]
    const checked = checkRoutes(line, { routes, unserved: [] })
    expect(checked).toMatchObject({ length: 12 + 6 + 18, routes: 3, feasible: true, profit: 30 })
    expect(checked.findings).toEqual([])
  })

  test('a customer that may be left out is no fault, another is', () => {
    const routes = [route(1, 1, [1]), route(2, 1, [1])]
    const checked = checkRoutes(line, { routes, unserved: [2, 3] })
    expect(checked.findings.map((f) => [f.code, f.facts.id])).toEqual([['customer-unserved', 2]])
    expect(checked.feasible).toBe(false)
  })

  test('every fault is named', () => {
    expect(codes([route(1, 1, [1, 2, 3]), route(2, 1, [1])])).toEqual(['route-over-capacity'])
    expect(codes([route(1, 1, [1, 2]), route(2, 1, [1]), route(2, 1, [3])])).toEqual([
      'route-vehicle-twice',
    ])
    expect(codes([route(1, 3, [1]), route(1, 1, [2]), route(2, 1, [1])])).toContain(
      'route-vehicle-unknown',
    )
    expect(codes([route(1, 1, [1, 2, 7]), route(2, 1, [1])])).toContain('route-customer-unknown')
    expect(codes([route(1, 1, [1, 2])])).toEqual(['customer-days-wrong'])
    expect(codes([route(1, 1, [1, 2]), route(1, 2, [1]), route(2, 1, [1])])).toEqual([
      'customer-twice-a-day',
    ])
  })

  test('windows, the depot’s end and the limit', () => {
    const depots = [{ ...line.depots[0]!, close: 10 }]
    const closing = { ...line, depots }
    expect(codes([route(1, 1, [2]), route(1, 2, [1]), route(2, 1, [1])], closing)).toEqual([
      'route-back-too-late',
    ])
    const customers = line.customers.map((c) => ({ ...c, close: c.id === 2 ? 4 : c.close }))
    expect(codes([route(1, 1, [1, 2]), route(2, 1, [1])], { ...line, customers })).toEqual([
      'route-window-missed',
    ])
    const fleets = line.fleets.map((f) => ({ ...f, maxDuration: 19.9 }))
    expect(
      codes([route(1, 1, [1, 2]), route(2, 1, [1]), route(2, 2, [3])], { ...line, fleets }),
    ).toEqual(['route-too-long'])
  })
})

const bench = new URL('../../../../../shared/bench/', import.meta.url)
const published = existsSync(bench)

describe.skipIf(!published)(
  'solutions published with the instances (needs ../shared)',
  async () => {
    const { readInstance } = await import('../planner/formats/read-instance.ts')
    const read = (path: string): RoutingInstance => {
      const { instance, findings } = readInstance(readFileSync(new URL(path, bench), 'utf8'), path)
      if (!instance) throw new Error(`${path}: ${JSON.stringify(findings[0])}`)
      return instance
    }
    const lines = (path: string) =>
      readFileSync(new URL(path, bench), 'utf8')
        .split(/\r?\n/)
        .map((l) => l.trim())
        .filter((l) => l !== '')
    const names = (folder: string, end: string) =>
      published
        ? readdirSync(new URL(folder, bench))
            .filter((f) => f.endsWith(end))
            .map((f) => f.slice(0, -end.length))
        : []
    const numbers = (text: string) => text.trim().split(/\s+/).map(Number)

    test.each(['pvrp/', 'mdvrp/'])('%s: every .res costs what it says and holds', (folder) => {
      for (const name of names(folder, '.res')) {
        const instance = read(`${folder}${name}.txt`)
        const [cost, ...rows] = lines(`${folder}${name}.res`)
        const depots = new Set(instance.depots.map((d) => d.id))
        const routes = rows.map((row) => {
          const [group, vehicle, , , ...stops] = numbers(row) as [number, number, ...number[]]
          const customers = stops.filter((id) => id !== 0 && !depots.has(id))
          return folder === 'pvrp/'
            ? { day: group, vehicle, depot: 1, stops: customers }
            : { day: 1, vehicle, depot: group, stops: customers }
        })
        // The files leave out customers of no length; p01 has one at its depot that fills a vehicle.
        const checked = checkRoutes(instance, { routes, unserved: [] })
        const faults = checked.findings.filter((f) => !(name === 'p01' && f.facts.id === 51))
        expect([name, faults]).toEqual([name, []])
        expect(Math.abs(checked.length - Number(cost))).toBeLessThan(0.03)
      }
    })

    const sol = (path: string, number: (value: number) => number) =>
      lines(path).flatMap((text) => {
        const found = /^Route #(\d+):(.*)$/.exec(text)
        const stops = found?.[2]?.trim() ? numbers(found[2]).map(number) : []
        return found && stops.length > 0 ? [{ vehicle: Number(found[1]), stops }] : []
      })
    const costLine = (path: string) =>
      Number(/Cost:?\s*([\d.]+)/.exec(readFileSync(new URL(path, bench), 'utf8'))?.[1])

    test('cvrp: every .sol, to the unit', () => {
      for (const name of names('cvrp/', '.sol').filter((n) => n.startsWith('X-'))) {
        const routes = sol(`cvrp/${name}.sol`, (v) => v).map((r) => ({ ...r, day: 1, depot: 1 }))
        const checked = checkRoutes(read(`cvrp/${name}.vrp`), { routes, unserved: [] })
        expect([name, checked.cost, checked.feasible]).toEqual([
          name,
          costLine(`cvrp/${name}.sol`),
          true,
        ])
      }
    })

    test('mdvrptw: every .sol, to the thousandth, limits of time included', () => {
      for (const name of names('mdvrptw/', '.sol')) {
        const instance = read(`mdvrptw/${name}.vrp`)
        const depots = instance.depots.length
        const routes = sol(`mdvrptw/${name}.sol`, (v) => v + 1 - depots).map((r) => ({
          ...r,
          day: 1,
          depot: 1 + instance.fleets.findIndex((f) => f.vehicles.includes(r.vehicle)),
        }))
        const checked = checkRoutes(instance, { routes, unserved: [] })
        expect([name, Math.round(checked.cost * 1000), checked.findings]).toEqual([
          name,
          costLine(`mdvrptw/${name}.sol`),
          [],
        ])
      }
    })

    test('gehring–homberger: 1000 customers cut to a decimal, smaller ones unrounded', () => {
      for (const name of names('vrptw/homberger/', '.vrp')) {
        const routes = sol(`vrptw/homberger/${name}.sol`, (v) => v).map((r) => ({
          ...r,
          day: 1,
          depot: 1,
        }))
        const checked = checkRoutes(read(`vrptw/homberger/${name}.vrp`), { routes, unserved: [] })
        expect(checked.findings).toEqual([])
        expect(checked.cost).toBeCloseTo(costLine(`vrptw/homberger/${name}.sol`), 1)
      }
      const known = JSON.parse(readFileSync(new URL('vrptw/bks.json', bench), 'utf8'))
      for (const name of names('vrptw/homberger/', '.sol.txt')) {
        const routes = lines(`vrptw/homberger/${name}.sol.txt`).flatMap((text, k) => {
          const found = /^Route\s*\d+[\s:]+(.*)$/i.exec(text)
          return found ? [{ day: 1, depot: 1, vehicle: k, stops: numbers(found[1]!) }] : []
        })
        const checked = checkRoutes(read(`vrptw/homberger/${name}.txt`), { routes, unserved: [] })
        expect([name, checked.findings]).toEqual([name, []])
        expect(checked.cost).toBeCloseTo(known[name].cost, 1)
      }
    })
  },
)
