import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { expect, test } from 'vitest'
import { layersOf, withAdopted } from './standard-layers.ts'

const standard = (value: number, from: string, some: object = {}) =>
  AdoptedStandard.parse({
    service: 'MED-01',
    metric: 'minVisitsPerVillageYear',
    value,
    unit: 'visits',
    level: 'county',
    document: 'D',
    clause: '1',
    from,
    ...some,
  })

test('a change from a day ends what held before it the day before', () => {
  const other = standard(6, '2020-01-01', { level: 'provincial' })
  const all = withAdopted(
    { adopted: [standard(12, '2026-01-01'), other, standard(30, '2027-06-01')] },
    standard(24, '2027-01-01'),
  )
  expect(all.map(({ value, from, until }) => [value, from, until])).toEqual([
    [12, '2026-01-01', '2026-12-31'],
    [6, '2020-01-01', undefined],
    [24, '2027-01-01', undefined],
  ])
})

test('layers say what binds on the day, what is to come and what is over', () => {
  const adopted = [
    standard(6, '2024-01-01', { until: '2025-12-31' }),
    standard(24, '2027-01-01'),
    standard(12, '2026-01-01', { until: '2026-12-31' }),
  ]
  const layers = layersOf({ services: [], adopted }, 'MED-01', '2026-05-01' as PlainDate)
  expect(layers.map(({ value, state }) => [value, state])).toEqual([
    [12, 'binding'],
    [24, 'to-come'],
    [6, 'over'],
  ])
})
