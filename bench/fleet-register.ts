/**
 * The register of 1,394 vehicles (feature A58) in a real office: brought in as one table, listed with what keeps each in, and
 * searched as somebody types plates, pinyin and initials. Processor time of this process (server and search; the database
 * apart), so that it does not depend on who else uses the machine.
 */
import { routes } from '@kuashan/contract/routes.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import { rowFinder } from '@kuashan/ui/search/find-rows.ts'
import { spellPinyin } from '@kuashan/ui/search/spell-pinyin.ts'
import { openOffice } from '../apps/server/src/office.fixture.ts'
import { fleetTable } from './office/fleet-table.ts'
import { tell } from './report-figures.ts'

const vehicles = 1394

async function cpuMs<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, result }
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const rounded = (value: number): number => Math.round(value * 10) / 10

const office = await openOffice()
try {
  const params = { county: office.county }
  const planner = await office.as('planner')
  const form = new FormData()
  form.append('files', new Blob([fleetTable(vehicles, random(1))]), 'fleet.csv')
  const load = await cpuMs(() => planner(routes.fleet.import, { params, form: form as never }))
  if (load.result.data.added !== vehicles) throw new Error(JSON.stringify(load.result.data))
  const lists: number[] = []
  for (let k = 0; k < 9; k++)
    lists.push((await cpuMs(() => planner(routes.fleet.list, { params, query: {} }))).ms)
  const { data } = await planner(routes.fleet.list, { params, query: {} })
  const namesOf = (line: (typeof data)[number]) => [line.plate, line.kind, line.owner, line.driver]
  const find = rowFinder(spellPinyin)
  const first = await cpuMs(() => find('x', data, namesOf))
  const searches: number[] = []
  for (const { plate } of data.slice(0, 50))
    for (const typed of [plate.slice(-4), 'xianyiy', 'wsf', plate])
      searches.push((await cpuMs(() => find(typed, data, namesOf))).ms)
  tell({
    'fleet-register/import-cpu-ms': rounded(load.ms),
    'fleet-register/list-cpu-ms': rounded(median(lists)),
    'fleet-register/first-search-cpu-ms': rounded(first.ms),
    'fleet-register/search-cpu-ms': rounded(Math.max(...searches)),
  })
} finally {
  await office.close()
}
