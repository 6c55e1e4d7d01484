import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { County, CountyInput } from '@kuashan/core/plan/county.ts'
import { expect, test } from 'vitest'
import { dataHash, travelHash } from './data-hash.ts'
import { yearTravel } from './travel/county-travel.ts'

const input = demoCounty({ size: 'three-valleys', seed: 1 })
const { county } = input

const withCounty = (part: Partial<County>): CountyInput => ({
  ...input,
  county: { ...county, ...part },
})
const first = <T extends object>(rows: readonly T[], part: Partial<T>): T[] =>
  rows.map((row, k) => (k === 0 ? { ...row, ...part } : row))
const settled = (part: Partial<County['settlements'][number]>) =>
  withCounty({ settlements: first(county.settlements, part) })
const settings = (part: Partial<County['settings']>) =>
  withCounty({ settings: { ...county.settings, ...part } })

test('data that lead nowhere else have one travel: who lives there, what is given there, who works, what money there is', async () => {
  const { permanent } = county.settlements[0]!
  const others = withCounty({
    settlements: first(county.settlements, {
      elevationM: 999,
      permanent: { ...permanent, total: permanent.total + 50 },
      isCentre: !county.settlements[0]!.isCentre,
    }),
    facilities: first(county.facilities, { services: ['MED-01'], state: 'vacant' }),
    vehicles: first(county.vehicles, { crew: 7, costPerKmFen: 1 }),
    staff: [],
    funds: [],
    settings: { ...county.settings, budgetFen: 1 },
  })
  expect(dataHash(others)).not.toBe(dataHash(input))
  expect(travelHash(others)).toBe(travelHash(input))
  expect(await yearTravel(others, { workers: 1 })).toEqual(await yearTravel(input, { workers: 1 }))
})

test('data that lead elsewhere have another travel', () => {
  const { vehicles, facilities, standards } = county
  const { horizon } = county.settings
  const other = facilities.find((f) => f.id !== vehicles[0]!.depot)!.id
  const roads = input.roads!
  const changed: CountyInput[] = [
    input,
    settled({ at: [120.5, 28.5] }),
    settled({ at: null }),
    settled({ canStop: !county.settlements[0]!.canStop }),
    settled({ name: '别名' }),
    withCounty({ facilities: first(facilities, { at: [120.5, 28.5] }) }),
    withCounty({ facilities: facilities.slice(1) }),
    withCounty({ vehicles: first(vehicles, { widthM: 3.5 }) }),
    withCounty({ vehicles: first(vehicles, { weightT: 30 }) }),
    withCounty({ vehicles: first(vehicles, { depot: other }) }),
    withCounty({
      standards: [...standards, { ...standards[0]!, metric: 'maxWalkMin', value: 120 }],
    }),
    settings({ closures: [{ way: roads.ways[0]!.id, range: horizon }] as never }),
    settings({ seasons: [{ id: 'flood', range: horizon }] as never }),
    settings({ assumptions: { ...county.settings.assumptions, walkToStopMin: 77 } }),
    { ...input, roads: { ...roads, ways: roads.ways.slice(1) } },
    { ...input, roads: null },
    { ...input, terrain: { ...input.terrain, tiles: [] } },
  ]
  expect(new Set(changed.map(travelHash)).size).toBe(changed.length)
  expect(new Set(changed.map(dataHash)).size).toBe(changed.length)
})
