import type { Examples, RouteExample } from '@kuashan/contract/openapi-examples.ts'
import type { Method, Route } from '@kuashan/contract/route.ts'
import { allRoutes, routes } from '@kuashan/contract/routes.ts'
import type { Grant } from '@kuashan/contract/session.ts'
import { ended, type Office, seatWith } from '../office.fixture.ts'
import { caseOf } from '../route-cases/all-cases.fixture.ts'
import type { Seat } from '../route-cases/route-case.fixture.ts'
import { at, type World } from '../route-cases/world.fixture.ts'
import { shownAnswer } from './shorten.fixture.ts'
import { type Steady, steadyFrom } from './steady.fixture.ts'
import type { Answered, Sent, Wire } from './wire.fixture.ts'

const turns: readonly Method[] = ['POST', 'PUT', 'GET', 'DELETE']

/** What is entered first and what is looked at later, so that lists are not empty. */
export const inTurn: readonly Route[] = turns.flatMap((method) =>
  allRoutes.filter((route) => route.method === method),
)

/** Somebody to whom a route is open: a planner where one may. */
export async function seatFor({ access }: Route, office: Office): Promise<Seat> {
  const way =
    access.open === 'roles' ? access : ({ roles: ['planner'], purpose: 'planning' } as const)
  const role = way.roles.find((one) => one === 'planner') ?? way.roles[0]!
  const grant: Grant = { role, area: '', purposes: [way.purpose] }
  const call = await seatWith(office, grant)
  return { grant, call, me: (await call(routes.session.me, { params: {} })).data }
}

/** The parts of an address that fill a route’s parameters, where it is one of the route. */
export function paramsIn({ method, path }: Route, sent: Sent): Record<string, string> | undefined {
  const pattern = path.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)')
  const found = sent.method === method && new RegExp(`^${pattern}(\\?|$)`).exec(sent.url)
  if (!found) return undefined
  const texts = Object.entries(found.groups ?? {})
  return Object.fromEntries(texts.map(([name, text]) => [name, decodeURIComponent(text)]))
}

type Asked = Pick<RouteExample, 'params' | 'query' | 'headers' | 'body' | 'files'>

/** What a request says, apart from who sends it. */
export async function askedBy(params: Record<string, string>, sent: Sent): Promise<Asked> {
  const { cookie, ...headers } = sent.headers ?? {}
  const query = Object.fromEntries(new URL(sent.url, 'http://office').searchParams)
  if (!(sent.payload instanceof FormData))
    return { params, query, headers, ...(sent.payload ? { body: sent.payload } : {}) }
  const parts = sent.payload.getAll('files') as unknown as File[]
  const texts = parts.map(async (file) => [file.name, await file.text()] as const)
  return { params, query, headers, files: Object.fromEntries(await Promise.all(texts)) }
}

async function exampleOf(route: Route, wire: Wire, world: World, steady: Steady) {
  const seat = await seatFor(route, wire.office)
  let ran: { params: Record<string, string>; sent: Sent; answer: Answered } | undefined
  wire.tap(
    (sent) => sent,
    (sent, answer) => {
      const params = paramsIn(route, sent)
      if (params) ran = { params, sent, answer }
    },
  )
  await caseOf(route)(world, seat)
  const { params, sent, answer } = ran!
  const { status, type, etag, bytes } = answer
  if (/"state":"waiting"/.test(bytes.toString()) && route.method === 'POST')
    await ended(world.by.planner, world.county, JSON.parse(bytes.toString()).id)
  return steady(
    {
      ...(await askedBy(params, sent)),
      status,
      // What is a number counts versions; others are made of ids and contents.
      ...(etag ? { etag: /^"\d+"$/.test(etag) ? etag : '"1"' } : {}),
      ...shownAnswer(route, type, bytes),
    },
    allRoutes.indexOf(route) + 1,
  ) as RouteExample
}

/** Runs every route once on real data and writes down what was sent and what came back. */
export async function recordExamples(wire: Wire, world: World): Promise<Examples> {
  const steady = steadyFrom(Date.now())
  const { office, by, asPlanner, signInAt, ...ids } = world
  steady(ids, 0)
  const nobody = await office.as('nobody')
  const { data: signedOut } = await nobody(routes.session.me, { params: {} })
  const { data: stale } = await world.by.planner(routes.plans.rename, {
    params: { ...at(world), plan: world.plan },
    body: { name: '新名字' },
    version: '"999"',
  })
  const problems = steady({ signedOut, stale }, 0) as Examples['problems']
  const recorded: Record<string, RouteExample> = {}
  for (const route of inTurn) recorded[route.id] = await exampleOf(route, wire, world, steady)
  const inOrder = allRoutes.map(({ id }) => [id, recorded[id]!] as const)
  return { routes: Object.fromEntries(inOrder), problems }
}
