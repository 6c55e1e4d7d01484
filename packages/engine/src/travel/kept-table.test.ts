import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { placesIn, secondsAt } from '@kuashan/core/travel/read-table.ts'
import type { CountyTravel, TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { describe, expect, test } from 'vitest'
import { yearTravel } from './county-travel.ts'

const valleys = demoCounty({ size: 'three-valleys', seed: 1 })
const { from, to } = valleys.county.settings.horizon
const input: CountyInput = {
  ...valleys,
  county: {
    ...valleys.county,
    settings: {
      ...valleys.county.settings,
      seasons: [
        {
          id: 'snow',
          nameZh: '雪',
          nameEn: 'snow',
          range: { from, to: from },
          timeFactor: 2,
          aboveM: null,
        },
      ],
      closures: [{ way: valleys.roads!.ways[0]!.id, range: { from: to, to }, reason: 'slide' }],
    },
  },
}
const kept = { workers: 1, mostDenseCells: 0 }
const dense = await yearTravel(input, { workers: 1 })
const sparse = await yearTravel(input, kept)

const measured = ({ county, catalogue }: CountyInput, travel: CountyTravel) =>
  measure({
    county,
    catalogue,
    travel,
    supply: supplyToday(county, catalogue),
    asOf: county.settings.asOf,
  })

/** Pairs that a sparse table knows, with what the dense one says. */
function compared(few: TravelTable, all: TravelTable) {
  const [rows, columns] = [placesIn(all.from), placesIn(all.to)]
  return few.from.flatMap((from, row) =>
    few.to.map((to, column) => ({
      read: secondsAt(few, row, column),
      known: secondsAt(all, rows.get(from)!, columns.get(to)!),
    })),
  )
}

describe('tables that keep only what may decide something', () => {
  test('say the same as dense ones, in every season', () => {
    const states = [
      [sparse.travel.base, dense.travel.base],
      ...sparse.travel.seasons.map((s, k) => [s.travel, dense.travel.seasons[k]!.travel]),
    ] as const
    expect(states).toHaveLength(3)
    for (const [few, all] of states) {
      expect(Object.keys(few!.vehicle)).toEqual(Object.keys(all!.vehicle))
      for (const [profile, table] of Object.entries(few!.vehicle)) {
        expect(table.kept).toBeDefined()
        const pairs = compared(table, all!.vehicle[profile]!).filter((p) => p.read >= 0)
        expect(pairs.length).toBeGreaterThan(table.from.length)
        for (const { read, known } of pairs) expect(read).toBe(known)
      }
    }
    const ways = compared(sparse.travel.base.resident, dense.travel.base.resident)
    for (const { read, known } of ways)
      if (read >= 0 || (known >= 0 && known <= 3600)) expect(read).toBe(known)
  })

  test('measure the same: a longer bound changes no figure of coverage', () => {
    expect(measured(input, sparse.travel.base)).toEqual(measured(input, dense.travel.base))
  })

  test('are the same for any order of rows and any number of workers', async () => {
    const rng = random(5)
    const { county } = input
    const { travel } = await yearTravel(
      {
        ...input,
        county: {
          ...county,
          settlements: rng.shuffle(county.settlements),
          facilities: rng.shuffle(county.facilities),
          vehicles: rng.shuffle(county.vehicles),
        },
      },
      { ...kept, workers: 2 },
    )
    expect(travel).toEqual(sparse.travel)
  })

  test('keep the legs of a given plan, whatever their length', async () => {
    const [profile] = Object.keys(dense.travel.base.vehicle)
    const all = dense.travel.base.vehicle[profile!]!
    const short = {
      ...input.county,
      vehicles: input.county.vehicles.map((v) => ({ ...v, driveLimitSeconds: 60 })),
    }
    const cut = { ...input, county: short }
    const legs = all.from.slice(0, 3).flatMap((a) => all.to.slice(-3).map((b) => [a, b] as const))
    const without = (await yearTravel(cut, kept)).travel.base.vehicle[profile!]!
    const given = (await yearTravel(cut, { ...kept, legs })).travel.base.vehicle[profile!]!
    const read = (table: TravelTable, [a, b]: readonly [string, string]) =>
      secondsAt(table, table.from.indexOf(a), table.to.indexOf(b))
    expect(legs.some((leg) => read(without, leg) < 0)).toBe(true)
    for (const leg of legs) expect(read(given, leg)).toBe(read(all, leg))
  })
})
