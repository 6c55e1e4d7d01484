import { finding } from '../../../kernel/finding.ts'
import {
  ended,
  instanceOf,
  mostPlaces,
  nameOf,
  numbersTo,
  type ReadLocation,
} from './location-parts.ts'
import { type NumberWords, numberWords } from './number-words.ts'

/** Tables of the warehouse files; costs are for all of a client, one row a client. */
interface Tables {
  fixed: Float64Array
  capacity: Float64Array
  demand: Float64Array
  pairs: Float64Array
}

const emptyTables = (clients: number, sites: number): Tables => ({
  fixed: new Float64Array(sites),
  capacity: new Float64Array(sites),
  demand: new Float64Array(clients),
  pairs: new Float64Array(clients * sites),
})

const built = (words: NumberWords, clients: number, sites: number, tables: Tables) => {
  if (words.findings.length === 0) words.end('numbers')
  return ended(words.findings, () =>
    instanceOf(nameOf(words.file), numbersTo(clients), numbersTo(sites), tables),
  )
}

function siteLines(words: NumberWords, sites: number, tables: Tables): void {
  for (let j = 0; j < sites; j++) {
    tables.capacity[j] = words.amount('capacity')
    tables.fixed[j] = words.amount('fixed cost')
  }
}

/**
 * OR-Library warehouses (Beasley 1988): `m n`, m lines `capacity fixed`, then for each client its demand and m costs.
 * In capa, capb and capc the word "capacity" stands for a number that is given apart.
 */
export function readWarehouses(text: string, file: string, capacity?: number): ReadLocation {
  const asks = /\bcapacity\b/.test(text)
  const words = numberWords(
    asks && capacity !== undefined ? text.replaceAll(/\bcapacity\b/g, String(capacity)) : text,
    file,
  )
  if (asks && capacity === undefined)
    return { instance: null, findings: [finding('siting-capacity-missing', { file, row: 2 })] }
  const sites = words.whole('m', 1, mostPlaces)
  const clients = words.whole('n', 1, mostPlaces)
  const count = 2 * sites + clients * (1 + sites)
  if (words.findings.length > 0 || !words.has(count, 'numbers'))
    return { instance: null, findings: words.findings }
  const tables = emptyTables(clients, sites)
  siteLines(words, sites, tables)
  for (let i = 0; i < clients; i++) {
    tables.demand[i] = words.amount('demand')
    for (let j = 0; j < sites; j++) tables.pairs[i * sites + j] = words.next('cost')
  }
  return built(words, clients, sites, tables)
}

/** Single source as Holmberg, Rönnqvist & Yuan 1999 wrote it: `m n`, m lines `capacity fixed`, n demands, then one row of costs a site. */
export function readHolmberg(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  const sites = words.whole('m', 1, mostPlaces)
  const clients = words.whole('n', 1, mostPlaces)
  const count = 2 * sites + clients * (1 + sites)
  if (words.findings.length > 0 || !words.has(count, 'numbers'))
    return { instance: null, findings: words.findings }
  const tables = emptyTables(clients, sites)
  siteLines(words, sites, tables)
  for (let i = 0; i < clients; i++) tables.demand[i] = words.amount('demand')
  for (let j = 0; j < sites; j++)
    for (let i = 0; i < clients; i++) tables.pairs[i * sites + j] = words.next('cost')
  return built(words, clients, sites, tables)
}

/** Single source as Delmaire et al. 1999 wrote it: `clients sites`, one row of costs a client, demands, fixed costs, capacities. */
export function readDelmaire(text: string, file: string): ReadLocation {
  const words = numberWords(text, file)
  const clients = words.whole('n', 1, mostPlaces)
  const sites = words.whole('m', 1, mostPlaces)
  const count = clients * sites + clients + 2 * sites
  if (words.findings.length > 0 || !words.has(count, 'numbers'))
    return { instance: null, findings: words.findings }
  const tables = emptyTables(clients, sites)
  for (let k = 0; k < clients * sites; k++) tables.pairs[k] = words.next('cost')
  for (let i = 0; i < clients; i++) tables.demand[i] = words.amount('demand')
  for (let j = 0; j < sites; j++) tables.fixed[j] = words.amount('fixed cost')
  for (let j = 0; j < sites; j++) tables.capacity[j] = words.amount('capacity')
  return built(words, clients, sites, tables)
}
