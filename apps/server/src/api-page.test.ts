import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice, passwordOf } from './office.fixture.ts'

const run = promisify(execFile)
const page = new URL('../../../docs/api.md', import.meta.url)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(() => office.close())

test.runIf(hasCurl)('what docs/api.md does with curl can be done as it stands there', async () => {
  const [, script] = /```sh\n(.*?)```/s.exec(await readFile(page, 'utf8'))!
  await office.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = office.app.server.address() as AddressInfo
  const { stdout } = await run('sh', ['-c', script!], {
    env: {
      PATH: process.env.PATH,
      OFFICE: `http://127.0.0.1:${port}`,
      COUNTY: office.county,
      LOGIN: 'planner',
      PASSWORD: passwordOf('planner'),
    },
  })
  expect(stdout).toContain('"login":"planner"')
  expect(stdout).toMatch(/"code":"store-stale".*\n412\n/)
  expect(stdout).toMatch(/data: .*"kind":"measure","state":"done"/)
  expect(stdout).toMatch(/"coverage":/)
})
