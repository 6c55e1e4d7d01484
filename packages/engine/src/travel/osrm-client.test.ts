import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { osrmTable } from './osrm-client.ts'

/** A server that speaks OSRM's `/table/v1`: a second per millidegree, no way west of 0, snapped 30 m off. */
interface FakeOsrm {
  server: string
  requests: string[]
  close: () => Promise<void>
}

let running: FakeOsrm | null = null
afterEach(async () => {
  await running?.close()
  running = null
})

type Fault = (request: number) => { status: number; body: string } | 'hang' | null

async function fakeOsrm(maxPlaces: number, fault: Fault = () => null): Promise<FakeOsrm> {
  const requests: string[] = []
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    requests.push(request.url!)
    const broken = fault(requests.length)
    if (broken === 'hang') return
    const send = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    }
    if (broken !== null) return send(broken.status, broken.body)
    const places = decodeURIComponent(url.pathname)
      .split('/')[4]!
      .split(';')
      .map((pair) => pair.split(',').map(Number) as [number, number])
    if (places.length > maxPlaces)
      return send(400, JSON.stringify({ code: 'TooBig', message: 'Too many table coordinates' }))
    const picked = (name: string) => url.searchParams.get(name)!.split(';').map(Number)
    const between = (a: number, b: number): number | null =>
      places[a]![0] < 0 || places[b]![0] < 0 ? null : Math.abs(places[a]![0] - places[b]![0]) * 1000
    const figures = (scale: number) =>
      picked('sources').map((a) =>
        picked('destinations').map((b) => {
          const value = between(a, b)
          return value === null ? null : value * scale
        }),
      )
    const waypoints = (name: string) =>
      picked(name).map((k) => ({ distance: 30, name: '', location: places[k] }))
    send(
      200,
      JSON.stringify({
        code: 'Ok',
        durations: figures(1),
        distances: figures(10),
        sources: waypoints('sources'),
        destinations: waypoints('destinations'),
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running = {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return running
}

const places = (prefix: string, lngs: number[]) =>
  lngs.map((lng, k) => ({ id: `${prefix}${k}`, at: [lng, 1] as const }))

/** 60 m off the road on level ground. */
const LEGS = 60 / (0.6 * ((6 * Math.exp(-3.5 * 0.05)) / 3.6))

describe('OSRM', () => {
  test('chunks, keeps snap distances, charges the legs, and takes null for no way', async () => {
    const osrm = await fakeOsrm(4)
    const from = [...places('a', [0, 1, 2, -1, 4]), { id: 'lost', at: null }]
    const to = places('b', [0.5, 3, 6])
    const { table, findings } = await osrmTable(from, to, { server: osrm.server, maxPlaces: 4 })
    expect(findings).toEqual([])
    expect(osrm.requests).toHaveLength(3 * 2)
    expect(osrm.requests[0]).toContain('/table/v1/driving/')
    expect(table.p50[0]).toBe(Math.ceil(500 + LEGS))
    expect(table.p50[1 * 3 + 2]).toBe(Math.ceil(5000 + LEGS))
    expect(table.roadMetres[1 * 3 + 2]).toBe(50_000)
    expect(table.walkMetres[0]).toBe(60)
    expect([...table.p50.slice(9, 12)]).toEqual([-1, -1, -1])
    expect([...table.p50.slice(15)]).toEqual([-1, -1, -1])
    expect([...table.fromSnap]).toEqual([30, 30, 30, 30, 30, -1])
    table.p50.forEach((value, cell) => {
      expect(table.p90[cell]).toBeGreaterThanOrEqual(value)
    })
  })

  test('a refusal is a finding with the reason, and is not tried again', async () => {
    const osrm = await fakeOsrm(3)
    const { table, findings } = await osrmTable(places('a', [0, 1]), places('b', [2, 3]), {
      server: osrm.server,
    })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      code: 'osrm-refused',
      facts: { trouble: 'TooBig: Too many table coordinates', pairs: 4 },
    })
    expect(osrm.requests).toHaveLength(1)
    expect([...table.p50]).toEqual([-1, -1, -1, -1])
  })

  test('an outage is tried again', async () => {
    const osrm = await fakeOsrm(10, (n) => (n <= 2 ? { status: 503, body: 'busy' } : null))
    const { table, findings } = await osrmTable(places('a', [0]), places('b', [1]), {
      server: osrm.server,
      retryPauseMs: 1,
    })
    expect(findings).toEqual([])
    expect(osrm.requests).toHaveLength(3)
    expect(table.p50[0]).toBe(Math.ceil(1000 + LEGS))
  })

  test('silence ends by the timeout, nonsense and a dead server by a finding', async () => {
    const ask = (server: string) =>
      osrmTable(places('a', [0]), places('b', [1]), {
        server,
        timeoutSeconds: 0.05,
        retries: 1,
        retryPauseMs: 1,
      })
    const silent = await fakeOsrm(10, () => 'hang')
    expect((await ask(silent.server)).findings[0]?.facts.trouble).toBe('timeout')
    await silent.close()
    const nonsense = await fakeOsrm(10, () => ({ status: 200, body: '<html>' }))
    expect((await ask(nonsense.server)).findings[0]?.facts.trouble).toBe('HTTP 200')
    const dead = nonsense.server
    await nonsense.close()
    running = null
    expect((await ask(dead)).findings).toHaveLength(1)
  })

  test('stops on a signal', async () => {
    const osrm = await fakeOsrm(10, () => 'hang')
    const stop = new AbortController()
    const asked = osrmTable(places('a', [0]), places('b', [1]), {
      server: osrm.server,
      signal: stop.signal,
    })
    stop.abort()
    await expect(asked).rejects.toThrow(/abort/i)
  })
})
