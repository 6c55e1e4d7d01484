import { timingSafeEqual } from 'node:crypto'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { Meters } from './meters.ts'

/** This machine itself, and not through a proxy on it. */
const isHere = ({ socket, headers }: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined

function bears({ headers }: FastifyRequest, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/**
 * Counts every call, and shows the figures at `/metrics`: to this machine alone, or with a token to whoever bears it. To
 * others there is nothing at this address.
 */
export function serveMeters(app: FastifyInstance, meters: Meters, token: string | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? (request.url.startsWith('/api/') ? 'unknown' : 'page')
    const seconds = reply.elapsedTime / 1000
    meters.called({ method, route, status: reply.statusCode, seconds })
  })
  app.get('/metrics', async (request, reply) => {
    if (!(token ? bears(request, token) : isHere(request)))
      throw new NotAnswered([finding('call-address-unknown', {})])
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await meters.text())
  })
}
