import type { Purpose, Role } from '@kuashan/core/people/role.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** These roles, for this purpose; for the purpose `emergency` it is enough to hold the role. */
export interface Way {
  roles: readonly Role[]
  purpose: Purpose
}

interface ByRole extends Way {
  open: 'roles'
  /** Further ways in. */
  also?: readonly Way[]
  /** What it shows or changes has no area: grants bound to one do not open it. */
  whole?: true
  /** In an emergency that they declared, whoever answers for people’s safety comes in for that. */
  emergency?: true
}

/**
 * Who may call a route: anybody, anybody signed in, or some roles for some purpose. The rows a caller sees are decided by
 * the store's policies; this only opens the door.
 */
export type Access = { open: 'anybody' } | { open: 'signed-in' } | ByRole

/** What comes back: JSON by a schema, a stream of server-sent events, a file to save, or nothing. */
export type Answer<A extends z.ZodType = z.ZodType> =
  | { as: 'json'; schema: A }
  | { as: 'events'; schema: A }
  | { as: 'file'; type: string }
  | { as: 'nothing' }

/** What is sent: JSON by a schema, or files of at most so many bytes together. */
export type Body<B extends z.ZodType = z.ZodType> =
  | { as: 'json'; schema: B }
  | { as: 'files'; mostBytes: number; mostFiles: number }
  | { as: 'nothing' }

export interface Route<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends Body = Body,
  A extends Answer = Answer,
> {
  /** `topic.verb`; names the handler, the client's function and the operation in the OpenAPI document. */
  id: string
  method: Method
  /** With `{name}` for each key of `params`. Everything of a county begins with `/api/counties/{county}`. */
  path: string
  what: Words
  params: P
  query: Q
  body: B
  answer: A
  access: Access
  /** A GET answers with an ETag; a write must send If-Match and is refused when somebody else wrote first. */
  versioned: boolean
  /** A look at personal records: header X-Why (percent-encoded) says in words what for. It is kept in the audit. */
  reasoned?: boolean
  /** Calls of one caller in a minute; the server's usual limit where it is left out. */
  perMinute?: number
}

type Given<P, Q, B, A> = Partial<Pick<Route, 'versioned' | 'reasoned' | 'perMinute'>> &
  Pick<Route, 'id' | 'method' | 'path' | 'what' | 'access'> & {
    params?: P
    query?: Q
    body?: B
    answer?: A
  }

const none = z.strictObject({})

/** A route with its gaps filled: no parameters, no query, no body, no answer. */
export function route<
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  const B extends Body = { as: 'nothing' },
  const A extends Answer = { as: 'nothing' },
>(given: Given<P, Q, B, A>): Route<P, Q, B, A> {
  return {
    versioned: false,
    ...given,
    params: given.params ?? (none as unknown as P),
    query: given.query ?? (none as unknown as Q),
    body: given.body ?? ({ as: 'nothing' } as B),
    answer: given.answer ?? ({ as: 'nothing' } as A),
  }
}

export const json = <S extends z.ZodType>(schema: S): { as: 'json'; schema: S } => ({
  as: 'json',
  schema,
})

export const events = <S extends z.ZodType>(schema: S): { as: 'events'; schema: S } => ({
  as: 'events',
  schema,
})

/** What a handler is given of the body: parsed JSON, or nothing where the body is a stream of files. */
export type BodyOf<R> =
  R extends Route<infer _P, infer _Q, infer B, infer _A>
    ? B extends { as: 'json'; schema: infer S extends z.ZodType }
      ? z.output<S>
      : undefined
    : never

/** What a handler answers with; what a client receives is the same after JSON. */
export type AnswerOf<R> =
  R extends Route<infer _P, infer _Q, infer _B, infer A>
    ? A extends { as: 'json' | 'events'; schema: infer S extends z.ZodType }
      ? z.output<S>
      : undefined
    : never

export type ParamsOf<R> =
  R extends Route<infer P, infer _Q, infer _B, infer _A> ? z.output<P> : never
export type QueryOf<R> =
  R extends Route<infer _P, infer Q, infer _B, infer _A> ? z.output<Q> : never
