import type { Service } from '@kuashan/core/catalogue/service.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import { expect, test } from 'vitest'
import { nothingWanted } from './wanted-edits.ts'
import { changeOfMode, givenFrom, isGivenBy, type WantedWay } from './way-edits.ts'

const asked = (some: Partial<WantedWay>) => {
  const edit = changeOfMode({ ...nothingWanted.way, settlement: 'A', service: 'MED-01', ...some })
  return edit === null ? null : edit.do === 'change-mode' && edit.to
}

test('a village is served at home, over the line or through an agent once all is said', () => {
  expect(changeOfMode({ ...nothingWanted.way, mode: 'fixed', settlement: 'A' })).toBeNull()
  expect(asked({ mode: 'doorstep', times: 12 })).toBeNull()
  expect(asked({ mode: 'doorstep', facility: 'C', times: 12 })).toEqual({
    mode: 'doorstep',
    facility: 'C',
    calls: 12,
  })
  for (const mode of ['remote', 'agent'] as const) {
    expect(asked({ mode })).toBeNull()
    expect(asked({ mode, facility: 'C' })).toEqual({ mode, site: 'C' })
  }
})

test('people are brought by runs of their own, or get on a ride that the plan has', () => {
  const own: Partial<WantedWay> = {
    mode: 'ride',
    brought: { by: 'vehicle', vehicle: 'bus' },
    pickup: 'A',
    times: 24,
  }
  expect(asked(own)).toBeNull()
  expect(asked({ ...own, facility: 'C' })).toEqual({
    mode: 'ride',
    site: 'C',
    pickup: 'A',
    by: { by: 'vehicle', vehicle: 'bus' },
    visits: 24,
  })
  expect(asked({ ...own, facility: 'C', pickup: null })).toBeNull()
  const byBus = (out: string | null, home: string | null) =>
    asked({ ...own, facility: 'C', brought: { by: 'bus', out, home } })
  expect(byBus('1a', null)).toBeNull()
  expect(byBus('1a', '1b')).toMatchObject({ by: { by: 'bus', lines: ['1a', '1b'] } })
  expect(asked({ mode: 'ride', brought: { by: 'planned', ride: 'R' }, pickup: 'A' })).toEqual({
    mode: 'board',
    rides: [{ ride: 'R', pickup: 'A' }],
  })
})

test('a building gives a service as what the plan uses it as and what it lists; one that is closed gives none', () => {
  const channels = [
    { mode: 'fixed', kind: 'villageClinic' },
    { mode: 'agent', kind: 'elderHub' },
    { mode: 'doorstep', kind: 'elderHub' },
  ] as Service['channels']
  const building = (id: string, kind: string, services: string[] = []) =>
    ({ id, kind, services, state: 'open' }) as unknown as Facility
  const all = [
    building('clinic', 'villageClinic'),
    building('listed', 'villageClinic', ['MED-01', 'MED-02']),
    building('other', 'villageClinic', ['MED-02']),
    building('closed', 'villageClinic'),
    building('school', 'primarySchool'),
    building('hub', 'elderHub'),
    building('home', 'elderHub', ['ELD-01']),
  ]
  const sites = [
    { facility: 'closed', action: 'close', toKind: 'villageClinic', services: [] },
    { facility: 'school', action: 'convert', toKind: 'villageClinic', services: [] },
  ] as Plan['sites']
  const from = (mode: WantedWay['mode']) =>
    givenFrom({ id: 'MED-01', channels }, mode, { sites }, all).map(({ id }) => id)
  expect(from('ride')).toEqual(['clinic', 'listed', 'school'])
  expect(from('agent')).toEqual(['hub'])
  expect(from('doorstep')).toEqual(['hub', 'home'])
  expect(isGivenBy({ channels }, 'ride')).toBe(true)
  expect(isGivenBy({ channels }, 'remote')).toBe(false)
})
