import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRegisterFile } from './register-files.ts'
import { readTableFiles } from './table-files.ts'

test.each([
  ['people.csv', true],
  ['today/居民名册（东乡）.xlsx', true],
  ['People-2026.CSV', true],
  ['peoples-houses.csv', false],
  ['居民点.csv', false],
  ['people.yaml', false],
])('%s is a register of people: %s', (path, is) => {
  expect(isRegisterFile(path)).toBe(is)
})

test('a register in a county folder is named and not opened', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'register-'))
  await writeFile(join(dir, 'people.csv'), 'id,name\nP1,=cmd|蓝小山')
  const { sources, findings } = await readTableFiles(dir, null)
  expect(sources).toEqual({})
  expect(findings).toMatchObject([{ code: 'people-table-apart', at: { file: 'people.csv' } }])
  await rm(dir, { recursive: true })
})
