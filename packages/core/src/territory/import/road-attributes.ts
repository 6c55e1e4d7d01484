import type { RoadClass, Surface } from '../roads.ts'
import { osmRoad, type RoadAttributes } from './osm-road.ts'

/** Column names by meaning, in both languages and as road offices and OSM exports write them; letter case is ignored. */
const columns = {
  id: ['id', 'osm_id', '编号', '路段编号', '道路编号'],
  name: ['name', '名称', '道路名称', '路名', '路线名称', '路线编码', '路线编号', 'ref'],
  code: ['路线编码', '路线编号', '路线代码', 'ref'],
  class: [
    'class',
    'highway',
    'fclass',
    '技术等级',
    '道路等级',
    '公路等级',
    '行政等级',
    '等级',
    '道路类型',
    'type',
  ],
  surface: ['surface', '路面类型', '路面', '铺装'],
  width: ['widthm', 'width', '路面宽度', '路面宽', '宽度', '路宽', '路基宽度'],
  maxSpeed: ['maxspeed', '限速', '设计时速', '设计速度'],
  oneway: ['oneway', '单行', '单行线', '通行方向'],
  bridge: ['bridge', '桥梁', '桥'],
  tunnel: ['tunnel', '隧道'],
  footOnly: ['footonly', '仅步行'],
  maxWeight: ['maxweightt', 'maxweight', '限重', '限载'],
} as const

/**
 * Chinese classes to OSM's: technical ones (JTG B01: what a road can carry) and administrative ones (whose it is).
 * A value matches when it contains the word, the first that does.
 */
const chineseClasses: readonly (readonly [word: string, roadClass: RoadClass])[] = [
  ['高速', 'motorway'],
  ['快速路', 'trunk'],
  ['一级', 'trunk'],
  ['二级', 'primary'],
  ['三级', 'secondary'],
  ['四级', 'tertiary'],
  ['等外', 'unclassified'],
  ['国道', 'trunk'],
  ['省道', 'primary'],
  ['县道', 'secondary'],
  ['乡道', 'tertiary'],
  ['村道', 'unclassified'],
  ['专用', 'unclassified'],
  ['次干', 'secondary'],
  ['主干', 'primary'],
  ['支路', 'residential'],
  ['街', 'residential'],
  ['巷', 'residential'],
  ['内部', 'service'],
  ['机耕', 'track'],
  ['林道', 'track'],
  ['步道', 'path'],
  ['小路', 'path'],
  ['人行', 'path'],
]

/** First letter of a route code (G25, S221, X302…, Y, C, Z), GB/T 917. */
const codeClasses: Record<string, RoadClass> = {
  G: 'trunk',
  S: 'primary',
  X: 'secondary',
  Y: 'tertiary',
  C: 'unclassified',
  Z: 'unclassified',
}

const chineseSurfaces: readonly (readonly [word: string, surface: Surface])[] = [
  ['未硬化', 'dirt'],
  ['未铺装', 'gravel'],
  ['沥青', 'paved'],
  ['柏油', 'paved'],
  ['水泥', 'paved'],
  ['混凝土', 'paved'],
  ['硬化', 'paved'],
  ['铺装', 'paved'],
  ['砂石', 'gravel'],
  ['碎石', 'gravel'],
  ['简易', 'gravel'],
  ['泥', 'dirt'],
  ['土', 'dirt'],
]

const onewayValues: Record<string, -1 | 0 | 1> = {
  '1': 1,
  yes: 1,
  true: 1,
  f: 1,
  是: 1,
  正向: 1,
  单向: 1,
  '-1': -1,
  t: -1,
  反向: -1,
  逆向: -1,
}

const yes = new Set(['1', 'yes', 'true', 't', 'y', '是', '有'])

export type Properties = Readonly<Record<string, unknown>>

/** What a row of attributes says of a road, and the class word when nobody knows it. */
export interface RoadRow {
  /** Empty where the row has none. */
  id: string
  road: RoadAttributes
  unknownClass: string | null
}

/** The road a row of a GeoJSON, Shapefile or GeoPackage layer describes. */
export function roadAttributes(properties: Properties): RoadRow {
  const row = new Map(
    Object.entries(properties).map(([key, value]) => [key.trim().toLowerCase(), text(value)]),
  )
  const read = (field: keyof typeof columns): string =>
    columns[field].map((c) => row.get(c)).find((v) => v !== undefined && v !== '') ?? ''
  const { roadClass, footOnly, unknown } = classOf(row, read('code'))
  const name = read('name')
  const surface = surfaceOf(read('surface'))
  const widthM = positive(read('width'))
  const maxSpeed = positive(read('maxSpeed'))
  const maxWeightT = positive(read('maxWeight'))
  const foot = footOnly || yes.has(read('footOnly').toLowerCase())
  return {
    id: read('id'),
    road: {
      ...(name === '' ? {} : { name }),
      class: roadClass,
      surface,
      ...(widthM === undefined ? {} : { widthM }),
      ...(maxSpeed === undefined ? {} : { maxSpeed }),
      oneway: foot ? 0 : (onewayValues[read('oneway').toLowerCase()] ?? 0),
      bridge: yes.has(read('bridge').toLowerCase()),
      tunnel: yes.has(read('tunnel').toLowerCase()),
      footOnly: foot,
      ...(maxWeightT === undefined ? {} : { maxWeightT }),
    },
    unknownClass: unknown,
  }
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).replaceAll('\0', '').trim()

function positive(value: string): number | undefined {
  const number = Number.parseFloat(value)
  return number > 0 ? number : undefined
}

/** The first class column with a known value wins; then the letter of the route code. */
function classOf(
  row: ReadonlyMap<string, string>,
  code: string,
): { roadClass: RoadClass; footOnly: boolean; unknown: string | null } {
  const said = columns.class.map((c) => row.get(c) ?? '').filter((v) => v !== '')
  for (const value of said) {
    const chinese = chineseClasses.find(([word]) => value.includes(word))?.[1]
    if (chinese) return { roadClass: chinese, footOnly: chinese === 'path', unknown: null }
    const osm = osmRoad({ highway: value.toLowerCase() })
    if (osm) return { roadClass: osm.class, footOnly: osm.footOnly, unknown: null }
  }
  const byCode = /^[A-Z]\d/i.test(code) ? codeClasses[code[0]!.toUpperCase()] : undefined
  return {
    roadClass: byCode ?? 'unclassified',
    footOnly: false,
    unknown: byCode ? null : (said[0] ?? ''),
  }
}

function surfaceOf(value: string): Surface {
  const chinese = chineseSurfaces.find(([word]) => value.includes(word))?.[1]
  return chinese ?? osmRoad({ highway: 'road', surface: value.toLowerCase() })?.surface ?? 'unknown'
}
