import type { CellLine, GapLine } from '@kuashan/contract/measures.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'

export const cell = (given: Partial<CellLine>): CellLine => ({
  settlement: 'a',
  service: 'MED-01',
  people: 10,
  byGroup: { child: 2, adult: 3, elder: 4, oldest: 1 },
  estimated: false,
  met: true,
  reach: {
    mode: 'fixed',
    place: 'clinic',
    seconds: 600,
    opportunities: null,
    longestGapDays: null,
  },
  ...given,
})

export const gap = (given: Partial<GapLine>): GapLine => ({
  settlement: 'a',
  name: '东尽头',
  division: '331199100204',
  service: 'MED-01',
  people: 20,
  state: 'ok',
  missing: [{ metric: 'maxTravelMin', want: 25, have: 35 }],
  shortfall: 0.3,
  ...given,
})

export const settlement = (given: Partial<Settlement>): Settlement => ({
  id: 'a',
  name: '东尽头',
  otherNames: [],
  division: '331199100204',
  at: [119.6, 28],
  permanent: { total: 20, bands: [] },
  registered: 40,
  households: null,
  needs: {},
  isCentre: false,
  canStop: true,
  signal: true,
  provenance: { method: 'imported' },
  ...given,
})
