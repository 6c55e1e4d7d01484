import type { Catalogue } from '../catalogue/catalogue.ts'
import { random } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'
import { mountainCounty } from './mountain-county.ts'

export const threeValleys = (catalogue: Catalogue): CountyInput =>
  mountainCounty(catalogue, random(1), 2)
