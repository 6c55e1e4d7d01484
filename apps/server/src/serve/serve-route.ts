import { Readable } from 'node:stream'
import type { Route } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { readSession } from '@kuashan/store/accounts/session.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOfRoute } from './caller-of-route.ts'
import type { Asked, CookieChange, Handler } from './handler.ts'
import { parseCall } from './parse-call.ts'
import { NotAnswered } from './problem-answer.ts'
import { readFiles } from './read-files.ts'

/** What serving needs of the world. */
export interface ServeContext {
  store: Store
  /** Milliseconds since the epoch. */
  now: () => number
  /** Calls of one caller in a minute where a route says nothing else. */
  perMinute: number
}

export const cookieName = 'kuashan-session'
const flowCookieName = 'kuashan-sign-in'
const mostJson = 4 * 1024 * 1024

const tagOf = (version: string | number): string => `"${version}"`
const versionIn = (header: string | undefined): string =>
  (header ?? '').replace(/^(W\/)?"?|"?$/g, '')

/** The reason in `X-Why`; a header holds no Chinese, so it is percent-encoded. What is not stays as it is. */
function whyOf(header: string | string[] | undefined): string {
  const text = String(header ?? '')
  try {
    return decodeURIComponent(text).slice(0, 2000)
  } catch {
    return text.slice(0, 2000)
  }
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
  const caller =
    session && county !== undefined ? callerOfRoute(session, county, route.access, why) : undefined
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
    signal: gone.signal,
  }
}

function setCookie(reply: FastifyReply, name: string, { token, ends }: CookieChange): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const
  if (token === null) reply.clearCookie(name, options)
  else reply.setCookie(name, token, { ...options, expires: ends })
}

const eventLines = async function* (events: AsyncIterable<unknown>) {
  for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`
}

/** Everything a handler may answer with, seen from here. */
interface AnyReply {
  data?: unknown
  file?: Uint8Array | string
  type?: string
  name?: string
  events?: AsyncIterable<unknown>
  version?: string | number
  cookie?: CookieChange
  flowCookie?: CookieChange
}

async function send(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: AnyReply,
): Promise<unknown> {
  if (answer.cookie) setCookie(reply, cookieName, answer.cookie)
  if (answer.flowCookie) setCookie(reply, flowCookieName, answer.flowCookie)
  if (answer.version !== undefined) reply.header('etag', tagOf(answer.version))
  reply.header('cache-control', 'private, no-cache')
  if (
    route.method === 'GET' &&
    answer.version !== undefined &&
    versionIn(request.headers['if-none-match']) === String(answer.version)
  )
    return reply.code(304).send()
  if (answer.file !== undefined) {
    const name = encodeURIComponent(answer.name!)
    // Pages of ours are for reading at once; they hold no script, and the policy of the app lets none run.
    const how = answer.type!.startsWith('text/html') ? 'inline' : 'attachment'
    return reply
      .header('content-type', answer.type!)
      .header('content-disposition', `${how}; filename*=UTF-8''${name}`)
      .send(answer.file)
  }
  if (answer.events)
    return reply
      .header('content-type', 'text/event-stream')
      .send(Readable.from(eventLines(answer.events)))
  return answer.data === undefined ? reply.code(204).send() : reply.send(answer.data)
}

/**
 * Serves one route of the contract: who asks, whether they may, what was sent, then one call of the handler. Answers that
 * the schema does not know are a fault of ours and are not sent.
 */
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
    config: { rateLimit: { max: route.perMinute ?? context.perMinute, timeWindow: 60_000 } },
    handler: async (request, reply) => {
      const asked = await askedOf(route, request, context)
      const answer = (await handler(asked as unknown as Asked<R>)) as AnyReply
      if (route.answer.as === 'json') answer.data = route.answer.schema.parse(answer.data)
      return send(route, request, reply, answer)
    },
  })
}
