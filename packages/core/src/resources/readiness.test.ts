import { expect, test } from 'vitest'
import { PlainDate } from '../kernel/calendar.ts'
import { Facility } from './facility.ts'
import { readinessOn } from './readiness.ts'
import { StaffMember } from './staff.ts'
import { Vehicle } from './vehicle.ts'

const provenance = { method: 'generated' } as const
const day = (text: string) => PlainDate.parse(text)
const today = day('2026-03-02')
const depot = Facility.parse({
  id: 'D',
  name: '卫生院',
  kind: 'townshipHealthCentre',
  state: 'open',
  division: '331199100200',
  at: null,
  provenance,
})
const vehicle = (more: object) =>
  Vehicle.parse({ id: 'V', name: '车', kind: 'clinicVehicle', depot: 'D', provenance, ...more })
const post = (id: string, more: object = {}) =>
  StaffMember.parse({ id, post: 'nurse', weeklyHours: 40, employer: 'D', provenance, ...more })
const base = { facilities: [depot], staff: [post('A'), post('B')] }

test.each([
  [undefined, 'unknown'],
  ['2026-03-01', 'expired'],
  ['2026-03-02', 'soon'],
  ['2026-04-01', 'soon'],
  ['2026-04-02', 'good'],
])('an inspection that holds until %s is %s', (inspectionUntil, inspection) => {
  const ready = readinessOn(vehicle({ inspectionUntil }), base, today)
  expect(ready.inspection).toBe(inspection)
  expect(ready.blocks.map(({ why }) => why)).toEqual(
    inspection === 'expired' ? ['inspection-expired'] : [],
  )
})

test('a repair blocks on its days only', () => {
  const down = [{ from: '2026-03-02', to: '2026-03-03' }]
  const on = (date: string) => readinessOn(vehicle({ down }), base, day(date)).blocks.length
  expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-03'), on('2026-03-04')]).toEqual([
    0, 1, 1, 0,
  ])
})

test('a crew is short when its posts are away or retired; unknown staff block nothing', () => {
  const blocks = (staff: StaffMember[]) =>
    readinessOn(vehicle({}), { ...base, staff }, today).blocks
  expect(blocks([post('A'), post('B', { retiresOn: '2026-03-02' })])).toEqual([
    { why: 'crew-short', needed: 2, there: 1 },
  ])
  expect(blocks([post('A'), post('B', { away: [{ from: today, to: today }] })])).toHaveLength(1)
  expect(blocks([post('A'), post('B', { retiresOn: '2026-03-03' })])).toEqual([])
  expect(blocks([post('A', { employer: 'elsewhere' })])).toEqual([])
})

test('a depot that is closed or not there blocks', () => {
  const closed = { ...depot, state: 'closed' as const }
  const why = (facilities: Facility[]) =>
    readinessOn(vehicle({}), { ...base, facilities }, today).blocks.map((block) => block.why)
  expect(why([closed])).toEqual(['depot-not-open'])
  expect(why([])).toEqual(['depot-unknown'])
})
