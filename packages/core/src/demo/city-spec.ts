import { apportion } from '../kernel/apportion.ts'
import type { Random } from '../kernel/random.ts'
import type { CountySpec, TownshipSpec } from './county-spec.ts'

const names = [
  ['霄城区', 'Xiaocheng District'],
  ['云岫县', 'Yunxiu County'],
  ['霁川县', 'Jichuan County'],
  ['松霭县', 'Songai County'],
  ['岚漪县', 'Lanyi County'],
  ['翠岫县', 'Cuixiu County'],
  ['栎溪县', 'Lixi County'],
  ['望霁县', 'Wangji County'],
  ['清筠县', 'Qingyun County'],
] as const

/** People of a city of 2.5 million, its 173 township-level units and 1,836 villages. */
export const cityTotals = { residents: 2_500_000, townships: 173, villages: 1_836 } as const

/** Nine counties in three rows of three; the first, with the city's own streets, has most people. */
export function cityCounties(random: Random): CountySpec[] {
  const weights = [1.9, 1, 1.1, 0.9, 0.8, 0.7, 0.9, 0.8, 0.9]
  const residents = apportion(weights, cityTotals.residents)
  const even = names.map(() => 1)
  const units = apportion(even, cityTotals.townships)
  const villages = apportion(even, cityTotals.villages)
  // The first county takes the place on the map nearest to where the great river leaves.
  const blocks = [5, 0, 1, 2, 3, 4, 6, 7, 8]
  return names.map(([name, nameEn], k) => {
    const draw = random.fork(name)
    const block = blocks[k]!
    return {
      code6: `3399${21 + k}`,
      name,
      nameEn,
      seat: {
        x: ((block % 3) + 0.5) / 3,
        y: (Math.floor(block / 3) + 0.5) / 3,
        heightM: draw.between(60, 260),
      },
      townships: townshipSpecs(residents[k]!, units[k]!, draw),
      villages: villages[k]!,
    }
  })
}

/** Three streets hold over two fifths of the people, five towns a quarter, townships the rest. */
function townshipSpecs(residents: number, count: number, draw: Random): TownshipSpec[] {
  const kinds: TownshipSpec['kind'][] = Array.from({ length: count }, (_, k) =>
    k < 3 ? 'street' : k < 8 ? 'town' : 'township',
  )
  const share = { street: 14.5, town: 5.2, township: 2.6 } as const
  const people = apportion(
    kinds.map((kind) => share[kind] * draw.between(0.75, 1.25)),
    residents,
  )
  return kinds.map((kind, k) => ({
    kind,
    residents: people[k]!,
    seatKm: kind === 'street' ? 1 : draw.between(7, 48),
    heightM: kind === 'street' ? 150 : draw.between(120, kind === 'town' ? 450 : 950),
  }))
}
