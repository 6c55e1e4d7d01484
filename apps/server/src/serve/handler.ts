import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '@kuashan/contract/route.ts'
import type { routes } from '@kuashan/contract/routes.ts'
import type { Session } from '@kuashan/store/accounts/session.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'

/** A file of an upload, read into memory up to the route’s limit. */
export interface Upload {
  name: string
  bytes: Uint8Array
}

/** What a handler is given. Everything has been parsed by the route’s schemas, and the caller may call the route. */
export interface Asked<R extends Route> {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  files: readonly Upload[]
  /** Null only where the route is open to anybody. */
  session: Session | null
  /** The session’s token; '' where there is none. */
  token: string
  /** Token of a sign-in by the provider that is under way; '' where there is none. */
  flow: string
  store: Store
  /** The caller in the county of the address, as the store knows callers; only on routes of a county. */
  caller: Caller
  /** What `If-Match` says, without quotes; '' where the route is not versioned or reads. */
  version: string
  /** Number of the call in the log. */
  call: string
  /** Ends when the client goes away or the server stops. */
  signal: AbortSignal
}

/** Cookie to set, or to take away. */
export interface CookieChange {
  token: string | null
  ends: Date
}

/** What a handler answers: data (with the version it stands at), a file, or a stream of events. */
export type Reply<R extends Route> = R extends { answer: { as: 'json' } }
  ? (
      | { data: AnswerOf<R> }
      /** The data, asked for where the answer is not kept. */
      | { make: () => AnswerOf<R> | Promise<AnswerOf<R>> }
      /** JSON of what the route’s schema has taken before; asked for where it is not kept. */
      | { write: () => string | Buffer | Promise<string | Buffer> }
    ) & {
      version?: string | number
      /** The answer may change while its version stands: it is sent every time, never told as unchanged. */
      alters?: true
      cookie?: CookieChange
      flowCookie?: CookieChange
      /**
       * What the answer is called among those of the route and county: equal names, equal answers. It is then written once,
       * and one without a version is known by its content to a browser that has it.
       */
      same?: string
      /** Id of another route of which this is an answer too, under that name. */
      like?: string
    }
  : R extends { answer: { as: 'file' } }
    ? { file: Uint8Array | string; type: string; name: string; version?: string | number }
    : R extends { answer: { as: 'events' } }
      ? { events: AsyncIterable<AnswerOf<R>> }
      : { cookie?: CookieChange; version?: string | number }

export type Handler<R extends Route> = (asked: Asked<R>) => Promise<Reply<R>>

type Topics = typeof routes

/** Handlers of a topic: one for each of its routes, by name. */
export type TopicHandlers<T extends keyof Topics> = {
  [N in keyof Topics[T]]: Topics[T][N] extends Route ? Handler<Topics[T][N]> : never
}

/** A handler for every route there is; one that is missing does not compile. */
export type Handlers = { [T in keyof Topics]: TopicHandlers<T> }
