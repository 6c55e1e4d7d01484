import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { TourSetEntry } from '@kuashan/core/demo/tour-set/entries.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { writeOwnInstance } from '@kuashan/core/planner/formats/write-own-instance.ts'
import { benchmarksPage } from '../../scripts/generate/benchmarks-page.ts'
import type {
  TourSetIndexEntry,
  TourSetPlan,
  TourSetResults,
} from '../../scripts/generate/tour-set-section.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url))

async function write(name: string, text: string): Promise<void> {
  const file = fileOf(name)
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

const stored = async <T>(name: string, otherwise: T): Promise<T> =>
  existsSync(fileOf(name)) ? (JSON.parse(await readFile(fileOf(name), 'utf8')) as T) : otherwise

export const readResults = (): Promise<TourSetResults> =>
  stored('results.json', { machine: '–', bounds: {}, runs: [] })

const rows = (list: readonly unknown[]) =>
  list.length === 0 ? '[]' : `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`

/** One line for each bound and run, and the page anew. */
export async function storeResults({ machine, bounds, runs }: TourSetResults): Promise<void> {
  const sorted = Object.entries(bounds).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = sorted.map(([name, bound]) => `${JSON.stringify(name)}: ${JSON.stringify(bound)}`)
  await write(
    'results.json',
    `{"machine": ${JSON.stringify(machine)},\n"bounds": {\n${lines.join(',\n')}\n},\n"runs": ${rows(runs)}}\n`,
  )
  await writeFile(fileOf('../../docs/benchmarks.md'), await benchmarksPage())
}

export const storeIndex = (entries: readonly TourSetIndexEntry[]): Promise<void> =>
  write('index.json', `${rows(entries)}\n`)

export const readPlan = (name: string): Promise<TourSetPlan | null> =>
  stored<TourSetPlan | null>(`plans/${name}.json`, null)

/** One line a route. */
export const storePlan = ({ routes, ...heading }: TourSetPlan): Promise<void> =>
  write(
    `plans/${heading.instance}.json`,
    `${JSON.stringify(heading).slice(0, -1)},"routes":${rows(routes)}}\n`,
  )

/** What the index says of an instance. */
export function indexEntry(
  { name, family, seed, places }: TourSetEntry,
  instance: RoutingInstance,
): TourSetIndexEntry {
  const vehicles = instance.fleets.flatMap((f) => f.vehicles.map((v) => `${f.depot} ${v}`))
  return {
    ...{ name, family, seed, places },
    days: instance.days,
    customers: instance.customers.length,
    visits: instance.customers.reduce((sum, c) => sum + visitsOf(c), 0),
    vehicles: new Set(vehicles).size,
    sha256: createHash('sha256').update(writeOwnInstance(instance)).digest('hex'),
  }
}

/** All patterns of a customer of the set have the same number of days. */
const visitsOf = ({ patterns, rules }: RoutingInstance['customers'][number]): number =>
  rules?.spacing?.visits ?? patterns[0]!.toString(2).replaceAll('0', '').length
