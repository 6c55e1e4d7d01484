import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LngLat } from '../settlement.ts'
import { roadAttributes } from './road-attributes.ts'
import { type RoadLine, roadsFromLines } from './road-lines.ts'

const METRE = 1 / 111_195

const line = (
  points: LngLat[],
  properties: Record<string, unknown> = { class: '县道' },
): RoadLine => ({
  points,
  properties,
})

describe('roadAttributes', () => {
  test.each([
    [{ 技术等级: '四级公路' }, 'tertiary'],
    [{ 技术等级: '等外', 行政等级: '县道' }, 'unclassified'],
    [{ 行政等级: '省道' }, 'primary'],
    [{ 道路等级: '高速公路' }, 'motorway'],
    [{ 等级: '村道' }, 'unclassified'],
    [{ fclass: 'tertiary_link' }, 'tertiary'],
    [{ Highway: 'track' }, 'track'],
    [{ 道路类型: '机耕路' }, 'track'],
    [{ 路线编码: 'X302331102' }, 'secondary'],
  ])('class of %j is %s', (properties, roadClass) => {
    const row = roadAttributes(properties)
    expect(row.road.class).toBe(roadClass)
    expect(row.unknownClass).toBeNull()
  })
  test('width, surface, name, direction and structures in Chinese', () => {
    const { road } = roadAttributes({
      道路名称: '云和至景宁公路',
      技术等级: '三级',
      路面宽度: '6.5米',
      路面类型: '水泥混凝土',
      通行方向: '反向',
      桥梁: '是',
      限速: 40,
    })
    expect(road).toMatchObject({
      name: '云和至景宁公路',
      class: 'secondary',
      widthM: 6.5,
      surface: 'paved',
      oneway: -1,
      bridge: true,
      tunnel: false,
      maxSpeed: 40,
    })
  })
  test.each([
    ['未硬化', 'dirt'],
    ['沥青', 'paved'],
    ['砂石', 'gravel'],
    ['gravel', 'gravel'],
    ['?', 'unknown'],
  ])('surface %s is %s', (value, surface) => {
    expect(roadAttributes({ 路面类型: value }).road.surface).toBe(surface)
  })
  test('a class nobody knows is unclassified and said', () => {
    const row = roadAttributes({ class: '丙级' })
    expect(row.road.class).toBe('unclassified')
    expect(row.unknownClass).toBe('丙级')
  })
})

describe('roadsFromLines', () => {
  test('ends that meet within a metre are one point, farther ones are not', () => {
    const lines = [
      line(
        [
          [119, 28],
          [119.01, 28],
        ],
        { id: 'a', class: '县道' },
      ),
      line(
        [
          [119.01, 28 + 0.8 * METRE],
          [119.01, 28.01],
        ],
        { id: 'b', class: '县道' },
      ),
      line(
        [
          [119.01, 28 - 1.5 * METRE],
          [119.01, 27.99],
        ],
        { id: 'c', class: '县道' },
      ),
    ] // prettier-ignore
    const { roads, findings } = roadsFromLines(lines, 'f')
    const [a, b, c] = roads!.ways
    expect(b!.points[0]).toBe(a!.points[1])
    expect(c!.points[0]).not.toBe(a!.points[1])
    expect(findings.map((f) => [f.code, f.facts.count])).toEqual([['road-ends-joined', 1]])
  })
  test('an end moves onto a point inside another road, which stays', () => {
    const lines = [
      line(
        [
          [119, 28],
          [119.01, 28],
          [119.02, 28],
        ],
        { id: 'b' },
      ),
      line(
        [
          [119.01, 28 + 0.5 * METRE],
          [119.01, 28.01],
        ],
        { id: 'a' },
      ),
    ] // prettier-ignore
    const { roads } = roadsFromLines(lines, 'f')
    const joint = roads!.ways[0]!.points[0]!
    expect(joint).toBe(roads!.ways[1]!.points[1])
    expect(roads!.lat[joint]).toBe(28)
  })
  test('a dead end that touches a road between its points becomes a junction; a crossing does not', () => {
    const lines = [
      line(
        [
          [119, 28],
          [119.02, 28],
        ],
        { id: 'a' },
      ),
      line(
        [
          [119.01, 28 + 0.5 * METRE],
          [119.01, 28.01],
        ],
        { id: 'b' },
      ),
      line(
        [
          [119.005, 28 - 0.3 * METRE],
          [119.005, 27.99],
        ],
        { id: 'c' },
      ),
      line(
        [
          [119.015, 27.99],
          [119.015, 28.01],
        ],
        { id: 'd' },
      ),
      line(
        [
          [119.018, 28 + 1.2 * METRE],
          [119.018, 28.01],
        ],
        { id: 'e' },
      ),
    ] // prettier-ignore
    const { roads, findings } = roadsFromLines(lines, 'f')
    const [a, b, c] = roads!.ways
    expect(Array.from(a!.points)).toEqual([a!.points[0], c!.points[0], b!.points[0], a!.points[3]])
    expect(findings.find((f) => f.code === 'road-ends-joined')?.facts.count).toBe(2)
  })
  test('the order of rows does not matter', () => {
    const cell = fc.integer({ min: 0, max: 6 })
    const point = fc
      .tuple(cell, cell)
      .map(([x, y]): LngLat => [119 + x * 0.6 * METRE, 28 + y * 0.6 * METRE])
    const lines = fc.array(fc.array(point, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(lines, fc.integer(), (some, seed) => {
        const rows = some.map((points) => line(points))
        const shuffled = rows.toSorted(
          (a, b) => ((a.points[0]![0] * seed) % 7) - ((b.points[0]![1] * seed) % 5),
        )
        expect(roadsFromLines(shuffled, 'f')).toEqual(roadsFromLines(rows, 'f'))
      }),
    )
  })
  test('ids come from geometry, stay when lines are added, and doubles are numbered', () => {
    const one = line([
      [119, 28],
      [119.01, 28],
    ]) // prettier-ignore
    const two = line([
      [119.2, 28],
      [119.21, 28],
    ]) // prettier-ignore
    const alone = roadsFromLines([one], 'f').roads!.ways[0]!.id
    expect(roadsFromLines([two, one], 'f').roads!.ways.map((w) => w.id)).toContain(alone)
    const doubled = roadsFromLines([one, one], 'f')
    expect(doubled.roads!.ways.map((w) => w.id)).toEqual([alone, `${alone}-2`])
    expect(doubled.findings.map((f) => f.code)).toEqual(['road-id-doubled'])
  })
  test('lines without two points are counted, and no lines are an error', () => {
    const { roads, findings } = roadsFromLines(
      [
        line([[119, 28]]),
        line([
          [500, 28],
          [501, 28],
        ]),
      ],
      'f',
    ) // prettier-ignore
    expect(roads).toBeNull()
    expect(findings.map((f) => f.code)).toEqual(['road-line-unusable', 'roads-none'])
    expect(findings[0]!.facts.count).toBe(2)
  })
})
