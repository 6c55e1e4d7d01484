import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Random } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'
import { mountainCounty } from './mountain-county.ts'

export const cityInput = (catalogue: Catalogue, random: Random, costRatio: number): CountyInput =>
  mountainCounty(catalogue, random, costRatio)
