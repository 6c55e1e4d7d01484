import { openStore } from '../open-store.ts'
import { somebody, stageThreeValleys } from '../store.fixture.ts'

/** A process of its own that dies by kill −9 when its import has written everything and kept nothing yet. */
const [folder, databaseUrl, database] = process.argv.slice(2)
const store = await openStore({
  folder: folder!,
  ...(databaseUrl ? { databaseUrl, database: database! } : {}),
})
await store.as(somebody('planner'), async (access) => {
  await stageThreeValleys(access)
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => undefined)
})
