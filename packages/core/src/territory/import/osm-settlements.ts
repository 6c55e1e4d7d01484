import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import type { Division } from '../division.ts'
import { metresBetween } from '../earth.ts'
import type { Settlement } from '../settlement.ts'
import type { Terrain } from '../terrain.ts'
import { elevationAt } from '../terrain-elevation.ts'
import type { OsmPlace, PlaceKind } from './osm-place.ts'

/**
 * People assumed to live at a place whose tag has no number: round guesses of the usual order of size of the kind
 * (OSM wiki, Key:place, gives town 10³–10⁵, village 10²–10⁴, hamlet below 10²), all marked as assumed.
 */
const assumedPeople: Record<PlaceKind, number> = {
  city: 50_000,
  town: 3_000,
  suburb: 2_000,
  village: 500,
  quarter: 500,
  neighbourhood: 300,
  hamlet: 60,
  isolated_dwelling: 5,
  farm: 5,
}

/** Six digits that are nobody's: made-up counties live there. */
const MADE_UP = '331199'

/** Parts of a town: its people are counted at the town. */
const townParts = new Set<PlaceKind>(['suburb', 'quarter', 'neighbourhood'])

export interface CountyPlaces {
  divisions: Division[]
  settlements: Settlement[]
  /** One place a township, in order of code. */
  townships: { code: string; place: OsmPlace }[]
  findings: Finding[]
}

/**
 * Settlements of a county from the places of a map, in a made-up tree of divisions: a township round each city or town
 * (round each village where there are no towns), an administrative village round each village or town, and every other
 * place in the village nearest to it. Codes start with 331199 and follow the order of place ids.
 */
export function osmSettlements(
  places: readonly OsmPlace[],
  county: { name: string; nameEn: string },
  terrain: Terrain,
  file: string,
): CountyPlaces {
  const lived = places
    .filter((p) => !townParts.has(p.kind))
    .toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
  const findings: Finding[] = []
  const parts = places.length - lived.length
  if (parts > 0) findings.push(finding('places-in-towns', { file }, { count: parts }))
  if (lived.length === 0) {
    return {
      divisions: [],
      settlements: [],
      townships: [],
      findings: [...findings, finding('settlements-none', { file })],
    }
  }
  const tree = madeUpTree(lived, county)
  const settlements = lived.map((place) =>
    settlementOf(place, tree.villageOf.get(place.id)!, terrain, file),
  )
  const assumed = lived.filter((p) => p.population === undefined).length
  findings.push(finding('divisions-made-up', { file }, { count: tree.divisions.length }))
  if (assumed > 0) findings.push(finding('population-assumed', { file }, { count: assumed }))
  return { divisions: tree.divisions, settlements, townships: tree.townships, findings }
}

const ofKinds = (places: readonly OsmPlace[], kinds: readonly PlaceKind[]): OsmPlace[] =>
  places.filter((p) => kinds.includes(p.kind))

/** The nearest of some places; the first on a tie. */
const nearestPlace = <P extends { at: readonly [number, number] }>(
  from: OsmPlace['at'],
  places: readonly P[],
): P =>
  places.reduce((best, p) =>
    metresBetween(from, [p.at[0], p.at[1]]) < metresBetween(from, [best.at[0], best.at[1]])
      ? p
      : best,
  )

function centresOf(places: readonly OsmPlace[]): { towns: OsmPlace[]; villages: OsmPlace[] } {
  const towns = ofKinds(places, ['city', 'town'])
  const villages = ofKinds(places, ['city', 'town', 'village'])
  if (villages.length === 0) return { towns: [...places], villages: [...places] }
  return { towns: towns.length > 0 ? towns : villages, villages }
}

function madeUpTree(places: readonly OsmPlace[], county: { name: string; nameEn: string }) {
  const { towns, villages } = centresOf(places)
  const division = (
    code: string,
    level: Division['level'],
    parent: string | null,
    place: OsmPlace | null,
  ): Division => ({
    code,
    name: place?.name ?? county.name,
    ...(place
      ? place.nameEn === undefined
        ? {}
        : { nameEn: place.nameEn }
      : { nameEn: county.nameEn }),
    level,
    parent,
    successors: [],
    oldNames: [],
  })
  const countyCode = `${MADE_UP}000000`
  const divisions = [division(countyCode, 'county', null, null)]
  const townships = towns.map((place, k) => ({
    code: `${MADE_UP}${number(k + 1)}000`,
    place,
    at: place.at,
    villages: 0,
  }))
  for (const t of townships) divisions.push(division(t.code, 'township', countyCode, t.place))
  const codeOf = new Map<string, string>()
  for (const place of villages) {
    const township = nearestPlace(place.at, townships)
    township.villages++
    const code = `${township.code.slice(0, 9)}${number(township.villages)}`
    codeOf.set(place.id, code)
    divisions.push(division(code, 'village', township.code, place))
  }
  const villageOf = new Map(
    places.map((p) => [
      p.id,
      { code: codeOf.get(nearestPlace(p.at, villages).id)!, centre: codeOf.has(p.id) },
    ]),
  )
  return {
    divisions: divisions.toSorted(byText((x) => x.code)),
    townships: townships.map(({ code, place }) => ({ code, place })),
    villageOf,
  }
}

const number = (n: number): string => String(n).padStart(3, '0')

function settlementOf(
  place: OsmPlace,
  village: { code: string; centre: boolean },
  terrain: Terrain,
  file: string,
): Settlement {
  const elevationM = elevationAt(terrain, place.at) ?? place.elevationM
  const known = place.population !== undefined
  return {
    id: place.id,
    name: place.name,
    ...(place.nameEn === undefined ? {} : { nameEn: place.nameEn }),
    otherNames: place.otherNames,
    division: village.code,
    at: place.at,
    ...(elevationM === undefined ? {} : { elevationM: Math.round(elevationM) }),
    permanent: { total: place.population ?? assumedPeople[place.kind], bands: [] },
    registered: null,
    households: null,
    needs: {},
    isCentre: village.centre,
    canStop: true,
    signal: true,
    provenance: {
      file,
      method: known ? 'imported' : 'assumed',
      note: known ? `place=${place.kind}` : `people assumed from place=${place.kind}`,
    },
  }
}
