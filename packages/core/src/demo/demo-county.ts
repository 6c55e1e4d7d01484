import { startingCatalogue } from '../catalogue/starting-catalogue.ts'
import { random } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'
import { cityInput } from './city.ts'
import { mountainCounty } from './mountain-county.ts'
import { threeValleys } from './three-valleys.ts'

interface DemoOptions {
  size: 'three-valleys' | 'county' | 'city'
  seed: number
  /** What a service costs a head in remote villages against the county seat; 2 where nothing is said. */
  costRatio?: number
}

/**
 * A made-up county, complete: land, roads, people, buildings, vehicles, staff, money, standards and how things run
 * today. Names are invented, codes belong to nobody (3311 99). Same options, same bytes.
 * `three-valleys` is always the same: it is small enough to check by hand.
 */
export function demoCounty(options: DemoOptions): CountyInput {
  const catalogue = startingCatalogue()
  const source = random(options.seed)
  if (options.size === 'three-valleys') return threeValleys(catalogue)
  if (options.size === 'city') return cityInput(catalogue, source, options.costRatio ?? 2)
  return mountainCounty(catalogue, source, options.costRatio ?? 2)
}
