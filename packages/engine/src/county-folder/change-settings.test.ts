import { expect, test } from 'vitest'
import { changeSettings } from './change-settings.ts'

const text = `# 设置 / settings
code: "331199000000" # ours
name: 三谷县
coordinates: GCJ-02
asOf: 2026-01-01
horizon: { from: 2026-01-01, to: 2026-12-31 }
`

test('only what is changed changes; comments and the coordinate system stay', () => {
  const changed = changeSettings(text, {
    nameEn: 'Three: Valleys',
    asOf: '2027-01-01',
    to: '2027-12-31',
  })
  expect(changed).toContain('# 设置 / settings')
  expect(changed).toContain('# ours')
  expect(changed).toContain('coordinates: GCJ-02')
  expect(changed).toContain('asOf: 2027-01-01')
  expect(changed).toContain('{ from: 2026-01-01, to: 2027-12-31 }')
  expect(changed).toContain('nameEn: "Three: Valleys"')
  expect(changeSettings(text, {})).toBe(text)
})

test('a county that had no horizon gets one', () => {
  expect(changeSettings('name: x\n', { from: '2026-01-01' })).toContain(
    'horizon:\n  from: 2026-01-01',
  )
})
