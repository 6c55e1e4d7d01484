import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpCounty } from '@kuashan/store/accounts/console.ts'
import { useLink } from '@kuashan/store/accounts/links.ts'
import { signIn } from '@kuashan/store/accounts/sign-in.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

const county = '331199000000'
const password = 'a sentence nobody guesses'
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'store-commands-'))
  await chmod(root, 0o755)
})
afterAll(() => rm(root, { recursive: true, force: true }))

test('backup, restore and recover work from the console, beside a running store', async () => {
  const [old, fresh, file] = ['old', 'new', 'today.backup'].map((name) => join(root, name))
  const [from, to] = await Promise.all([openStore({ folder: old! }), openStore({ folder: fresh! })])
  await setUpCounty(from, { code: county, name: '三谷县' }, { login: 'chen', name: '陈' })
  const saved = await kuashan(['backup', file!, '--data', old!, '--json'])
  expect(saved).toMatchObject({ code: 0 })

  const back = await kuashan(['restore', file!, '--data', fresh!, '--json'])
  expect(JSON.parse(back.out)).toEqual(JSON.parse(saved.out))
  const twice = await kuashan(['restore', file!, '--data', fresh!])
  expect(twice.code).toBe(1)
  expect(twice.err).toContain('not empty')

  const recover = ['--data', fresh!, '--reason', 'left the paper at home', '--json']
  const nobody = await kuashan(['recover', county, 'nobody', ...recover])
  expect(nobody).toMatchObject({ code: 1 })
  const { token } = JSON.parse((await kuashan(['recover', county, 'chen', ...recover])).out)
  await useLink(to, token, password, Date.now())
  expect(await signIn(to, { county, login: 'chen', password }, Date.now())).toContain(county)
  await Promise.all([from.close(), to.close()])
}, 180_000)
