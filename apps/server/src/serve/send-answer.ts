import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Route } from '@kuashan/contract/route.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { CookieChange } from './handler.ts'
import type { KeptAnswers, WrittenAnswer } from './kept-answers.ts'

export const cookieName = 'kuashan-session'
export const flowCookieName = 'kuashan-sign-in'

const tagOf = (version: string | number): string => `"${version}"`
export const versionIn = (header: string | undefined): string =>
  (header ?? '').replace(/^(W\/)?"?|"?$/g, '')

function setCookie(reply: FastifyReply, name: string, { token, ends }: CookieChange): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const
  if (token === null) reply.clearCookie(name, options)
  else reply.setCookie(name, token, { ...options, expires: ends })
}

const eventLines = async function* (events: AsyncIterable<unknown>) {
  for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`
}

const gzipped = promisify(gzip)
/** Less is not worth the work. */
const fewestToPack = 1400

/** Sends bytes, packed where the browser takes them so. */
async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  written: WrittenAnswer,
): Promise<FastifyReply> {
  reply.header('vary', 'accept-encoding')
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!packs || written.json.length < fewestToPack) return reply.send(written.json)
  written.gzip ??= gzipped(written.json, { level: 4 })
  return reply.header('content-encoding', 'gzip').send(await written.gzip)
}

/** An answer by the route’s schema, as JSON. Answers that the schema does not know are a fault of ours and are not sent. */
async function writtenAnswer(
  { id, answer: { as, ...how } }: Route,
  request: FastifyRequest,
  { data, write, same }: AnyReply,
  kept: KeptAnswers,
): Promise<WrittenAnswer> {
  const { county = '' } = request.params as { county?: string }
  const name = `${id} ${county} ${same}`
  const before = same === undefined ? undefined : kept.get(name)
  if (before) return before
  const bySchema = () => (as === 'json' ? (how as { schema: z.ZodType }).schema.parse(data) : data)
  const written = { json: Buffer.from(write ? await write() : JSON.stringify(bySchema())) }
  if (same !== undefined) kept.keep(name, written)
  return written
}

/** Everything a handler may answer with, seen from here. */
export interface AnyReply {
  data?: unknown
  write?: () => Promise<string>
  same?: string
  file?: Uint8Array | string
  type?: string
  name?: string
  events?: AsyncIterable<unknown>
  version?: string | number
  alters?: true
  cookie?: CookieChange
  flowCookie?: CookieChange
}

/** Sends what a handler answered: cookies, version, and data, file or events. */
export async function sendAnswer(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: AnyReply,
  kept: KeptAnswers,
): Promise<unknown> {
  if (answer.cookie) setCookie(reply, cookieName, answer.cookie)
  if (answer.flowCookie) setCookie(reply, flowCookieName, answer.flowCookie)
  if (answer.version !== undefined) reply.header('etag', tagOf(answer.version))
  reply.header('cache-control', 'private, no-cache')
  if (
    route.method === 'GET' &&
    answer.version !== undefined &&
    !answer.alters &&
    versionIn(request.headers['if-none-match']) === String(answer.version)
  )
    return reply.code(304).send()
  if (answer.file !== undefined) {
    const name = encodeURIComponent(answer.name!)
    // Pages of ours are for reading at once; they hold no script, and the policy of the app lets none run.
    const how = answer.type!.startsWith('text/html') ? 'inline' : 'attachment'
    reply
      .header('content-type', answer.type!)
      .header('content-disposition', `${how}; filename*=UTF-8''${name}`)
    return typeof answer.file === 'string'
      ? sendBytes(request, reply, { json: Buffer.from(answer.file) })
      : reply.send(answer.file)
  }
  if (answer.events)
    return reply
      .header('content-type', 'text/event-stream')
      .send(Readable.from(eventLines(answer.events)))
  if (answer.data === undefined && !answer.write) return reply.code(204).send()
  reply.header('content-type', 'application/json; charset=utf-8')
  return sendBytes(request, reply, await writtenAnswer(route, request, answer, kept))
}
