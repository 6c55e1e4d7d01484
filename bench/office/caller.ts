import { addressOf, type Call } from '@kuashan/contract/client.ts'
import type { AnswerOf, Route } from '@kuashan/contract/route.ts'
import { cookieName } from '@kuashan/server/serve/send-answer.ts'

const text = new TextDecoder()

/** One answer and how long it took, milliseconds from asking to its last byte. */
export interface Timed<R extends Route> {
  status: number
  data: AnswerOf<R>
  version: string
  took: number
}

export type TimedCaller = <R extends Route>(route: R, given: Call<R>) => Promise<Timed<R>>

/**
 * Calls as a browser does: packed answers, and what it has is asked for again by its version only. An answer is read when
 * somebody wants it: fifty browsers read on fifty machines, and this one is the server's.
 */
export function timedCaller(address: string, token: string): TimedCaller {
  const kept = new Map<string, { version: string; bytes: ArrayBuffer }>()
  return async (route, given) => {
    const url = `${address}${addressOf(route, given)}`
    const has = route.method === 'GET' ? kept.get(url) : undefined
    const started = performance.now()
    const response = await fetch(url, {
      method: route.method,
      headers: {
        cookie: `${cookieName}=${token}`,
        ...(has ? { 'if-none-match': has.version } : {}),
        ...(given.version === undefined ? {} : { 'if-match': given.version }),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })
    const answered = await response.arrayBuffer()
    const took = performance.now() - started
    const version = response.headers.get('etag') ?? ''
    const isSame = response.status === 304
    const bytes = isSame ? has!.bytes : answered
    if (!isSame && version !== '' && route.method === 'GET') kept.set(url, { version, bytes })
    return {
      status: isSame ? 200 : response.status,
      get data() {
        return (bytes.byteLength === 0 ? undefined : JSON.parse(text.decode(bytes))) as never
      },
      version,
      took,
    }
  }
}
