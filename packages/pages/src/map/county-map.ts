import type { RoadClass, RoadNetwork } from '@kuashan/core/territory/roads.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import type { Terrain } from '@kuashan/core/territory/terrain.ts'
import { html, type Markup } from '../html.ts'
import { colours, fonts } from '../tokens.ts'
import { type Bounds, boundsOf, type Projection, projection } from './projection.ts'
import { relief } from './relief.ts'

export type MarkShape = 'dot' | 'square' | 'ring' | 'triangle' | 'cross'

export interface Mark {
  at: LngLat
  shape: MarkShape
  colour: string
  /** Radius in drawing units. */
  size: number
  title: string
  /** Written beside the mark when given. */
  label?: string
}

export interface MapLine {
  points: readonly LngLat[]
  colour: string
  width: number
  dashed?: boolean
  title?: string
}

export interface LegendEntry {
  shape: MarkShape | 'line' | 'dashed'
  colour: string
  text: string
}

export interface CountyMap {
  /** What the map shows, for readers who cannot see it. */
  title: string
  roads: RoadNetwork | null
  terrain: Terrain
  lines: readonly MapLine[]
  marks: readonly Mark[]
  legend: readonly LegendEntry[]
  /** Points that must be in view; the marks when empty. */
  frame?: readonly LngLat[]
}

const roadWidth: Partial<Record<RoadClass, number>> = {
  motorway: 2.6,
  trunk: 2.4,
  primary: 2,
  secondary: 1.6,
  tertiary: 1.2,
  unclassified: 0.8,
  residential: 0.5,
  track: 0.5,
}

function roadPaths(roads: RoadNetwork, bounds: Bounds, to: Projection): Markup[] {
  const byClass = new Map<RoadClass, string[]>()
  for (const way of roads.ways) {
    if (roadWidth[way.class] === undefined) continue
    const path = wayPath(roads, way.points, bounds, to)
    if (path) byClass.set(way.class, [...(byClass.get(way.class) ?? []), path])
  }
  return [...byClass].map(
    ([kind, paths]) =>
      html`<path d="${paths.join('')}" stroke-width="${roadWidth[kind]}" fill="none" stroke="${colours.road}"/>`,
  )
}

/** Points closer than one drawing unit to the last are left out. */
function wayPath(roads: RoadNetwork, points: Uint32Array, bounds: Bounds, to: Projection): string {
  const out: string[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  points.forEach((point, k) => {
    const [lng, lat] = [roads.lng[point] as number, roads.lat[point] as number]
    if (lng < bounds.west || lng > bounds.east || lat < bounds.south || lat > bounds.north) return
    const [x, y] = [to.x(lng), to.y(lat)]
    const last = k === points.length - 1
    if (!last && Math.abs(x - lastX) < 1 && Math.abs(y - lastY) < 1) return
    out.push(`${x.toFixed(1)},${y.toFixed(1)}`)
    lastX = x
    lastY = y
  })
  return out.length > 1 ? `M${out.join('L')}` : ''
}

function shape(
  kind: MarkShape,
  x: number,
  y: number,
  r: number,
  colour: string,
  title: string,
): Markup {
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)]
  const name = title ? html`<title>${title}</title>` : null
  switch (kind) {
    case 'dot':
      return html`<circle cx="${cx}" cy="${cy}" r="${r}" fill="${colour}" stroke="#fff" stroke-width=".4">${name}</circle>`
    case 'ring':
      return html`<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${colour}" stroke-width="1.6">${name}</circle>`
    case 'square':
      return html`<rect x="${(x - r).toFixed(1)}" y="${(y - r).toFixed(1)}" width="${2 * r}" height="${2 * r}" fill="${colour}" stroke="#fff" stroke-width=".6">${name}</rect>`
    case 'triangle':
      return html`<path d="M${x.toFixed(1)},${(y - r * 1.2).toFixed(1)}l${r * 1.1},${r * 2}h${-r * 2.2}Z" fill="${colour}" stroke="#fff" stroke-width=".6">${name}</path>`
    case 'cross':
      return html`<path d="M${(x - r).toFixed(1)},${(y - r).toFixed(1)}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}" stroke="${colour}" stroke-width="1.8" fill="none">${name}</path>`
  }
}

