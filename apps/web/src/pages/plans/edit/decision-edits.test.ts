import { Facility } from '@kuashan/core/resources/facility.ts'
import { expect, test } from 'vitest'
import { editsOfSites, openableIn, openIn } from './decision-edits.ts'

const facility = (id: string, state: string, uses: string[] = [], unfit: string[] = []) =>
  Facility.parse({
    id,
    name: id,
    kind: 'primarySchool',
    state,
    division: '331199101201',
    at: null,
    conversions: uses.map((toKind) => ({ toKind, capitalFen: 1, yearCostFen: 1 })),
    unfit,
    provenance: { method: 'entered' },
  })
const all = [
  facility('open', 'open'),
  facility('given-up', 'open'),
  facility('vacant', 'vacant', ['villageClinic', 'elderHub']),
  facility('used', 'vacant', ['villageClinic']),
  facility('unsafe', 'vacant', ['villageClinic'], ['unsafe']),
]
const site = (id: string, action: 'keep' | 'close' | 'convert') => ({
  facility: id,
  action,
  toKind: 'villageClinic' as const,
  services: [],
  yearCostFen: 0,
  capitalFen: 0,
  fund: null,
  staffHoursYear: 0,
})
const plan = { sites: [site('open', 'keep'), site('given-up', 'close'), site('used', 'convert')] }

test('what is open can be closed, and what is shut and fit can be opened', () => {
  expect(openIn(plan, all).map((f) => f.id)).toEqual(['open', 'used'])
  expect(openableIn(plan, all).map((f) => f.id)).toEqual(['given-up', 'vacant'])
})

test('a building with several uses is opened as one of them; moving closes first', () => {
  const openable = openableIn(plan, all)
  const wanted = { closes: 'open', opens: 'vacant', toKind: null }
  expect(editsOfSites('open', wanted, openable)).toBeNull()
  expect(editsOfSites('move', { ...wanted, toKind: 'elderHub' }, openable)).toEqual([
    { do: 'close-site', facility: 'open' },
    { do: 'open-site', facility: 'vacant', toKind: 'elderHub' },
  ])
  expect(editsOfSites('open', { ...wanted, opens: 'given-up' }, openable)).toEqual([
    { do: 'open-site', facility: 'given-up' },
  ])
})
