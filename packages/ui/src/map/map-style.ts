import type {
  DataDrivenPropertyValueSpecification,
  GeoJSONSourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { colours } from '../tokens.ts'
import type { Ground } from './ground.tsx'

export const sources = { roads: 'roads', lines: 'lines', places: 'places' } as const

const nothing: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
}

const bigRoads = ['motorway', 'trunk', 'primary', 'secondary']

/** Roads where they are what is clicked: wide enough to be hit. */
export const pickedRoadWidth: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['match', ['get', 'class'], bigRoads, 2.5, 1.5],
  14,
  ['match', ['get', 'class'], bigRoads, 6, 4],
]

/** Ground, roads by class, lines, places and their names. Names are drawn from the system’s own fonts. */
const mapStyle: StyleSpecification = {
  version: 8,
  sources: { roads: nothing, lines: nothing, places: nothing },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': colours.panel } },
    {
      id: 'roads',
      type: 'line',
      source: sources.roads,
      paint: {
        'line-color': colours.road,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['match', ['get', 'class'], bigRoads, 1.2, 0.4],
          14,
          ['match', ['get', 'class'], bigRoads, 4, 2],
        ],
      },
    },
    {
      id: 'lines',
      type: 'line',
      source: sources.lines,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': 3, 'line-opacity': 0.85 },
    },
    {
      id: 'places',
      type: 'circle',
      source: sources.places,
      filter: ['==', ['get', 'shape'], 'circle'],
      paint: {
        'circle-radius': ['get', 'size'],
        'circle-color': ['get', 'colour'],
        'circle-stroke-color': ['case', ['get', 'selected'], colours.ink, colours.ground],
        'circle-stroke-width': ['case', ['get', 'selected'], 3, 1],
      },
    },
    {
      id: 'buildings',
      type: 'circle',
      source: sources.places,
      filter: ['==', ['get', 'shape'], 'square'],
      paint: {
        'circle-radius': ['get', 'size'],
        // A ring only: the settlement that it stands in shows through.
        'circle-opacity': 0,
        'circle-stroke-color': ['case', ['get', 'selected'], colours.ink, ['get', 'colour']],
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'names',
      type: 'symbol',
      source: sources.places,
      minzoom: 8,
      layout: {
        // Shown once the places are.
        visibility: 'none',
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: {
        'text-color': colours.ink,
        'text-halo-color': colours.ground,
        'text-halo-width': 1.5,
      },
    },
  ],
}

/** The style with picture tiles between the ground and the county’s own data; they are faint, so that places stand out. */
export function styleOn(ground: Ground | null): StyleSpecification {
  if (ground === null) return mapStyle
  const [background, ...own] = mapStyle.layers
  return {
    ...mapStyle,
    sources: {
      ...mapStyle.sources,
      tiles: {
        type: 'raster',
        tiles: [ground.tiles],
        tileSize: 256,
        minzoom: ground.minZoom,
        maxzoom: ground.maxZoom,
      },
    },
    layers: [
      background!,
      { id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-opacity': 0.75 } },
      ...own,
    ],
  }
}
