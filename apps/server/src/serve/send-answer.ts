import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
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
/** Up to here packing at once takes less of this thread than having another do it. */
const mostAtOnce = 32 * 1024

const packed = async (json: Buffer): Promise<Buffer> =>
  json.length <= mostAtOnce ? gzipSync(json, { level: 1 }) : gzipped(json, { level: 4 })

/** Sends bytes, packed where the browser takes them so. */
async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  written: WrittenAnswer,
): Promise<FastifyReply> {
  reply.header('vary', 'accept-encoding')
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!packs || written.json.length < fewestToPack) return reply.send(written.json)
  written.gzip ??= packed(written.json)
  return reply.header('content-encoding', 'gzip').send(await written.gzip)
}

const tagOfContent = (json: Buffer): string =>
  createHash('sha256').update(json).digest('base64url').slice(0, 22)

/** An answer by the route’s schema, as JSON. Answers that the schema does not know are a fault of ours and are not sent. */
async function writtenAnswer(
  { id, answer: { as, ...how } }: Route,
  request: FastifyRequest,
  { data, make, write, same, like = id, version }: AnyReply,
  kept: KeptAnswers,
): Promise<WrittenAnswer> {
  const { county = '' } = request.params as { county?: string }
  const bySchema = (value: unknown) =>
    as === 'json' ? (how as { schema: z.ZodType }).schema.parse(value) : value
  const asJson = async () => {
    const text = write ? await write() : JSON.stringify(bySchema(make ? await make() : data))
    return typeof text === 'string' ? Buffer.from(text) : text
  }
  if (same === undefined) return { json: await asJson() }
  return kept.written(`${like} ${county} ${same}`, async () => {
    const json = await asJson()
    return version === undefined ? { json, tag: tagOfContent(json) } : { json }
  })
}

/** Everything a handler may answer with, seen from here. */
export interface AnyReply {
  data?: unknown
  make?: () => unknown
  write?: () => string | Buffer | Promise<string | Buffer>
  same?: string
  like?: string
  file?: Uint8Array | string
  type?: string
  name?: string
  events?: AsyncIterable<unknown>
  version?: string | number
  alters?: true
  cookie?: CookieChange
  flowCookie?: CookieChange
}

const has = (request: FastifyRequest, version: string | number): boolean =>
  request.method === 'GET' && versionIn(request.headers['if-none-match']) === String(version)

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
  if (answer.version !== undefined && !answer.alters && has(request, answer.version))
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
  const { data, make, write, version } = answer
  if (data === undefined && !make && !write) return reply.code(204).send()
  const written = await writtenAnswer(route, request, answer, kept)
  if (version === undefined && written.tag !== undefined) {
    reply.header('etag', tagOf(written.tag))
    if (has(request, written.tag)) return reply.code(304).send()
  }
  reply.header('content-type', 'application/json; charset=utf-8')
  return sendBytes(request, reply, written)
}
