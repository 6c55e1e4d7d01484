import type { Route } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { readSession } from '@kuashan/store/accounts/session.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOfRoute } from './caller-of-route.ts'
import type { Asked, Handler } from './handler.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { parseCall } from './parse-call.ts'
import { NotAnswered } from './problem-answer.ts'
import { readFiles } from './read-files.ts'
import { type AnyReply, cookieName, flowCookieName, sendAnswer, versionIn } from './send-answer.ts'

/** What serving needs of the world. */
export interface ServeContext {
  store: Store
  /** Milliseconds since the epoch. */
  now: () => number
  /** Calls of one caller in a minute where a route says nothing else. */
  perMinute: number
  kept: KeptAnswers
  /** Ends when the server begins to stop: streams end, calls are answered. */
  stopping?: AbortSignal
}

const mostJson = 4 * 1024 * 1024

/** The reason in `X-Why`; a header holds no Chinese, so it is percent-encoded. What is not stays as it is. */
function whyOf(header: string | string[] | undefined): string {
  const text = String(header ?? '')
  try {
    return decodeURIComponent(text).slice(0, 2000)
  } catch {
    return text.slice(0, 2000)
  }
}

/** The village that a call names in its address or body; '' where it names none. */
function villageOf({ params, body }: FastifyRequest): string {
  const named = { ...(body as object | undefined), ...(params as object) } as { village?: unknown }
  return typeof named.village === 'string' ? named.village : ''
}

async function askedOf(
  route: Route,
  request: FastifyRequest,
  context: ServeContext,
): Promise<Asked<Route>> {
  const token = request.cookies[cookieName]
  const open = route.access.open === 'anybody'
  if (!open && !token) throw new NotAnswered([finding('not-signed-in', {})])
  const session = open ? null : await readSession(context.store, token!, context.now())
  const { county } = request.params as { county?: string }
  const why = whyOf(request.headers['x-why'])
  const { emergency } = request.query as { emergency?: string }
  const how = { why, inEmergency: emergency === 'yes', village: villageOf(request) }
  const caller =
    session && county !== undefined ? callerOfRoute(session, county, route.access, how) : undefined
  const read = parseCall(route, request)
  if ('findings' in read) throw new NotAnswered(read.findings)
  const version = versionIn(request.headers['if-match'])
  if (route.versioned && route.method !== 'GET' && version === '')
    throw new NotAnswered([finding('version-missing', {})])
  const gone = new AbortController()
  request.raw.once('close', () => request.raw.destroyed && gone.abort())
  return {
    ...(read.parts as Pick<Asked<Route>, 'params' | 'query' | 'body'>),
    files: route.body.as === 'files' ? await readFiles(request, route.body) : [],
    session,
    token: token ?? '',
    flow: request.cookies[flowCookieName] ?? '',
    caller: caller as Asked<Route>['caller'],
    store: context.store,
    version,
    call: request.id,
    signal: context.stopping ? AbortSignal.any([gone.signal, context.stopping]) : gone.signal,
  }
}

/** Serves one route of the contract: who asks, whether they may, what was sent, then one call of the handler. */
export function serveRoute<R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: Handler<R>,
  context: ServeContext,
): void {
  app.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    bodyLimit: mostJson,
    config: {
      rateLimit: { max: route.perMinute ?? context.perMinute, timeWindow: 60_000 },
      ofSession: route.access.open !== 'anybody',
    },
    handler: async (request, reply) => {
      const asked = await askedOf(route, request, context)
      const answer = (await handler(asked as unknown as Asked<R>)) as AnyReply
      return sendAnswer(route, request, reply, answer, context.kept)
    },
  })
}
