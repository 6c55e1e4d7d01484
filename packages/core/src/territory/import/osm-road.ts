import type { RoadClass, RoadWay, Surface } from '../roads.ts'
import type { OsmTags } from './osm-element.ts'

/** What a source says of a road, its points apart. */
export type RoadAttributes = Omit<RoadWay, 'id' | 'points'>

/** `highway=*` to classes; `_link` goes with its road. What is not here is no road one can use today. */
const classes: Record<string, RoadClass> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'trunk',
  trunk_link: 'trunk',
  primary: 'primary',
  primary_link: 'primary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'tertiary',
  tertiary_link: 'tertiary',
  unclassified: 'unclassified',
  road: 'unclassified',
  residential: 'residential',
  living_street: 'residential',
  service: 'service',
  track: 'track',
  path: 'path',
  footway: 'path',
  pedestrian: 'path',
  steps: 'path',
  bridleway: 'path',
  cycleway: 'path',
}

const surfaces: Record<string, Surface> = {
  paved: 'paved',
  asphalt: 'paved',
  chipseal: 'paved',
  concrete: 'paved',
  'concrete:plates': 'paved',
  'concrete:lanes': 'paved',
  paving_stones: 'paved',
  sett: 'paved',
  cobblestone: 'paved',
  unhewn_cobblestone: 'paved',
  metal: 'paved',
  wood: 'paved',
  gravel: 'gravel',
  fine_gravel: 'gravel',
  compacted: 'gravel',
  pebblestone: 'gravel',
  unpaved: 'gravel',
  ground: 'dirt',
  dirt: 'dirt',
  earth: 'dirt',
  mud: 'dirt',
  sand: 'dirt',
  grass: 'dirt',
  rock: 'dirt',
  clay: 'dirt',
}

const trackSurfaces: Record<string, Surface> = {
  grade1: 'paved',
  grade2: 'gravel',
  grade3: 'gravel',
  grade4: 'dirt',
  grade5: 'dirt',
}

/** Values of `access`, `vehicle`, `motor_vehicle` under which a public vehicle does not count on the road. */
const closedToCars = new Set(['no', 'private'])

/** `"4.5 m"`, `"4,5"`, `"12'"` to metres; undefined when it is no number. */
export function osmMetres(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(m|ft|')?/.exec(text)
  if (!match) return undefined
  const value = Number(match[1]!.replace(',', '.'))
  const metres = match[2] === 'ft' || match[2] === "'" ? value * 0.3048 : value
  return metres > 0 && metres < 100 ? metres : undefined
}

function tonnes(text: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(t|kg)?\s*$/.exec(text ?? '')
  const value = match ? Number(match[1]!.replace(',', '.')) / (match[2] === 'kg' ? 1000 : 1) : 0
  return value > 0 ? value : undefined
}

function kilometresAnHour(text: string | undefined): number | undefined {
  const match = text === undefined ? null : /^(\d+)\s*(mph)?$/.exec(text.trim())
  if (!match) return undefined
  const value = Number(match[1]) * (match[2] ? 1.609344 : 1)
  return value > 0 ? Math.round(value) : undefined
}

function onewayOf(tags: OsmTags, roadClass: RoadClass): -1 | 0 | 1 {
  const said = tags.oneway
  if (said === '-1' || said === 'reverse') return -1
  if (said === 'yes' || said === 'true' || said === '1') return 1
  if (said !== undefined) return 0
  const implied =
    roadClass === 'motorway' || tags.junction === 'roundabout' || tags.junction === 'circular'
  return implied ? 1 : 0
}

/**
 * The road a way's tags describe, or null when it is none: not a highway, or one not yet built or no longer there.
 * Access tags: the most specific wins (`motor_vehicle`, `vehicle`, `access`); `no` and `private` leave it to people on foot.
 * Source: OSM wiki, Key:highway, Key:access, Key:oneway.
 */
export function osmRoad(tags: OsmTags): RoadAttributes | null {
  const roadClass = classes[tags.highway ?? '']
  if (!roadClass) return null
  const cars = tags.motor_vehicle ?? tags.vehicle ?? tags.access
  const footOnly = roadClass === 'path' || (cars !== undefined && closedToCars.has(cars))
  const surface = surfaces[tags.surface ?? ''] ?? trackSurfaces[tags.tracktype ?? ''] ?? 'unknown'
  const name = tags.name ?? tags['name:zh'] ?? tags.ref
  const widthM = osmMetres(tags.maxwidth) ?? osmMetres(tags.width)
  const maxSpeed = kilometresAnHour(tags.maxspeed)
  const maxWeightT = tonnes(tags.maxweight)
  return {
    ...(name === undefined ? {} : { name }),
    class: roadClass,
    surface,
    ...(widthM === undefined ? {} : { widthM }),
    ...(maxSpeed === undefined ? {} : { maxSpeed }),
    oneway: footOnly ? 0 : onewayOf(tags, roadClass),
    bridge: tags.bridge !== undefined && tags.bridge !== 'no',
    tunnel: tags.tunnel !== undefined && tags.tunnel !== 'no',
    footOnly,
    ...(maxWeightT === undefined ? {} : { maxWeightT }),
  }
}
