import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { finding } from '@kuashan/core/kernel/finding.ts'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { loggable } from './loggable.ts'
import { findingsOf, NotAnswered, problemOf } from './problem-answer.ts'
import { cookieName } from './send-answer.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Calls are counted by session, not by address. */
    ofSession?: boolean
  }
}

/** Where log lines go; they name calls, routes and times, never what people typed. */
export interface AppOptions {
  log: Log
  /** Other servers that pages may ask for tiles of a map, as they are now. */
  tileOrigins?: () => readonly string[]
}

/** Whether to log: to the standard output, or to something that takes lines. */
export type Log = boolean | { write(line: string): void }

/** Errors of Fastify itself in our words. */
function translated(error: { code?: string; statusCode?: number; message: string }): unknown {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new NotAnswered([finding('call-too-large', {}, { most: '4 MB' })])
  if (error.code?.startsWith('FST_ERR_CTP_') || error.statusCode === 400)
    return new NotAnswered([
      finding('call-malformed', { path: 'body' }, { field: 'body', problem: error.message }),
    ])
  return error
}

function sayProblem(reply: FastifyReply, error: unknown, call: string): FastifyReply {
  const problem = problemOf(findingsOf(error, call), call)
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

const sayAddressUnknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sayProblem(reply, new NotAnswered([finding('call-address-unknown', {})]), request.id)

/** A server without routes: headers, cookies, limits, and every error answered as a problem with a code. */
export async function makeApp({
  log,
  tileOrigins = () => [],
}: AppOptions): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    logger: log
      ? { level: 'info', serializers: loggable, ...(log === true ? {} : { stream: log }) }
      : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    // Addresses that are none, and parts of them that are too long.
    frameworkErrors: (_, request, reply) => sayAddressUnknown(request, reply),
    // A call that never ends its headers or body is not waited for.
    connectionTimeout: 120_000,
    requestTimeout: 120_000,
  }
  const app = Fastify(options)
  const tiles = () => tileOrigins().join(' ')
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', tiles],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", tiles],
        upgradeInsecureRequests: null,
      },
    },
    hsts: false,
  })
  await app.register(multipart)
  await app.register(rateLimit, {
    global: false,
    // People of one office share an address; whoever guesses at passwords has no session.
    keyGenerator: ({ cookies, ip, routeOptions }) =>
      (routeOptions.config.ofSession && cookies[cookieName]) || ip,
    errorResponseBuilder: (_, { ttl }) =>
      new NotAnswered([finding('too-many-calls', {}, { seconds: Math.ceil(ttl / 1000) })]),
  })
  app.setErrorHandler((error, request, reply) => {
    const known = translated(error as Parameters<typeof translated>[0])
    const problem = findingsOf(known, request.id)
    if (problem[0]!.code === 'server-fault') request.log.error({ err: error, call: request.id })
    return sayProblem(reply, known, request.id)
  })
  app.setNotFoundHandler(sayAddressUnknown)
  return app
}
