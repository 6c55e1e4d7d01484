/**
 * `npm run examples` runs every route of the server on real data, in an office of its own, and writes what was sent and
 * answered to docs/openapi-examples.json; `npm run generate` puts it into docs/openapi.json.
 */
import { writeFile } from 'node:fs/promises'
import { openOffice } from '../apps/server/src/office.fixture.ts'
import { makeWorld } from '../apps/server/src/route-cases/world.fixture.ts'
import { recordExamples } from '../apps/server/src/route-examples/record-examples.fixture.ts'
import { wiredOffice } from '../apps/server/src/route-examples/wire.fixture.ts'
import { openTestProvider } from '../apps/server/src/sign-in/openid.fixture.ts'

const path = 'docs/openapi-examples.json'
const provider = await openTestProvider()
const office = await openOffice(undefined, { provider: provider.settings })
try {
  const wire = wiredOffice(office)
  const examples = await recordExamples(wire, await makeWorld(wire.office, provider))
  await writeFile(path, `${JSON.stringify(examples, null, 1)}\n`)
  console.log(`written: ${path}`)
} finally {
  await office.close()
  await provider.close()
}
