import { describe, expect, test } from 'vitest'
import { geoPackageGeometry } from './geopackage-geometry.ts'

/** WKB of a line string: type code, bytes in either order, any number of ordinates. */
function line(type: number, points: readonly (readonly number[])[], little = true): Buffer {
  const bytes = Buffer.alloc(9 + 8 * points.flat().length)
  bytes.writeUInt8(little ? 1 : 0, 0)
  const put = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)
  put(type, 1)
  put(points.length, 5)
  points.flat().forEach((value, k) => {
    if (little) bytes.writeDoubleLE(value, 9 + 8 * k)
    else bytes.writeDoubleBE(value, 9 + 8 * k)
  })
  return bytes
}

const multi = (type: number, ...parts: Buffer[]): Buffer => {
  const head = Buffer.alloc(9)
  head.writeUInt8(1, 0)
  head.writeUInt32LE(type, 1)
  head.writeUInt32LE(parts.length, 5)
  return Buffer.concat([head, ...parts])
}

const blob = (wkb: Buffer, envelope = 0): Uint8Array => {
  const bytes = [0, 32, 48, 48, 64][envelope]!
  const header = Buffer.from([0x47, 0x50, 0, 1 | (envelope << 1), 0, 0, 0, 0])
  return Buffer.concat([header, Buffer.alloc(bytes), wkb])
}

const flat = [
  [1, 2],
  [3, 4],
] // prettier-ignore
const deep = [
  [1, 2, 9],
  [3, 4, 9],
] // prettier-ignore
const measured = [
  [1, 2, 9, 8],
  [3, 4, 9, 8],
] // prettier-ignore

describe('geoPackageGeometry', () => {
  test.each([
    ['little-endian', line(2, flat), 0],
    ['big-endian', line(2, flat, false), 0],
    ['behind an envelope', line(2, flat), 1],
    ['behind an envelope with Z and M', line(2, flat), 4],
    ['ISO Z', line(1002, deep), 0],
    ['ISO ZM', line(3002, measured), 0],
    ['EWKB Z', line(0x80000002, deep), 0],
  ])('a line %s', (_, wkb, envelope) => {
    expect(geoPackageGeometry(blob(wkb, envelope))).toEqual({
      type: 'LineString',
      coordinates: flat,
    })
  })
  test('parts of a multi-line, each at its own place', () => {
    const parts = multi(
      1005,
      line(1002, deep),
      line(1002, [
        [5, 6, 0],
        [7, 8, 0],
        [9, 9, 0],
      ]),
    ) // prettier-ignore
    expect(geoPackageGeometry(blob(parts))).toEqual({
      type: 'MultiLineString',
      coordinates: [
        flat,
        [
          [5, 6],
          [7, 8],
          [9, 9],
        ],
      ], // prettier-ignore
    })
  })
  test('other types, empty and damaged blobs are none', () => {
    expect(geoPackageGeometry(blob(line(1, flat)))).toBeNull()
    expect(geoPackageGeometry(new Uint8Array())).toBeNull()
    expect(geoPackageGeometry(Buffer.from('not a geometry'))).toBeNull()
    expect(geoPackageGeometry(blob(line(2, flat)).slice(0, 30))).toBeNull()
  })
})