function legend(entries: readonly LegendEntry[], to: Projection): Markup {
  const top = to.height + 10
  const perRow = 3
  const column = to.width / perRow
  return html`<g font-size="13" fill="${colours.ink}">${entries.map((entry, k) => {
    const x = (k % perRow) * column + 10
    const y = top + Math.floor(k / perRow) * 20 + 8
    const sign =
      entry.shape === 'line' || entry.shape === 'dashed'
        ? html`<path d="M${x - 6},${y}h14" stroke="${entry.colour}" stroke-width="2" ${entry.shape === 'dashed' ? html`stroke-dasharray="4 3"` : null}/>`
        : shape(entry.shape, x, y, 4.5, entry.colour, '')
    return html`${sign}<text x="${x + 14}" y="${y + 4.5}">${entry.text}</text>`
  })}</g>`
}

/** Where a name begins: right of its mark, or left of it near the right edge, where it would be cut. */
const beside = (x: number, gap: number, width: number): Markup =>
  x < width * 0.75
    ? html`x="${(x + gap).toFixed(1)}"`
    : html`x="${(x - gap).toFixed(1)}" text-anchor="end"`

/** A round length that fits a fifth of the map, in metres. */
function scaleLength(to: Projection): number {
  const most = to.width / 5 / to.scale
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((k) => k * power <= most) ?? 1) * power
}

/** A map of the county as one SVG: relief, roads, lines, marks, legend, scale. No tiles, no network. */
export function countyMap(map: CountyMap, width = 960): Markup {
  const bounds = boundsOf(map.frame?.length ? map.frame : map.marks.map((m) => m.at))
  if (!bounds) return html`<p>—</p>`
  const to = projection(bounds, width)
  const legendHeight = Math.ceil(map.legend.length / 3) * 20 + 14
  const length = scaleLength(to)
  const lines = map.lines.map(
    (line) =>
      html`<path d="M${line.points.map(([lng, lat]) => `${to.x(lng).toFixed(1)},${to.y(lat).toFixed(1)}`).join('L')}" fill="none" stroke="${line.colour}" stroke-width="${line.width}" stroke-linejoin="round" opacity=".75" ${line.dashed ? html`stroke-dasharray="5 4"` : null}>${line.title ? html`<title>${line.title}</title>` : null}</path>`,
  )
  const labels = map.marks
    .filter((mark) => mark.label)
    .map(
      (mark) =>
        html`<text ${beside(to.x(mark.at[0]), mark.size + 3, to.width)} y="${(to.y(mark.at[1]) + 4).toFixed(1)}" font-size="13" fill="${colours.ink}" stroke="#fff" stroke-width="3" paint-order="stroke">${mark.label}</text>`,
    )
  return html`<svg class="map" viewBox="0 0 ${to.width} ${to.height + legendHeight}" role="img" aria-label="${map.title}" font-family="${fonts}">
<clipPath id="frame"><rect width="${to.width}" height="${to.height}"/></clipPath>
<g clip-path="url(#frame)"><rect width="${to.width}" height="${to.height}" fill="${colours.panel}"/>
${relief(map.terrain, bounds, to)}${map.roads ? roadPaths(map.roads, bounds, to) : null}${lines}
${map.marks.map((m) => shape(m.shape, to.x(m.at[0]), to.y(m.at[1]), m.size, m.colour, m.title))}${labels}
<g transform="translate(12,${to.height - 14})"><path d="M0,0v5h${(length * to.scale).toFixed(1)}v-5" fill="none" stroke="${colours.ink}"/><text x="4" y="-2" font-size="12" fill="${colours.ink}">${length >= 1000 ? `${length / 1000} km` : `${length} m`}</text></g>
</g>${legend(map.legend, to)}</svg>`
}
