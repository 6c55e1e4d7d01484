import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refused } from '../database/refused.ts'
import { createScenario, listScenarios } from '../queries/scenarios.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  stageThreeValleys,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { askJob, cancelJob, finishJob, getJob, listJobs } from './jobs.ts'
import { openQueue, type Queue } from './queue.ts'
import { serveJobs, type Work } from './serve-jobs.ts'

const planner = somebody('planner')
let store: TestStore
let queue: Queue
let revision: string
beforeAll(async () => {
  store = await testStoreWithCounties()
  queue = await openQueue(store, ['count'])
  revision = await store.as(planner, (access) => stageThreeValleys(access))
})
afterAll(async () => {
  await queue.close(1)
  await store.remove()
})
afterEach(() => queue.boss.offWork('count'))

const ask = (workKey: string) =>
  store.as(planner, (a) => askJob(a, queue, { kind: 'count', workKey, input: { workKey } }))
const look = (job: string) => store.as(planner, (a) => getJob(a, job))

/** Until the job has ended; the test's own limit of time ends a wait that never does. */
async function ended(job: string) {
  for (;;) {
    const now = await look(job)
    if (now.endedAt) return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Work that leaves a trace in the database, so that doing it twice shows. */
const counting: Work = async (job, { progress }) => {
  await progress({ done: 1, of: 2 })
  const { workKey } = job.input as { workKey: string }
  return {
    save: async (access) => {
      await createScenario(access, { name: workKey, revision, changes: [] })
      return { counted: 7 }
    },
  }
}
const traces = async (name: string) =>
  (await store.as(planner, listScenarios)).filter((scenario) => scenario.name === name)

describe('a job', () => {
  test('asked for twice is one job, done once, as the asker', async () => {
    const [one, two] = await Promise.all([ask('twice'), ask('twice')])
    expect(one).toBe(two)
    await serveJobs(store, queue, 'count', counting)
    expect(await ended(one!)).toMatchObject({
      state: 'done',
      result: { counted: 7 },
      progress: { done: 1, of: 2 },
      askedBy: planner.account,
    })
    expect(await ask('twice')).toBe(one)
    expect(await traces('twice')).toMatchObject([{ madeBy: planner.account }])
  })

  test('delivered twice by the queue is done once', async () => {
    const job = await ask('delivered twice')
    await queue.boss.send('count', { county: countyCode, job })
    await serveJobs(store, queue, 'count', counting)
    await serveJobs(store, queue, 'count', counting)
    await ended(job)
    const again = await ask('after it')
    await ended(again)
    expect(await traces('delivered twice')).toHaveLength(1)
  })

  test('is not in the queue when the asker’s transaction is undone', async () => {
    await expect(
      store.as(planner, async (access) => {
        await askJob(access, queue, { kind: 'count', workKey: 'undone', input: {} })
        throw refused('store-busy')
      }),
    ).rejects.toThrow('store-busy')
    const waiting = await queue.boss.findJobs('count', { queued: true })
    expect(waiting).toEqual([])
    expect((await store.as(planner, (a) => listJobs(a))).map((j) => j.workKey)).not.toContain(
      'undone',
    )
  })

  test('that fails tells why, keeps nothing, and can be asked for again', async () => {
    const job = await ask('fails')
    await serveJobs(store, queue, 'count', async (asked, context) => ({
      ...(await counting(asked, context)),
      save: async (access) => {
        await createScenario(access, { name: 'fails', revision, changes: [] })
        throw refused('store-stale', { what: 'x', expected: 1 })
      },
    }))
    expect(await ended(job)).toMatchObject({ state: 'failed', problem: { code: 'store-stale' } })
    expect(await traces('fails')).toEqual([])
    await queue.boss.offWork('count')
    await ask('fails')
    await serveJobs(store, queue, 'count', counting)
    expect(await ended(job)).toMatchObject({ state: 'done' })
  })

  test('that is cancelled stops and keeps nothing', async () => {
    const job = await ask('cancelled')
    let started = () => undefined as undefined
    const running = new Promise<void>((resolve) => {
      started = () => resolve() as undefined
    })
    let stopped = false
    await serveJobs(store, queue, 'count', async (asked, context) => {
      started()
      await once(context.signal, 'abort')
      stopped = true
      return counting(asked, context)
    })
    await running
    await store.as(planner, (a) => cancelJob(a, job))
    expect(await ended(job)).toMatchObject({ state: 'cancelled' })
    await queue.boss.offWork('count')
    expect(stopped).toBe(true)
    expect(await traces('cancelled')).toEqual([])
    await expect(store.as(planner, (a) => cancelJob(a, job))).rejects.toThrow('store-not-found')
  })

  test('that is asked to finish keeps the best it has', async () => {
    const job = await ask('finished')
    const running = Promise.withResolvers<void>()
    await serveJobs(store, queue, 'count', async (asked, context) => {
      running.resolve()
      await once(context.finish, 'abort')
      expect(context.signal.aborted).toBe(false)
      return counting(asked, context)
    })
    await running.promise
    await expect(store.as(somebody('crew'), (a) => finishJob(a, job))).rejects.toThrow()
    await store.as(planner, (a) => finishJob(a, job))
    expect(await ended(job)).toMatchObject({ state: 'done', result: { counted: 7 } })
    expect(await traces('finished')).toHaveLength(1)
    await expect(store.as(planner, (a) => finishJob(a, job))).rejects.toThrow('store-not-found')
  })

  test('of another county cannot be seen, and crews ask for none', async () => {
    const job = await ask('seen')
    const elsewhere = somebody('planner', { county: otherCounty })
    await expect(store.as(elsewhere, (a) => getJob(a, job))).rejects.toThrow('store-not-found')
    await expect(
      store.as(somebody('crew'), (a) =>
        askJob(a, queue, { kind: 'count', workKey: 'c', input: 1 }),
      ),
    ).rejects.toThrow('store-not-allowed')
    await store.as(planner, (a) => cancelJob(a, job))
  })

  test('whose worker is killed with kill −9 is done by another, once', async () => {
    const job = await ask('killed')
    const program = fileURLToPath(new URL('dying-worker.fixture.ts', import.meta.url))
    const child = spawn(process.execPath, [program, ...store.reopen], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for (;;) {
      await once(child.stdout, 'data')
      if ((await look(job)).state === 'running') break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    await serveJobs(store, queue, 'count', counting)
    expect(await ended(job)).toMatchObject({ state: 'done' })
    expect(await traces('killed')).toHaveLength(1)
  })
})
