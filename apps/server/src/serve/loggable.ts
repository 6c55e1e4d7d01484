import type { FastifyRequest } from 'fastify'

interface Thrown {
  name?: string
  code?: string
  stack?: string
  cause?: unknown
}

/** Where it was thrown, without its message: messages quote values, and values are names and numbers of people. */
const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))

/** A type, as Fastify wants an index that interfaces don’t have. */
type LoggedError = {
  type: string
  message: string
  code: string
  stack: string
  cause?: LoggedError
}

function loggedError(error: unknown): LoggedError {
  const { name, code, stack, cause } = (error ?? {}) as Thrown
  const frames = framesOf(stack).map((line) => line.trim())
  return {
    type: /^\w+$/.test(name ?? '') ? name! : 'unknown',
    message: 'left out: it may name people',
    code: /^\w+$/.test(String(code ?? '')) ? String(code ?? '') : '',
    stack: frames.join('\n'),
    ...(cause instanceof Error ? { cause: loggedError(cause) } : {}),
  }
}

/** What of a call and an error gets into the log: never an address as it was typed, a body, or a message. */
export const loggable = {
  req: ({ method, routeOptions, id }: FastifyRequest) => ({
    method,
    route: routeOptions?.url ?? 'unknown',
    call: id,
  }),
  err: loggedError,
}
