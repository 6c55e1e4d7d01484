import type { FeatureCollection, GeoJsonProperties } from 'geojson'
import { type GeoJSONSource, Map as MapLibre, NavigationControl, ScaleControl } from 'maplibre-gl'
import { type CSSProperties, useEffect, useRef } from 'react'
import { colours } from '../tokens.ts'
import { useGround } from './ground.tsx'
import { pickedRoadWidth, sources, styleOn } from './map-style.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map-worker.ts'

/** One place on the map: a settlement or a building. */
export interface MapPlace {
  id: string
  name: string
  at: readonly [number, number]
  colour: string
  /** Pixels. */
  size: number
  shape: 'circle' | 'square'
}

export interface CountyMapProps {
  /** What the map shows, for those who cannot see it. */
  label: string
  places: readonly MapPlace[]
  roads: FeatureCollection | null
  /** Tours and other lines, each with `colour` and `id`. */
  lines?: FeatureCollection | undefined
  selected: string | null
  onSelect: (id: string | null) => void
  /** With it roads are what is clicked, not places; drawn wide enough to be hit. */
  onRoad?: ((properties: GeoJsonProperties) => void) | undefined
}

/** Where neither legend nor controls stand: the number must never be covered. */
const creditStyle: CSSProperties = {
  position: 'absolute',
  left: 0,
  top: 0,
  padding: '1px 6px',
  background: colours.ground,
  color: colours.ink,
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

const placeFeatures = (
  places: readonly MapPlace[],
  selected: string | null,
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: places.map(({ id, name, at, colour, size, shape }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: { id, name, colour, size, shape, selected: id === selected },
  })),
})

function boundsOf(places: readonly MapPlace[]): [[number, number], [number, number]] | null {
  if (places.length === 0) return null
  const lng = places.map((p) => p.at[0])
  const lat = places.map((p) => p.at[1])
  return [
    [Math.min(...lng), Math.min(...lat)],
    [Math.max(...lng), Math.max(...lat)],
  ]
}

/**
 * A county’s places, roads and tours, on the ground that was chosen. Without one it draws from data alone: no tiles, no glyphs,
 * nothing from the network. Clicking a place
 * selects it; whatever is on the map must also stand in a list beside it, for those who use a keyboard.
 */
export function CountyMap({
  label,
  places,
  roads,
  lines,
  selected,
  onSelect,
  onRoad,
}: CountyMapProps) {
  const ground = useGround()
  const holder = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const select = useRef(onSelect)
  select.current = onSelect
  const pickRoad = useRef(onRoad)
  pickRoad.current = onRoad
  const shown = useRef({ places, roads, lines, selected })
  shown.current = { places, roads, lines, selected }

  useEffect(() => {
    const made = new MapLibre({
      container: holder.current!,
      style: styleOn(ground),
      attributionControl: false,
      fadeDuration: 0,
    })
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
    made.on('load', () => {
      map.current = made
      if (pickRoad.current) made.setPaintProperty('roads', 'line-width', pickedRoadWidth)
      draw(made, shown.current)
      const bounds = boundsOf(shown.current.places)
      if (bounds) made.fitBounds(bounds, { padding: 48, animate: false })
      holder.current?.setAttribute('data-ready', 'true')
    })
    const near = 6
    const hitAt = ({ x, y }: { x: number; y: number }) =>
      made.queryRenderedFeatures(
        [
          [x - near, y - near],
          [x + near, y + near],
        ],
        { layers: pickRoad.current ? ['roads'] : ['places', 'buildings'] },
      )[0]
    made.on('click', (event) => {
      const hit = hitAt(event.point)
      if (!pickRoad.current) select.current(hit ? String(hit.properties.id) : null)
      else if (hit) pickRoad.current(hit.properties)
    })
    made.on('mousemove', (event) => {
      made.getCanvas().style.cursor = hitAt(event.point) ? 'pointer' : ''
    })
    return () => {
      map.current = null
      made.remove()
    }
  }, [ground])

  useEffect(() => {
    if (map.current) draw(map.current, { places, roads, lines, selected })
  }, [places, roads, lines, selected])

  return (
    <section
      aria-label={label}
      style={{ height: '100%', minHeight: 360, position: 'relative', background: colours.panel }}
    >
      <div ref={holder} style={{ position: 'absolute', inset: 0 }} />
      {ground && <small style={creditStyle}>{ground.credit}</small>}
    </section>
  )
}

function draw(
  map: MapLibre,
  {
    places,
    roads,
    lines,
    selected,
  }: Pick<CountyMapProps, 'places' | 'roads' | 'lines' | 'selected'>,
): void {
  const put = (source: string, data: FeatureCollection) =>
    (map.getSource(source) as GeoJSONSource).setData(data)
  put(sources.roads, roads ?? empty)
  put(sources.lines, lines ?? empty)
  put(sources.places, placeFeatures(places, selected))
}
