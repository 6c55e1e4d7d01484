import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@kuashan/store/database/new-id.ts'
import { expect, test } from 'vitest'
import { NotAnswered } from '../serve/problem-answer.ts'
import { openEditDesk } from './edit-desk.ts'

test('what the store says in a thread of edits is said here, and a thread that died is replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edits-'))
  // Whoever connects waits for an answer until the door is shut.
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const adminUrl = `postgres://nobody:nothing@127.0.0.1:${port}/none`
  const desk = openEditDesk({ folder, adminUrl, cache: folder, workers: 1 })
  const caller = {
    county: '331199000000',
    account: newId(),
    role: 'planner',
    area: '',
    purpose: 'planning',
    why: '',
  } as const
  const ask = () => desk.ask('open', { caller, plan: newId() })
  const connected = once(silent, 'connection')
  const cutOff = expect(ask()).rejects.toThrow('ended with code')
  await connected
  await desk.close()
  await cutOff
  silent.close()
  const refusal = await ask().catch((error) => error)
  expect(refusal).toBeInstanceOf(NotAnswered)
  expect(refusal.findings).toMatchObject([{ code: 'database-away' }])
  await desk.close()
  await rm(folder, { recursive: true })
})
