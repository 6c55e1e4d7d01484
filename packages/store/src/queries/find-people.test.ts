import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAudit } from '../audit/audit-log.ts'
import { somebody, type TestStore, testStoreWithCounties } from '../store.fixture.ts'
import { findPeople } from './find-people.ts'
import { importPeople, weighPeople } from './import-people.ts'
import { openPerson } from './people.ts'
import { spelledName } from './spell-name.ts'

const today = '2026-11-27' as PlainDate
const why = '入户走访'
const keeper = somebody('department', { purpose: 'delivery', why })
const number = '331199195203150015'

const row = (id: string, name: string, some: Partial<RegisterRow> = {}): RegisterRow => ({
  registerId: id,
  name,
  identityNumber: null,
  birthDate: null,
  birthYear: 1960,
  division: '331199101201',
  settlement: null,
  telephone: null,
  care: [],
  ...some,
})
const register = [
  row('P1', '蓝小山', { identityNumber: number, birthYear: 1952, care: ['livesAlone'] }),
  row('P2', '蓝笑珊', { division: '331199102201' }),
  row('P3', '雷绿', {}),
  row('P4', '单青', {}),
  row('P5', 'Anna-Li Øst', {}),
]

let store: TestStore
beforeAll(async () => {
  store = await testStoreWithCounties()
  await store.as(keeper, (access) => importPeople(access, register))
})
afterAll(() => store.remove())

const namesFor = async (typed: string, caller = keeper) => {
  const { people } = await store.as(caller, (access) => findPeople(access, typed, today))
  return people.map(({ name }) => name).sort()
}

describe('people are found', () => {
  test.each([
    ['蓝', ['蓝小山', '蓝笑珊']],
    ['蓝 小', ['蓝小山']],
    ['lanxiaosh', ['蓝小山', '蓝笑珊']],
    ['Lan Xiao', ['蓝小山', '蓝笑珊']],
    ['lxs', ['蓝小山', '蓝笑珊']],
    ['leilv', ['雷绿']],
    ['Léi lü', []],
    ['lei lü', ['雷绿']],
    ['shanqing', ['单青']],
    ['danqing', []],
    ['annali', ['Anna-Li Øst']],
    ['小山', []],
    [number, ['蓝小山']],
    ['331199195203150023', []],
    ['-', []],
  ])('by %s', async (typed, names) => {
    expect(await namesFor(typed)).toEqual([...names].sort())
  })

  test('inside the area of who asks, and never by planners', async () => {
    expect(await namesFor('lxs', { ...keeper, area: '331199101' })).toEqual(['蓝小山'])
    expect(await namesFor('lxs', somebody('planner', { why }))).toEqual([])
  })

  test('with the number masked, the year for the day of birth, and nothing of their care', async () => {
    const { people } = await store.as(keeper, (access) => findPeople(access, 'lxs', today))
    const found = people.find(({ name }) => name === '蓝小山')!
    expect(found).toMatchObject({ birthYear: 1952, identity: '331***********0015' })
    expect(JSON.stringify(people)).not.toMatch(/19520315|livesAlone|1952-03/)
    const look = await store.as(keeper, (access) => openPerson(access, found.person))
    expect(look).toMatchObject({ identityNumber: number, care: ['livesAlone'] })
  })

  test('and what was typed is not in the log, but who was shown is', async () => {
    await namesFor('蓝小山')
    const auditor = somebody('auditor', { purpose: 'audit' })
    const log = await store.as(auditor, (access) => readAudit(access, { table: 'person' }))
    expect(log.some(({ action }) => action === 'look')).toBe(true)
    expect(JSON.stringify(log)).not.toContain('蓝小山')
  })
})

describe('a register that comes again', () => {
  test('changes only who has changed, and opens after it', async () => {
    const again = [
      row('P1', '蓝小山', { identityNumber: number, birthYear: 1952, telephone: '13800000000' }),
      ...register.slice(1),
      row('P6', '钟新', {}),
    ]
    const sum = { added: 1, changed: 1, unchanged: 4 }
    expect(await store.as(keeper, (a) => weighPeople(a, again))).toMatchObject(sum)
    expect(await store.as(keeper, (a) => importPeople(a, again))).toEqual(sum)
    const { people } = await store.as(keeper, (access) => findPeople(access, number, today))
    const look = await store.as(keeper, (access) => openPerson(access, people[0]!.person))
    expect(look).toMatchObject({ telephone: '13800000000', identityNumber: number, version: 2 })
  })

  test('is told which numbers are registered under another id, and brings none of it in', async () => {
    const taken = [row('P9', '钟某', { identityNumber: number })]
    const { findings } = await store.as(keeper, (a) => weighPeople(a, taken))
    expect(findings.map(({ code }) => code)).toEqual(['identity-number-known'])
    expect(JSON.stringify(findings)).not.toContain(number)
    await expect(store.as(keeper, (a) => importPeople(a, taken))).rejects.toMatchObject({
      finding: { code: 'store-already-there' },
    })
  })
})

test('a name is spelled as it is typed', () => {
  expect(spelledName('欧阳绿')).toEqual({ pinyin: 'ouyanglv', initials: 'oyl' })
})
