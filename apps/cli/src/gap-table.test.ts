import { pencilCounty } from '@kuashan/core/access/county-figures.fixture.ts'
import { gapList } from '@kuashan/core/access/gap-list.ts'
import { expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'
import { gapTable } from './gap-table.ts'

const { county, catalogue, measurement, figures } = pencilCounty()
const input = { county, catalogue, roads: null, terrain: { tiles: [] }, minutes: null }

it('lists gaps by name with what is wanted and what there is', () => {
  const table = gapTable(gapList(measurement.cells, county.settlements), input, 'en')
  const row = Object.fromEntries(table.headings.map((h, k) => [h, table.rows[0]?.[k]]))
  expect(table.rows).toHaveLength(1)
  expect(row).toMatchObject({ rank: '1', settlement: 'z', code: 'MED-01', people: '50' })
  expect(row).toMatchObject({ 'floor missed': 'at least 24 visits a year', have: '12' })
  expect(row.shortfall).toBe('50%')
})

it('says the first figures in both languages', () => {
  const lines = figureLines(figures, county)
  const all = (language: 'zh' | 'en') => lines.map((l) => l[language]).join('\n')
  expect(all('en')).toContain('11.1% of residents (50 people; definition far-1)')
  expect(all('en')).toContain('outlying 0%, others 100%')
  expect(all('en')).toContain('2.67 times the seat = 1 + dispersion 2.33 + travel 0 + idle −0.67')
  expect(all('en')).toContain('2 villages to visit by rule in 2026')
  expect(all('zh')).toContain('基尼 0.065')
  expect(all('zh')).toContain('最差的是 z')
})
