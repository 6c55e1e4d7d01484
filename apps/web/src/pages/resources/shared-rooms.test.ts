import { expect, test } from 'vitest'
import { departmentsIn } from './shared-rooms.ts'

const service = (id: string, domain: 'medical' | 'eldercare', mode: 'fixed' | 'doorstep') => ({
  id,
  domain,
  channels: [{ mode, kind: 'elderHub' as const }],
})
const all = [service('A', 'medical', 'fixed'), service('B', 'eldercare', 'fixed')]
const hub = { kind: 'elderHub' as const, state: 'open' as const, services: [] as string[] }

test('a building is shared by the departments whose services are given in it', () => {
  expect(departmentsIn(hub, all)).toEqual(['eldercare', 'medical'])
  expect(departmentsIn({ ...hub, services: ['A'] }, all)).toEqual(['medical'])
  expect(departmentsIn({ ...hub, state: 'vacant' }, all)).toEqual([])
  expect(departmentsIn(hub, [service('C', 'medical', 'doorstep')])).toEqual([])
})
