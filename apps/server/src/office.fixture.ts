import { fileURLToPath } from 'node:url'
import { addressOf, type Call, type FilesForm } from '@kuashan/contract/client.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import type { AnswerOf, Route } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Grant } from '@kuashan/contract/session.ts'
import { createAccount, grantRole } from '@kuashan/store/accounts/accounts.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { openSession } from '@kuashan/store/accounts/sign-in.ts'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type TestStore, testStore } from '@kuashan/store/store.fixture.ts'
import type { FastifyInstance } from 'fastify'
import { setUpOffice } from './county/set-up-office.ts'
import { openServer, type ServerOptions } from './open-server.ts'
import { cookieName } from './serve/send-answer.ts'

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

/** A call on its way to a server, in this process or another, and what comes back. */
type Send = (call: {
  method: Route['method']
  url: string
  headers: Record<string, string>
  body: object | undefined
}) => Promise<{ status: number; header(name: string): string; bytes: Buffer }>

/** Somebody who calls with a session’s token; '' for nobody. */
export const callerWith =
  (send: Send, token: string): Caller =>
  async (route, given) => {
    const { status, header, bytes } = await send({
      method: route.method,
      url: addressOf(route, given),
      headers: {
        ...(token ? { cookie: `${cookieName}=${token}` } : {}),
        ...(given.version === undefined ? {} : { 'if-match': given.version }),
        ...(given.why === undefined ? {} : { 'x-why': encodeURIComponent(given.why) }),
      },
      body: (given.body ?? given.form) as object | undefined,
    })
    const type = header('content-type')
    const data =
      type.includes('json') && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined
    return {
      status,
      data,
      type,
      bytes,
      version: header('etag'),
      code: status >= 400 ? data.findings[0].code : undefined,
    }
  }

/** Signs somebody in by their password. */
export async function signedIn(send: Send, county: string, login: string): Promise<Caller> {
  const { status, header } = await send({
    method: 'POST',
    url: routes.session.start.path,
    headers: {},
    body: { county, login, password: passwordOf(login) },
  })
  const token = status < 300 ? /=([^;]*)/.exec(header('set-cookie'))![1]! : ''
  return callerWith(send, decodeURIComponent(token))
}

const sendInto =
  (app: FastifyInstance): Send =>
  async ({ method, url, headers, body }) => {
    const payload = body === undefined ? {} : { payload: body }
    const response = await app.inject({ method, url, headers, ...payload })
    const header = (name: string) => String(response.headers[name] ?? '')
    return { status: response.statusCode, header, bytes: response.rawPayload }
  }

/** Signs somebody of a county in to a server of this process. */
export const signedInto = (app: FastifyInstance, county: string, login: string): Promise<Caller> =>
  signedIn(sendInto(app), county, login)

/** Sets a store up around a county folder, everybody with a password. Returns the county. */
export async function setUpFor(store: TestStore, folder: string): Promise<string> {
  const { seats } = await setUpOffice(store, folder)
  for (const { login, token } of seats) await useLink(store, token, passwordOf(login), Date.now())
  return seats[0]!.token.slice(0, 12)
}

/** A whole office around the hand-checked example: real database, real server, an account for each role. */
export async function openOffice(
  on?: TestStore,
  options: Partial<ServerOptions> = {},
): Promise<Office> {
  const store = on ?? (await testStore())
  const county = await setUpFor(store, example)
  const app = await openServer({
    store,
    cache: `${store.folder}/cache`,
    perMinute: 10_000,
    ...options,
  })
  return {
    county,
    store,
    app,
    as: (login) => signedInto(app, county, login),
    close: async () => {
      await app.close()
      await store.remove()
    },
  }
}

/** Opens an account with these grants, signed in without a password. Returns the token of its session. */
export async function sessionWith(
  { store, county }: Pick<Office, 'county' | 'store'>,
  name: string,
  ...grants: readonly Grant[]
): Promise<string> {
  const console = { ...ownCaller(county, 'console'), why: 'test' }
  const account = await store.as(console, async (access) => {
    const account = await createAccount(access, { login: newId(), name })
    for (const grant of grants) await grantRole(access, account, grant)
    return account
  })
  const open = (access: Access) => openSession(access, account, Date.now())
  return store.as(ownCaller(county, 'gate'), open)
}

/** Somebody with these grants, signed in without a password. */
export async function seatWith(
  office: Pick<Office, 'county' | 'store' | 'app'>,
  ...grants: readonly Grant[]
): Promise<Caller> {
  return callerWith(sendInto(office.app), await sessionWith(office, newId(), ...grants))
}

/** Files to send, by their names. */
export function filesForm(files: Readonly<Record<string, string | Uint8Array>>): FilesForm {
  const form = new FormData()
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([content as string | Uint8Array<ArrayBuffer>]), name)
  return form
}

/** Waits until a job has ended. */
export async function ended(call: Caller, county: string, job: string): Promise<Job> {
  for (;;) {
    const { data } = await call(routes.jobs.get, { params: { county, job } })
    if (data.endedAt !== null) return data
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Has a file of a plan made and takes it. */
export async function takeFile(call: Caller, county: string, plan: string, file: PlanFile) {
  const made = await call(routes.planFiles.make, { params: { county, plan }, body: { file } })
  const { state, result } = await ended(call, county, made.data.id)
  if (state !== 'done') throw new Error(`${file} is ${state}`)
  return call(routes.planFiles.made, { params: { county, plan, job: result! } })
}
