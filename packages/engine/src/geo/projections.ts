import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import proj4 from 'proj4'

/** A coordinate system a file states, with the way to WGS-84 degrees (easting before northing, longitude before latitude). */
export interface StatedSystem {
  name: string
  toWgs84: (xy: readonly [number, number]) => LngLat
  /** Degrees as they are: nothing is computed. */
  geographic: boolean
  /** Beijing 1954 or Xi'an 1980: converted without a datum shift. */
  oldDatum: boolean
}

/** EPSG ranges of CGCS2000 Gauss–Krüger: first code, first zone, degrees a zone, with the zone in front of eastings or not. */
const gaussKruger = [
  { first: 4491, last: 4501, zone: 13, width: 6, prefixed: true },
  { first: 4502, last: 4512, zone: 13, width: 6, prefixed: false },
  { first: 4513, last: 4533, zone: 25, width: 3, prefixed: true },
  { first: 4534, last: 4554, zone: 25, width: 3, prefixed: false },
] as const

/** Geographic systems taken as WGS-84 (4490 CGCS2000, 4480 its 3D form). */
const degrees = new Set([4326, 4490, 4480, 4979])
const oldDegrees = new Map([
  [4214, 'Beijing 1954'],
  [4610, "Xi'an 1980"],
])

function gaussKrugerText(code: number): string | null {
  const range = gaussKruger.find((r) => code >= r.first && code <= r.last)
  if (!range) return null
  const zone = range.zone + code - range.first
  const meridian = range.width === 6 ? zone * 6 - 3 : zone * 3
  const falseEasting = (range.prefixed ? zone * 1_000_000 : 0) + 500_000
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

function utmText(code: number): string | null {
  const zone = code % 100
  const hundreds = Math.floor(code / 100)
  if ((hundreds !== 326 && hundreds !== 327) || zone < 1 || zone > 60) return null
  return `+proj=utm +zone=${zone}${hundreds === 327 ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`
}

const unchanged = (name: string, oldDatum = false): StatedSystem => ({
  name,
  toWgs84: ([lng, lat]) => [lng, lat],
  geographic: true,
  oldDatum,
})

function projected(name: string, definition: string, oldDatum = false): StatedSystem {
  const { inverse } = proj4(definition)
  return {
    name,
    toWgs84: ([x, y]) => {
      const [lng, lat] = inverse([x, y])
      return [lng!, lat!]
    },
    geographic: false,
    oldDatum,
  }
}

/** The system of an EPSG code: WGS-84, CGCS2000 (4490, 4491–4554), UTM on WGS-84, web Mercator; null for others. */
export function systemOfEpsg(code: number): StatedSystem | null {
  const name = `EPSG:${code}`
  if (degrees.has(code)) return unchanged(name)
  const old = oldDegrees.get(code)
  if (old) return unchanged(`${name} (${old})`, true)
  const text = gaussKrugerText(code) ?? utmText(code) ?? (code === 3857 ? 'EPSG:3857' : null)
  return text === null ? null : projected(name, text)
}

/** The system of a name such as `EPSG:4547`, `urn:ogc:def:crs:EPSG::4490` or `…CRS84`; null when unknown. */
export function systemOfName(name: string): StatedSystem | null {
  if (/CRS84$/i.test(name)) return unchanged('CRS84')
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1]
  return code === undefined ? null : systemOfEpsg(Number(code))
}

/** The system of well-known text (`.prj`, GeoPackage); null when it cannot be read. */
export function systemOfWkt(wkt: string): StatedSystem | null {
  const text = wkt.trim()
  const name = /^[A-Z0-9_]+\s*\[\s*"([^"]+)"/i.exec(text)?.[1]
  if (name === undefined) return null
  const oldDatum = /Beijing|Xian|Xi'an|Krasov/i.test(text)
  if (/^GEOG(CS|CRS)|^GEODCRS/i.test(text)) {
    const known = oldDatum || /WGS|CGCS|China_2000|China Geodetic|China_Geodetic/i.test(text)
    return known ? unchanged(name, oldDatum) : null
  }
  try {
    return projected(name, text, oldDatum)
  } catch {
    // proj4 throws on a projection it doesn't know: data, answered by a finding.
    return null
  }
}
