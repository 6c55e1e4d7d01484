import { deflateSync } from 'node:zlib'
import type { OsmElement, OsmTags } from '@kuashan/core/territory/import/osm-element.ts'

/** Bytes of a number, seven bits each, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

const zigzag = (value: number): number[] => varint(value < 0 ? -2 * value - 1 : 2 * value)

const field = (number: number, value: number | Uint8Array | readonly number[]): number[] =>
  typeof value === 'number'
    ? [...varint(number * 8), ...varint(value)]
    : [...varint(number * 8 + 2), ...varint(value.length), ...value]

const signed = (number: number, value: number): number[] => [
  ...varint(number * 8),
  ...zigzag(value),
]

const deltas = (values: readonly number[]): number[] =>
  values.flatMap((value, k) => zigzag(value - (k === 0 ? 0 : values[k - 1]!)))

const memberTypes = { node: 0, way: 1, relation: 2 }

/** The bytes of a small OSM PBF with one block of elements: for tests, and for anyone who needs a map made by hand. */
export function tinyPbf(elements: readonly OsmElement[]): Uint8Array {
  const strings = ['']
  const text = (value: string): number => {
    const known = strings.indexOf(value)
    return known >= 0 ? known : strings.push(value) - 1
  }
  const tagFields = (tags: OsmTags = {}): number[] => [
    ...field(
      2,
      Object.keys(tags).flatMap((key) => varint(text(key))),
    ),
    ...field(
      3,
      Object.values(tags).flatMap((value) => varint(text(value))),
    ),
  ]
  const group = elements.flatMap((e) => {
    if (e.type === 'node') {
      const at = [...signed(8, Math.round(e.lat * 1e7)), ...signed(9, Math.round(e.lon * 1e7))]
      return field(1, [...signed(1, e.id), ...tagFields(e.tags), ...at])
    }
    if (e.type === 'way') {
      return field(3, [...field(1, e.id), ...tagFields(e.tags), ...field(8, deltas(e.refs))])
    }
    const members = [
      ...field(
        8,
        e.members.flatMap((m) => varint(text(m.role))),
      ),
      ...field(9, deltas(e.members.map((m) => m.ref))),
      ...field(
        10,
        e.members.map((m) => memberTypes[m.type]),
      ),
    ]
    return field(4, [...field(1, e.id), ...tagFields(e.tags), ...members])
  })
  const table = strings.flatMap((s) => field(1, Buffer.from(s)))
  const block = Uint8Array.from([...field(1, table), ...field(2, group)])
  return Buffer.concat([framed('OSMHeader', new Uint8Array()), framed('OSMData', block)])
}

function framed(type: string, content: Uint8Array): Uint8Array {
  const blob = [...field(2, content.length), ...field(3, deflateSync(content))]
  const header = [...field(1, Buffer.from(type)), ...field(3, blob.length)]
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, Uint8Array.from(header), Uint8Array.from(blob)])
}
