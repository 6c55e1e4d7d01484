import { expect, test } from 'vitest'
import { vehicleName } from './vehicle-name.ts'

test('a Chinese name is told by kind and id in English, and any other as it stands', () => {
  const van = { id: 'MC-1', name: '流动医院车1号', kind: 'clinicVehicle' } as const
  expect(vehicleName(van, 'zh')).toBe('流动医院车1号')
  expect(vehicleName(van, 'en')).toBe('clinic vehicle MC-1')
  expect(vehicleName({ ...van, name: 'Blue van' }, 'en')).toBe('Blue van')
})
