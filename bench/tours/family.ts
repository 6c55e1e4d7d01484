import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RoutingObjective } from '@kuashan/core/plan/routing.ts'

/** One run of the benchmark set: a file, how to read it, and what is known of it. */
export interface BenchCase {
  family: string
  instance: string
  file: string
  best: number
  vehicles?: number
  objective?: RoutingObjective
}

interface Family {
  folder: string
  files: RegExp
  /** Where the best-known values stand, if not in `folder`. */
  values?: string
  /** Keys end in `_m1` … `_m4`: numbers of vehicles. */
  byVehicles?: boolean
}

/** The families and conventions of `../shared/bench`. */
export const families: Record<string, Family> = {
  pvrp: { folder: 'pvrp', files: /\.txt$/ },
  mdvrp: { folder: 'mdvrp', files: /\.txt$/ },
  mdpvrp: { folder: 'mdpvrp', files: /\.txt$/ },
  solomon: { folder: 'vrptw/solomon', files: /\.txt$/, values: 'vrptw' },
  gh1000: { folder: 'vrptw/homberger', files: /_10_1\.vrp$/, values: 'vrptw' },
  x: { folder: 'cvrp', files: /^X-.*\.vrp$/ },
  xxl: { folder: 'cvrp', files: /^(Leuven|Antwerp).*\.vrp$/ },
  mdvrptw: { folder: 'mdvrptw', files: /\.vrp$/ },
  toptw: { folder: 'toptw', files: /\.txt$/, byVehicles: true },
}

/** All cases of a family whose file and best-known value are both there, in the order of their names. */
export function casesOf(root: string, family: string): BenchCase[] {
  const { folder, files, values, byVehicles } = families[family] as Family
  const known = JSON.parse(
    readFileSync(join(root, values ?? folder, 'bks.json'), 'utf8'),
  ) as Record<string, { cost: number }>
  const names = readdirSync(join(root, folder))
    .filter((f) => files.test(f))
    .sort()
  return names.flatMap((name) => {
    const stem = name.replace(/\.[^.]*$/, '')
    const file = join(root, folder, name)
    if (!byVehicles) {
      const best = known[stem]?.cost
      return best === undefined ? [] : [{ family, instance: stem, file, best }]
    }
    return [1, 2, 3, 4].flatMap((vehicles) => {
      const instance = `${stem}_m${vehicles}`
      const best = known[instance]?.cost
      return best === undefined ? [] : [{ family, instance, file, best, vehicles }]
    })
  })
}
