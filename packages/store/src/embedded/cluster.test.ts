import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCaller } from '../database/caller.ts'
import { withClient } from '../database/connect.ts'
import { brokenRules } from '../database/schema-rules.ts'
import { openStore } from '../open-store.ts'
import { createCounty, findCounty } from '../queries/counties.ts'
import { countyCode, openFolder, somebody } from '../store.fixture.ts'

const debian = '/usr/lib/postgresql/15/bin'
const planner = somebody('planner')

let folder: string
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const open = () => openStore({ folder, settings: ['fsync=off'] })
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

/** Whether something answers at an address of this machine. */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })

describe('the embedded database', () => {
  test('keeps its files and password to itself and listens on the loopback address only', async () => {
    const store = await open()
    const { port } = store.cluster!
    expect(await modeOf(join(folder, 'secrets.json'))).toBe(0o600)
    expect(await modeOf(join(folder, 'database'))).toBe(0o700)
    expect(await answers('127.0.0.1', port)).toBe(true)
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((face) => face && !face.internal && face.family === 'IPv4')
    for (const face of outside) expect(await answers(face!.address, port)).toBe(false)
    const stranger = store.adminUrl.replace(/:[0-9a-f]{64}@/, ':wrong@')
    await expect(withClient(stranger, async () => true)).rejects.toMatchObject({ code: '28P01' })
    await store.close()
    expect(await answers('127.0.0.1', port)).toBe(false)
  })

  test('keeps what it has over a stop and a start', async () => {
    const first = await open()
    const made = { name: '三谷县' }
    await first.as(ownCaller(countyCode, 'console'), (access) => createCounty(access, made))
    await first.close()
    const second = await open()
    expect(await second.as(planner, findCounty)).toMatchObject(made)
    await second.close()
  })

  test('is joined by a second process, which leaves it running; the keeper stops it', async () => {
    const keeper = await open()
    const program = fileURLToPath(new URL('open-and-wait.fixture.ts', import.meta.url))
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    await once(child, 'exit')
    await keeper.ping()
    await keeper.close()
  })

  test('whose process is killed with kill −9 goes on, and the next one takes it over', async () => {
    const program = fileURLToPath(new URL('open-and-wait.fixture.ts', import.meta.url))
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = await open()
    expect(await readFile(join(folder, 'keeper'), 'utf8')).toBe(String(process.pid))
    expect(await store.as(planner, findCounty)).toMatchObject({ county: countyCode })
    await store.close()
    expect(await answers('127.0.0.1', store.cluster!.port)).toBe(false)
  })

  test('killed itself with kill −9 comes back with what was kept', async () => {
    const store = await open()
    const pid = Number(
      (await readFile(join(folder, 'database', 'postmaster.pid'), 'utf8')).split('\n')[0],
    )
    process.kill(pid, 'SIGKILL')
    await expect(store.as(planner, findCounty)).rejects.toThrow('the database cannot be reached')
    await expect(store.ping()).rejects.toThrow('the database cannot be reached')
    await store.close()
    const again = await open()
    expect(await again.as(planner, findCounty)).toMatchObject({ county: countyCode })
    await again.close()
  })
})

describe.skipIf(!existsSync(debian))('PostgreSQL 15 of Debian', () => {
  test('takes the same migrations and guards as well', async () => {
    const other = await openFolder()
    const store = await openStore({ folder: other, binaries: debian, settings: ['fsync=off'] })
    await withClient(store.adminUrl, async (client) => {
      const { rows } = await client.query('SHOW server_version')
      expect(rows[0].server_version).toMatch(/^15\./)
      expect(await brokenRules(client)).toEqual([])
    })
    await store.as(ownCaller(countyCode, 'console'), (a) => createCounty(a, { name: 'x' }))
    expect(await store.as(planner, findCounty)).toMatchObject({ name: 'x' })
    await store.close()
    await rm(other, { recursive: true, force: true })
  })
})
