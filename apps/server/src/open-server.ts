import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { JobKind } from '@kuashan/contract/jobs.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { openQueue } from '@kuashan/store/jobs/queue.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import type { FastifyInstance } from 'fastify'
import { countyShelf } from './county/county-shelf.ts'
import { learnOrigins, mapShelf } from './county/map-shelf.ts'
import { sweep } from './county/sweep.ts'
import type { Desk } from './handlers/desk.ts'
import { handlersOf } from './handlers/handlers.ts'
import { openMeters } from './meters/meters.ts'
import { serveMeters } from './meters/serve-meters.ts'
import type { Handler } from './serve/handler.ts'
import { KeptAnswers } from './serve/kept-answers.ts'
import { type Log, makeApp } from './serve/make-app.ts'
import { serveRoute } from './serve/serve-route.ts'
import { openProvider } from './sign-in/provider.ts'
import type { ProviderSettings } from './sign-in/provider-settings.ts'
import { openEditDesk } from './threads/edit-desk.ts'
import { keepWorking } from './threads/keep-working.ts'
import { askFirstWork } from './work/first-work.ts'
import { regularly } from './work/regularly.ts'
import { sealEverywhere } from './work/seal-everywhere.ts'

export interface ServerOptions {
  store: Store
  /** Where revisions are laid out; may be deleted at any time while nothing runs. */
  cache: string
  /** Folder with map files of the county’s own. */
  maps?: string
  /** The planner of an office just set up: then it is measured and a first plan made. */
  first?: Caller | undefined
  log?: Log
  /** With it the figures at /metrics are shown to whoever bears it; without, to this machine alone. */
  metricsToken?: string | undefined
  /** An OpenID provider to sign in by, besides passwords. */
  provider?: ProviderSettings | undefined
  /** Threads for one piece of long work. */
  workers?: number
  /** Calls of one caller in a minute where a route says nothing else. */
  perMinute?: number
}

const sealEveryMs = 60_000
const reviveEveryMs = 2_000
const sweepEveryMs = 3_600_000

/** Addresses of the server’s own, besides the calls. */
const own: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics'])

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Addresses of pages are the app’s own; only what looks like a file or a call is looked for on the server. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(webFolder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    preCompressed: true,
    // Names of what is built hold a hash of its content; the page that names them is asked for each time.
    setHeaders: (reply, path) => {
      if (path.includes('/assets/'))
        reply.header('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  // The page that has a file made bears the name of the file.
  const isFile = (path: string) => /\.\w+$/.test(path) && !path.startsWith('/plans/')
  const page = (path: string) => !path.startsWith('/api/') && !isFile(path) && !own.has(path)
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!
    if (request.method === 'GET' && page(path)) return reply.sendFile('index.html')
  })
}

/** The whole server: every route of the contract, health, and the web app. Not listening yet. */
export async function openServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, cache, log = false, workers = 2, perMinute = 600 } = options
  const maps = mapShelf(options.maps ?? join(cache, 'maps'))
  await learnOrigins(maps, store)
  const app = await makeApp({ log, tileOrigins: () => maps.origins })
  const queue = await openQueue(store, JobKind.options)
  const { folder, adminUrl } = store
  const thread = { folder, adminUrl, cache, workers }
  const edits = openEditDesk(thread)
  const desk: Desk = {
    shelf: countyShelf(cache),
    queue,
    maps,
    edits,
    now: Date.now,
    provider: options.provider ? openProvider(options.provider) : null,
  }
  const meters = openMeters(store, queue, JobKind.options)
  serveMeters(app, meters, options.metricsToken)
  const stopWorking = keepWorking(thread, meters.worked)
  const stopSealing = regularly(sealEveryMs, () => sealEverywhere(store))
  // The embedded database is started again when it has gone: somebody killed it, or it gave up on a full disk.
  const revive = () => store.ping().catch(() => store.cluster?.revive())
  const stopReviving = regularly(reviveEveryMs, revive)
  const stopSweeping = regularly(sweepEveryMs, () => sweep(cache, Date.now()), { atOnce: true })
  app.addHook('onClose', async () => {
    await stopReviving()
    await stopSealing()
    await stopSweeping()
    await stopWorking()
    await edits.close()
    await queue.close()
    await meters.close()
  })
  if (options.first) await askFirstWork(store, queue, options.first)
  const stopping = new AbortController()
  let idle: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    stopping.abort()
    // A connection that answers yet is idle afterwards, and would be kept alive for more than a minute.
    idle = setInterval(() => app.server.closeIdleConnections(), 100)
  })
  app.addHook('onClose', async () => clearInterval(idle))
  const kept = new KeptAnswers()
  const context = { store, now: Date.now, perMinute, kept, stopping: stopping.signal }
  const handlers = handlersOf(desk) as Record<string, Record<string, Handler<Route>>>
  for (const [topic, of] of Object.entries(routes))
    for (const [name, route] of Object.entries(of) as [string, Route][])
      serveRoute(app, route, handlers[topic]![name]!, context)
  app.get('/health', async () => ({ state: 'running' }))
  app.get('/ready', async () => {
    await store.ping()
    return { state: 'ready' }
  })
  await serveWeb(app)
  return app
}
