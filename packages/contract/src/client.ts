import { Problem } from './problem.ts'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route.ts'

/** A form with files as the platform knows it (`FormData`); the client hands it on as it is. */
export type FilesForm = { append(name: string, value: never, fileName?: string): void }

/** The few things of `fetch` that are needed, so that the client runs wherever there is one like it; who wants to abort a call binds the signal in it. */
export type Fetch = (
  address: string,
  init: { method: string; headers: Record<string, string>; body?: string | FilesForm },
) => Promise<{
  status: number
  headers: { get(name: string): string | null }
  json(): Promise<unknown>
}>

/** An answer that is not what was asked for. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export interface Call<R extends Route> {
  params: ParamsOf<R>
  query?: QueryOf<R>
  body?: BodyOf<R>
  /** Where the route takes files: a form with one part for each. */
  form?: FilesForm
  /** Version that is being changed, as an earlier answer gave it. */
  version?: string
  /** Why a personal record is looked at; where the route asks for it. */
  why?: string
}

export interface Answered<R extends Route> {
  data: AnswerOf<R>
  version: string | null
}

/** The address of a call: `{name}` filled, the query behind it. */
export function addressOf<R extends Route>(
  route: R,
  { params, query }: Pick<Call<R>, 'params' | 'query'>,
): string {
  const given = params as Record<string, unknown>
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given[name])),
  )
  const asked = Object.entries((query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return asked.length > 0 ? `${path}?${asked.join('&')}` : path
}

/**
 * Calls a route. Throws `ProblemError` where the server answers with a problem; a failure of the network passes through.
 * The answer is parsed by the route's schema, so a server of another version is found out at once.
 */
export async function call<R extends Route>(
  fetch: Fetch,
  route: R,
  given: Call<R>,
): Promise<Answered<R>> {
  const response = await fetch(addressOf(route, given), {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(given.version === undefined ? {} : { 'if-match': given.version }),
      ...(given.why === undefined ? {} : { 'x-why': encodeURIComponent(given.why) }),
    },
    ...(given.form === undefined ? {} : { body: given.form }),
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  })
  if (response.status >= 400) throw new ProblemError(Problem.parse(await response.json()))
  const data =
    route.answer.as === 'json' ? route.answer.schema.parse(await response.json()) : undefined
  return { data: data as AnswerOf<R>, version: response.headers.get('etag') }
}
