import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressOf, call, type Fetch, ProblemError } from './client.ts'
import { openApiDocument } from './openapi.ts'
import { json, type Route, route } from './route.ts'
import { allRoutes, routes } from './routes.ts'

describe('the routes', () => {
  test('have ids and addresses of their own', () => {
    const ids = allRoutes.map((r) => r.id)
    const addresses = allRoutes.map((r) => `${r.method} ${r.path}`)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test.each(allRoutes.map((r) => [r.id, r] as const))(
    '%s names each of its parameters in its address, and is named by its topic and verb',
    (id, { path, params }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      expect(named).toEqual(Object.keys(params.shape))
      const [topic, verb] = id.split('.') as [keyof typeof routes, string]
      expect((routes[topic] as Record<string, Route>)[verb]!.id).toBe(id)
    },
  )

  test('of people and accounts of a county begin with the county', () => {
    const wrong = allRoutes.filter(
      (r) => r.access.open === 'roles' && !r.path.startsWith('/api/counties/{county}'),
    )
    expect(wrong.map((r) => r.id)).toEqual([])
  })

  test('are all in docs/openapi.json as they are', async () => {
    const inDocs = async (name: string) =>
      JSON.parse(await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8'))
    const written = await inDocs('openapi.json')
    const examples = await inDocs('openapi-examples.json')
    expect(written).toEqual(openApiDocument(allRoutes, written.info.version, examples))
  })
})

describe('the client', () => {
  const plan = route({
    id: 'plans.rename',
    method: 'PUT',
    path: '/api/counties/{county}/plans/{plan}/name',
    what: { zh: '改名', en: 'Rename' },
    params: z.strictObject({ county: z.string(), plan: z.string() }),
    query: z.strictObject({ dry: z.boolean().optional() }),
    body: json(z.strictObject({ name: z.string() })),
    answer: json(z.object({ name: z.string() })),
    access: { open: 'signed-in' },
    versioned: true,
  })
  const asked = { params: { county: '331127', plan: 'a/b' }, body: { name: '春' }, version: '"7"' }
  const answering =
    (status: number, body: unknown, seen: unknown[] = []): Fetch =>
    async (address, init) => {
      seen.push(address, init)
      return { status, headers: { get: () => '"8"' }, json: async () => body }
    }

  test('fills the address safely', () => {
    expect(addressOf(plan, { params: asked.params, query: { dry: true } })).toBe(
      '/api/counties/331127/plans/a%2Fb/name?dry=true',
    )
  })

  test('sends the version it changes and gives the new one', async () => {
    const seen: unknown[] = []
    const answer = await call(answering(200, { name: '春' }, seen), plan, asked)
    expect(answer).toEqual({ data: { name: '春' }, version: '"8"' })
    expect(seen[1]).toMatchObject({ method: 'PUT', headers: { 'if-match': '"7"' } })
  })

  test('throws the problem the server tells, and finds out a server of another version', async () => {
    const problem = {
      type: 'about:blank',
      status: 412,
      title: 'store-stale',
      call: 'c1',
      findings: [
        {
          code: 'store-stale',
          severity: 'error',
          at: {},
          facts: {},
          what: { zh: '改过', en: 'changed' },
          remedy: { zh: '看', en: 'look' },
        },
      ],
    }
    await expect(call(answering(412, problem), plan, asked)).rejects.toThrow(ProblemError)
    await expect(call(answering(200, { title: 'x' }), plan, asked)).rejects.toThrow(z.ZodError)
  })
})
