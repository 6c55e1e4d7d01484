import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@kuashan/store/database/new-id.ts'
import { expect, test } from 'vitest'
import { NotAnswered } from '../serve/problem-answer.ts'
import { openEditDesk } from './edit-desk.ts'

test('what the store says in a thread of edits is said here, and a thread that died is replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edits-'))
  // Nobody listens at this port.
  const adminUrl = 'postgres://nobody:nothing@127.0.0.1:9/none'
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
  const refusal = await ask().catch((error) => error)
  expect(refusal).toBeInstanceOf(NotAnswered)
  expect(refusal.findings).toMatchObject([{ code: 'database-away' }])
  const cutOff = ask()
  await desk.close()
  await expect(cutOff).rejects.toThrow('ended with code')
  await expect(ask()).rejects.toThrow('database-away')
  await desk.close()
  await rm(folder, { recursive: true })
})
