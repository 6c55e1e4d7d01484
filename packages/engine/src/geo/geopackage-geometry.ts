/** A GeoJSON-like geometry of lines; null for anything else or nothing. */
export type LineGeometry =
  | { type: 'LineString'; coordinates: [number, number][] }
  | { type: 'MultiLineString'; coordinates: [number, number][][] }

/** Bytes of the envelope by the indicator in the header's flags. */
const envelopeBytes = [0, 32, 48, 48, 64]

const LINE = 2
const MULTI_LINE = 5

/**
 * The lines in a GeoPackage geometry blob: its header, then WKB, ISO (1000, 2000, 3000) or EWKB flags for Z and M, which are dropped.
 * Null for an empty geometry, other types and damaged blobs. Source: OGC 12-128r18, §2.1.3; ISO 13249-3 WKB.
 */
export function geoPackageGeometry(blob: Uint8Array): LineGeometry | null {
  const envelope = blob.length < 8 ? undefined : envelopeBytes[(blob[3]! >> 1) & 7]
  if (envelope === undefined || blob[0] !== 0x47 || blob[1] !== 0x50) return null
  try {
    // The view ends with the blob: what lies behind it in a shared buffer is not ours to read.
    const from = 8 + envelope
    return wkb(new DataView(blob.buffer, blob.byteOffset + from, blob.byteLength - from)).geometry
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function wkb(view: DataView): { geometry: LineGeometry | null; end: number } {
  const little = view.getUint8(0) === 1
  const said = view.getUint32(1, little)
  const hasZ = (said & 0x80000000) !== 0
  const hasM = (said & 0x40000000) !== 0
  const base = said & 0x0fffffff
  const iso = Math.floor(base / 1000)
  const type = base % 1000
  const ordinates = 2 + (hasZ || iso === 1 || iso === 3 ? 1 : 0) + (hasM || iso >= 2 ? 1 : 0)
  const count = view.getUint32(5, little)
  let at = 9
  if (type === LINE) {
    const coordinates: [number, number][] = []
    for (let k = 0; k < count; k++, at += ordinates * 8) {
      coordinates.push([view.getFloat64(at, little), view.getFloat64(at + 8, little)])
    }
    return { geometry: { type: 'LineString', coordinates }, end: at }
  }
  if (type !== MULTI_LINE) return { geometry: null, end: at }
  const coordinates: [number, number][][] = []
  for (let k = 0; k < count; k++) {
    const part = wkb(new DataView(view.buffer, view.byteOffset + at, view.byteLength - at))
    if (part.geometry?.type === 'LineString') coordinates.push(part.geometry.coordinates)
    at += part.end
  }
  return { geometry: { type: 'MultiLineString', coordinates }, end: at }
}
