import { townshipIn } from '../access/division-at.ts'
import { compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { villageOf } from '../territory/settlement.ts'
import type { FigureRecord } from './figure.ts'

type PlaceKeys = Pick<FigureRecord['keys'], 'township' | 'village' | 'urbanRural' | 'remoteness'>

/**
 * A division's village code says town or country: the class of the statistics office (1xx urban, 2xx rural) where known,
 * else the last three digits (001–199 residents' committees, 200–399 village committees; NBS, rules for codes of
 * statistical divisions, 2009).
 */
function isUrbanCode(code: string, urbanRural: string | undefined): boolean {
  if (urbanRural !== undefined) return urbanRural.startsWith('1')
  const last = Number(code.slice(9, 12))
  return code.length === 12 && last > 0 && last < 200
}

/**
 * Villages that count as urban. Where neither classes nor codes name any, the county town's own village does: that
 * nearest to the seat's point, or where most people live.
 */
function urbanVillages({ divisions, settlements, settings }: County): Set<string> {
  const classes = new Map(divisions.map((d) => [d.code, d.urbanRural]))
  const villages = new Set(settlements.map(villageOf))
  const urban = [...villages].filter((code) => isUrbanCode(code, classes.get(code)))
  if (urban.length > 0) return new Set(urban)
  const { seat } = settings
  const far = (at: readonly [number, number] | null) =>
    at && seat ? Math.hypot(at[0] - seat[0], at[1] - seat[1]) : Number.MAX_VALUE
  const [town] = [...settlements].sort(
    (a, b) =>
      far(a.at) - far(b.at) || b.permanent.total - a.permanent.total || compareText(a.id, b.id),
  )
  return new Set(town ? [villageOf(town)] : [])
}

/** Where a settlement belongs, for every dimension of place. */
export function placeKeysIn(
  county: County,
  remote: ReadonlySet<string>,
): (settlement: string) => PlaceKeys {
  const townshipOf = townshipIn(county)
  const urban = urbanVillages(county)
  const found = new Map(
    county.settlements.map((s): [string, PlaceKeys] => [
      s.id,
      {
        township: townshipOf(s.id),
        village: villageOf(s),
        urbanRural: urban.has(villageOf(s)) ? 'urban' : 'rural',
        remoteness: remote.has(s.id) ? 'remote' : 'near',
      },
    ]),
  )
  return (settlement) => found.get(settlement) ?? {}
}
