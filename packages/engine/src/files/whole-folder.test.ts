import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atomicWrite } from './atomic-write.ts'
import { writeWholeFolder } from './whole-folder.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'whole-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const failsHalfway = (dir: string) =>
  writeWholeFolder(dir, async () => {
    await writeFile(join(dir, 'county.yaml'), 'half')
    throw new Error('full')
  })

test('a folder that was absent is absent again, an empty one is empty again', async () => {
  const absent = join(home, 'absent')
  await expect(failsHalfway(absent)).rejects.toThrow('full')
  expect(existsSync(absent)).toBe(false)
  const empty = join(home, 'empty')
  await mkdir(empty)
  await expect(failsHalfway(empty)).rejects.toThrow('full')
  expect(await readdir(empty)).toEqual([])
})

test('of a folder that held something nothing is deleted', async () => {
  const full = join(home, 'full')
  await mkdir(full)
  await writeFile(join(full, 'mine.txt'), 'mine')
  await expect(failsHalfway(full)).rejects.toThrow('full')
  expect(await readdir(full)).toContain('mine.txt')
})

test('a file that cannot be written leaves nothing beside it, and its error names it', async () => {
  const taken = join(home, 'taken')
  await mkdir(join(taken, 'inner'), { recursive: true })
  await expect(atomicWrite(taken, 'x')).rejects.toMatchObject({ path: taken })
  expect((await readdir(home)).filter((name) => name.endsWith('.part'))).toEqual([])
})
