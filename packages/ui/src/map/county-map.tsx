import type { FeatureCollection, GeoJsonProperties } from 'geojson'
import {
  type GeoJSONSource,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
} from 'maplibre-gl'
import { type CSSProperties, useEffect, useRef } from 'react'
import { colours, fonts } from '../tokens.ts'
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

type Shown = Pick<CountyMapProps, 'places' | 'roads' | 'lines' | 'selected'>

const fitBoundsOptions = { padding: 48 }
/** A few frames. */
const namesAfterMs = 100

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
    // Places first; roads, which are many, follow when somebody can use the map already.
    const first = { ...shown.current, roads: null }
    const bounds = boundsOf(first.places)
    const made = new MapLibre({
      container: holder.current!,
      style: withData(styleOn(ground), first),
      attributionControl: false,
      fadeDuration: 0,
      localIdeographFontFamily: fonts.replaceAll('"', ''),
      ...(bounds ? { bounds, fitBoundsOptions } : {}),
    })
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
    // The signs of names are made one by one: first the map is somebody's to use.
    const showNames = () => {
      if (map.current === made) made.setLayoutProperty('names', 'visibility', 'visible')
    }
    const tellReady = () => {
      holder.current?.setAttribute('data-ready', 'true')
      setTimeout(showNames, namesAfterMs)
    }
    // By then what the map was made with is drawn.
    made.on('load', () => {
      map.current = made
      if (pickRoad.current) made.setPaintProperty('roads', 'line-width', pickedRoadWidth)
      const now = shown.current
      draw(made, now, first)
      const found = bounds ? null : boundsOf(now.places)
      if (found) made.fitBounds(found, { ...fitBoundsOptions, animate: false })
      if (now.places === first.places) tellReady()
      else made.once('idle', tellReady)
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

  const drawn = useRef(shown.current)
  useEffect(() => {
    const now = { places, roads, lines, selected }
    if (map.current) draw(map.current, now, drawn.current)
    drawn.current = now
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

const dataOf = {
  roads: ({ roads }: Shown) => roads ?? empty,
  lines: ({ lines }: Shown) => lines ?? empty,
  places: ({ places, selected }: Shown) => placeFeatures(places, selected),
}

/** A style with what is to be shown in it already: nothing has to be drawn twice. */
function withData(style: StyleSpecification, shown: Shown): StyleSpecification {
  const own = Object.entries(dataOf).map(
    ([name, data]) =>
      [sources[name as keyof typeof sources], { type: 'geojson', data: data(shown) }] as const,
  )
  return { ...style, sources: { ...style.sources, ...Object.fromEntries(own) } }
}

/** Draws anew what is not as it was before. */
function draw(map: MapLibre, shown: Shown, before: Shown): void {
  const put = (name: keyof typeof dataOf) =>
    (map.getSource(sources[name]) as GeoJSONSource).setData(dataOf[name](shown))
  if (shown.roads !== before.roads) put('roads')
  if (shown.lines !== before.lines) put('lines')
  if (shown.places !== before.places || shown.selected !== before.selected) put('places')
}
