import { measure } from '@kuashan/core/access/measure.ts'
import type { Supply } from '@kuashan/core/access/supply.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'

export const input = demoCounty({ size: 'three-valleys', seed: 1 })
export const { county, catalogue } = input
export const { travel } = await yearTravel(input, { workers: 1 })
export const today = supplyToday(county, catalogue)
export const measured = (supply: Supply, asOf = county.settings.asOf) =>
  measure({ county, catalogue, travel: travel.base, supply, asOf })
