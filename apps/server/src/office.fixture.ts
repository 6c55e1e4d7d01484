import { fileURLToPath } from 'node:url'
import { addressOf, type Call } from '@kuashan/contract/client.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import type { AnswerOf, Route } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { type TestStore, testStore } from '@kuashan/store/store.fixture.ts'
import type { FastifyInstance } from 'fastify'
import { setUpOffice } from './county/set-up-office.ts'
import { openServer } from './open-server.ts'
import { cookieName } from './serve/serve-route.ts'

/** The hand-checked county. */
export const example = fileURLToPath(new URL('../../../examples/three-valleys', import.meta.url))

/** One answer of the server. */
export interface Said<R extends Route> {
  status: number
  data: AnswerOf<R>
  version: string
  /** Media type of the answer, and its bytes. */
  type: string
  bytes: Buffer
  /** Code of the first finding where it is a problem. */
  code: string | undefined
}

/** Somebody signed in. */
export type Caller = <R extends Route>(route: R, given: Call<R>) => Promise<Said<R>>

export interface Office {
  county: string
  store: TestStore
  app: FastifyInstance
  as(login: string): Promise<Caller>
  close(): Promise<void>
}

/** The password of an account of the test office. */
export const passwordOf = (login: string): string => `${login} goes over the mountain`

/** A whole office around the hand-checked example: real database, real server, an account for each role. */
export async function openOffice(): Promise<Office> {
  const store = await testStore()
  const { seats } = await setUpOffice(store, example)
  for (const { login, token } of seats) await useLink(store, token, passwordOf(login), Date.now())
  const app = await openServer({ store, cache: `${store.folder}/cache`, perMinute: 10_000 })
  const county = seats[0]!.token.slice(0, 12)
  const callerWith =
    (token: string): Caller =>
    async (route, given) => {
      const response = await app.inject({
        method: route.method,
        url: addressOf(route, given),
        cookies: token ? { [cookieName]: token } : {},
        headers: {
          ...(given.version === undefined ? {} : { 'if-match': given.version }),
          ...(given.why === undefined ? {} : { 'x-why': encodeURIComponent(given.why) }),
        },
        ...(given.body === undefined ? {} : { payload: given.body as object }),
        ...(given.form === undefined ? {} : { payload: given.form as FormData }),
      })
      const type = String(response.headers['content-type'] ?? '')
      const body = type.includes('json') && response.body !== '' ? response.json() : undefined
      return {
        status: response.statusCode,
        data: body,
        type,
        bytes: response.rawPayload,
        version: String(response.headers.etag ?? ''),
        code: response.statusCode >= 400 ? body.findings[0].code : undefined,
      }
    }
  return {
    county,
    store,
    app,
    as: async (login) => {
      const response = await app.inject({
        method: 'POST',
        url: routes.session.start.path,
        payload: { county, login, password: passwordOf(login) },
      })
      return callerWith(response.cookies[0]?.value ?? '')
    },
    close: async () => {
      await app.close()
      await store.remove()
    },
  }
}

/** Waits until a job has ended. */
export async function ended(call: Caller, county: string, job: string): Promise<Job> {
  for (;;) {
    const { data } = await call(routes.jobs.get, { params: { county, job } })
    if (data.endedAt !== null) return data
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
