import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { readPersonFile } from '@kuashan/core/people/person-file.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../database/connect.ts'
import {
  countyCode,
  otherCounty,
  somebody,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { findPeople } from './find-people.ts'
import { importPeople } from './import-people.ts'
import { openPerson } from './people.ts'
import { exportPerson, takePersonOver } from './person-files.ts'

const today = '2026-11-28' as PlainDate
const number = '331199195203150015'
const why = '迁往邻县'
const here = somebody('department', { purpose: 'delivery', why })
const there = somebody('department', { county: otherCounty, purpose: 'delivery', why })
const row: RegisterRow = {
  registerId: 'P1',
  name: '蓝小山',
  identityNumber: number,
  birthDate: '1952-03-15' as PlainDate,
  birthYear: 1952,
  division: '331199101201',
  settlement: 'S1',
  telephone: '13800000000',
  care: ['chronicDisease', 'livesAlone'],
}
const names = (divisionName: string) => () => ({ divisionName, settlementName: null })

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
  await store.as(here, (access) => importPeople(access, [row]))
})
afterAll(() => store.remove())

const personIn = (caller: typeof here) =>
  store.as(caller, async (access) => (await findPeople(access, number, today)).people[0]!.person)

describe('two counties exchange a person’s file (A109)', () => {
  test('with no loss: everything the register held arrives, earlier places included (A109)', async () => {
    const sent = await store.as(here, async (access) =>
      exportPerson(access, await personIn(here), names('东一村'), today),
    )
    const onTheWay = JSON.parse(JSON.stringify(sent)) as unknown
    const { file, findings } = readPersonFile(onTheWay, today)
    expect(findings).toEqual([])
    const now = { division: '331198101201', settlement: 'N1' }
    const person = await store.as(there, (access) => takePersonOver(access, file!, now))
    expect(await store.as(there, (access) => openPerson(access, person))).toMatchObject({
      name: row.name,
      identityNumber: number,
      birthDate: row.birthDate,
      birthYear: row.birthYear,
      telephone: row.telephone,
      care: row.care,
      ...now,
    })
    const onward = await store.as(there, (access) =>
      exportPerson(access, person, names('新村'), today),
    )
    expect(onward.person).toEqual(sent.person)
    const first = {
      county: countyCode,
      division: row.division,
      divisionName: '东一村',
      settlement: 'S1',
      settlementName: null,
      registerId: 'P1',
    }
    expect(sent.places).toEqual([first])
    expect(onward.places).toEqual([
      {
        county: otherCounty,
        ...now,
        divisionName: '新村',
        settlementName: null,
        registerId: null,
      },
      first,
    ])
    const again = store.as(there, (access) => takePersonOver(access, file!, now))
    await expect(again).rejects.toMatchObject({ finding: { code: 'person-known-here' } })
  })

  test('an export stands in the audit with its reason, and no table shows the number', () =>
    withClient(store.adminUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT action, why FROM kuashan.audit_entry WHERE action IN ('export', 'take over') ORDER BY entry",
      )
      expect(rows).toEqual([
        { action: 'export', why },
        { action: 'take over', why },
        { action: 'export', why },
      ])
      const kept = await client.query(
        'SELECT f::text AS all FROM kuashan.person_file f UNION ALL SELECT a::text FROM kuashan.audit_entry a',
      )
      const text = kept.rows.map((one) => one.all).join()
      for (const secret of [number, Buffer.from(number).toString('hex'), row.telephone])
        expect(text).not.toContain(secret)
    }))

  test('only registers send and take files: a steward is refused', async () => {
    const person = await personIn(here)
    const steward = { ...here, role: 'steward' as const }
    const asked = store.as(steward, (access) => exportPerson(access, person, names(''), today))
    await expect(asked).rejects.toMatchObject({ finding: { code: 'store-not-allowed' } })
  })
})
