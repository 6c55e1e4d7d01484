import { openStore } from '@kuashan/store/open-store.ts'
import { openServer } from './open-server.ts'

/** A server in a process of its own, on a store that is there; says its address. For being killed. */
const [folder, databaseUrl, database] = process.argv.slice(2)
const store = await openStore({
  folder: folder!,
  ...(databaseUrl ? { databaseUrl, database: database! } : {}),
})
const app = await openServer({ store, cache: `${folder}/cache`, perMinute: 10_000 })
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
