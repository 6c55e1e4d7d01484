import { Purpose, Role } from '@kuashan/core/people/role.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount, grantRole, listAccounts } from '../accounts/accounts.ts'
import { setUpCounty } from '../accounts/console.ts'
import { sealAudit } from '../audit/seal.ts'
import { enterVehicle, listFleet } from '../queries/fleet.ts'
import { registerPerson } from '../queries/people.ts'
import { commentOnPlan, listComments } from '../queries/plan-voices.ts'
import { createScenario, listScenarios } from '../queries/scenarios.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  stageThreeValleys,
  type TestStore,
  testStore,
} from '../store.fixture.ts'
import { type Caller, ownCaller } from './caller.ts'
import { withClient } from './connect.ts'
import type { Tables } from './tables.generated.ts'

let store: TestStore
let tables: string[]
const planner = somebody('planner')
const steward = somebody('steward', { purpose: 'delivery', why: 'visit' })
const administrator = somebody('administrator', { purpose: 'administration' })
const van = { vehicle: null, kind: 'van', licenceUntil: null, inspectionUntil: null }
const rest = {
  insuranceUntil: null,
  fitOut: {},
  state: 'in-service' as const,
  seats: null,
  coldBox: false,
  driver: '',
  home: '',
  hours: [],
}

/** Every table gets rows of one county, and the same rows again under the other county's code. */
beforeAll(async () => {
  store = await testStore()
  await setUpCounty(store, { code: countyCode, name: 'A' }, { login: 'chen', name: '陈' })
  const revision = await store.as(planner, (access) => stageThreeValleys(access))
  await store.as(planner, async (access) => {
    await createScenario(access, { name: 'x', revision, changes: [] })
    await enterVehicle(access, { ...van, ...rest, plate: 'K1', owner: 'x' })
  })
  const person = { division: '331199101201', name: 'x' }
  await store.as(steward, (a) => registerPerson(a, person, '2026-01-01' as never))
  await store.as(ownCaller(countyCode, 'sealer'), sealAudit)
  await withClient(store.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica')
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'kuashan'::regnamespace ORDER BY 1",
    )
    tables = rows.map((row) => row.name)
    for (const table of tables)
      await client.query(
        `INSERT INTO kuashan.${table} SELECT (jsonb_populate_record(t, jsonb_build_object('county', '${otherCounty}'))).* FROM kuashan.${table} t`,
      )
  })
})
afterAll(() => store.remove())

/** The counties of whose rows a caller sees any, over the given tables in one transaction. */
const countiesIn = (caller: Caller, ...names: string[]): Promise<string[]> =>
  store.as({ ...caller, why: 'test' }, async ({ db, record }) => {
    record({ action: 'look', table: 'person', subject: '*' })
    const seen = new Set<string>()
    for (const name of names) {
      const query = db
        .selectFrom(name as keyof Tables)
        .select('county')
        .distinct()
      for (const { county } of await query.execute()) seen.add(county)
    }
    return [...seen]
  })

describe('A94: a query that forgets its WHERE', () => {
  test('shows nothing of another county, whoever asks, for whatever purpose', async () => {
    const roles = [...Role.options, 'gate', 'console', 'sealer', 'worker'] as const
    const whoever = fc.record({
      role: fc.constantFrom(...roles),
      purpose: fc.constantFrom(...Purpose.options),
      area: fc.constantFrom('', '331199101', '331199101201'),
      county: fc.constantFrom(countyCode, otherCounty),
    })
    await fc.assert(
      fc.asyncProperty(whoever, async ({ role, ...some }) => {
        const caller = somebody(role, some)
        for (const county of await countiesIn(caller, ...tables)) expect(county).toBe(some.county)
      }),
      { numRuns: 40 },
    )
  })

  test('shows something to those who may see it, so that the test above means something', async () => {
    for (const table of ['county_row', 'scenario', 'fleet_vehicle', 'revision'])
      expect(await countiesIn(planner, table)).toEqual([countyCode])
    expect(await countiesIn(somebody('planner', { county: otherCounty }), 'scenario')).toEqual([
      otherCounty,
    ])
    expect(await countiesIn(steward, 'person')).toEqual([countyCode])
    expect(await countiesIn(administrator, 'audit_entry')).toEqual([countyCode])
    expect(await countiesIn(ownCaller(countyCode, 'gate'), 'account_link')).toEqual([countyCode])
  })

  test('shows nothing at all to somebody who is nobody', () =>
    withClient(store.appUrl, async (client) => {
      for (const table of tables)
        expect((await client.query(`SELECT 1 FROM kuashan.${table}`)).rowCount).toBe(0)
      await client.query('BEGIN')
      await client.query(`SET LOCAL kuashan.county = '${countyCode}'`)
      for (const table of tables)
        expect((await client.query(`SELECT 1 FROM kuashan.${table}`)).rowCount).toBe(0)
      await client.query('ROLLBACK')
    }))
})

test('SQL, script and odd signs in every text are kept as they are', async () => {
  const texts = fc.oneof(
    fc.constantFrom("'; DROP TABLE kuashan.plan; --", "' OR '1'='1", '<script>alert(1)</script>'),
    fc.constantFrom(
      '\\',
      '$1',
      '%',
      '"',
      "E'\\x00'",
      '\u2028',
      '=HYPERLINK("x")',
      '../../etc/passwd',
    ),
    fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((t) => !t.includes('\0')),
  )
  const revision = (await store.as(planner, listScenarios))[0]!.revision
  let count = 0
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const unique = `${text}${++count}`
      const made = { name: unique, revision, changes: [{ do: 'open-road', way: text } as const] }
      const id = await store.as({ ...planner, why: text }, (a) => createScenario(a, made))
      const scenarios = await store.as(planner, listScenarios)
      expect(scenarios.find((s) => s.scenario === id)).toMatchObject(made)

      const plate = unique.slice(-20)
      const vehicle = { ...van, ...rest, plate, owner: text, fitOut: {} }
      await store.as(planner, (a) => enterVehicle(a, vehicle))
      const fleet = await store.as(planner, listFleet)
      expect(fleet.find((v) => v.plate === plate)).toMatchObject({ owner: text })

      const account = { login: unique, name: text, department: text }
      const made2 = await store.as(administrator, (a) => createAccount(a, account))
      const grant = { role: 'crew' as const, area: '', purposes: ['delivery' as const] }
      await store.as(administrator, (a) => grantRole(a, made2, grant))
      const accounts = await store.as(administrator, listAccounts)
      expect(accounts.find((a) => a.account === made2)).toMatchObject(account)

      const nowhere = '01900000-0000-7000-8000-000000000000'
      await expect(
        store.as(planner, (a) => commentOnPlan(a, nowhere, { department: text, body: text })),
      ).rejects.toMatchObject({ finding: { code: 'store-not-found' } })
      await expect(store.as(planner, (a) => listComments(a, text))).rejects.toMatchObject({
        finding: { code: 'store-value-not-possible' },
      })
    }),
    { numRuns: 20 },
  )
})
