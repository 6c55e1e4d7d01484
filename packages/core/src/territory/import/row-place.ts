import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { readNumber } from './cell.ts'
import type { Column } from './column.ts'

/** The columns in which a table may say where a place is: a pair, or both in one cell in either order. */
export const placeColumns = {
  lat: { type: 'text', zh: '纬度', aliases: ['latitude', '北纬', 'y', 'latitude_y', 'gps_lat'] },
  lng: { type: 'text', zh: '经度', aliases: ['longitude', 'lon', 'long', '东经', 'x', 'gps_lng'] },
  latLng: {
    type: 'text',
    zh: '纬经度',
    aliases: ['coordinates', 'gps', 'lat_lon', 'gps_coordinates'],
  },
  lngLat: { type: 'text', zh: '经纬度', aliases: ['坐标', 'lon_lat', 'lng_lat'] },
} as const satisfies Record<string, Column>

/** A coordinate as it stands in the file, unchecked: any numbers at all. */
export interface StatedPlace {
  lng: number
  lat: number
  elevationM?: number
  /** Metres of error as the receiver said. */
  accuracyM?: number
}

type PlaceValues = {
  lat: string | null
  lng: string | null
  latLng: string | null
  lngLat: string | null
}

const degrees = /^(\d{1,3})[°度](\d{1,2})['′分](\d{1,2}(?:\.\d+)?)?["″秒]?([NSEW北南东西])?$/i

/** Decimal degrees, or degrees, minutes and seconds. */
function readDegrees(text: string): number | null {
  const clean = text.normalize('NFKC').replace(/\s+/g, '')
  const dms = degrees.exec(clean)
  if (dms) {
    const value = Number(dms[1]) + Number(dms[2]) / 60 + Number(dms[3] ?? 0) / 3600
    return /[SW南西]/i.test(dms[4] ?? '') ? -value : value
  }
  const read = readNumber(clean)
  return 'code' in read ? null : read.value
}

function fromOneCell(
  text: string,
  latFirst: boolean,
  at: Place,
): { stated: StatedPlace | null; findings: Finding[] } {
  const numbers = text
    .trim()
    .split(/[\s,，;；]+/)
    .map(readDegrees)
  if (numbers.some((n) => n === null))
    return { stated: null, findings: [finding('cell-not-a-number', at, { value: text })] }
  const [first, second, elevationM, accuracyM] = numbers as number[]
  if (first === undefined || second === undefined) return { stated: null, findings: [] }
  return {
    stated: {
      lng: latFirst ? second : first,
      lat: latFirst ? first : second,
      ...(elevationM === undefined ? {} : { elevationM }),
      ...(accuracyM === undefined ? {} : { accuracyM }),
    },
    findings: [],
  }
}

/** Where a row says its place is; blank cells give null and a finding that names the place. */
export function readPlace(
  values: PlaceValues,
  name: string,
  at: (column?: 'lat' | 'lng' | 'latLng' | 'lngLat') => Place,
): { stated: StatedPlace | null; findings: Finding[] } {
  if (values.lat === null && values.lng === null) {
    if (values.latLng !== null)
      return incomplete(
        fromOneCell(values.latLng, true, at('latLng')),
        values.latLng,
        name,
        at('latLng'),
      )
    if (values.lngLat !== null)
      return incomplete(
        fromOneCell(values.lngLat, false, at('lngLat')),
        values.lngLat,
        name,
        at('lngLat'),
      )
    return { stated: null, findings: [finding('place-without-coordinates', at(), { name })] }
  }
  const findings: Finding[] = []
  const [lat, lng] = (['lat', 'lng'] as const).map((column) => {
    const text = values[column]
    const value = text === null ? null : readDegrees(text)
    if (text !== null && value === null)
      findings.push(finding('cell-not-a-number', at(column), { value: text }))
    return value
  })
  if (findings.length > 0) return { stated: null, findings }
  if (lat == null || lng == null) {
    const facts = { name, value: `${values.lat ?? ''}, ${values.lng ?? ''}` }
    return { stated: null, findings: [finding('coordinates-incomplete', at(), facts)] }
  }
  return { stated: { lat, lng }, findings }
}

function incomplete(
  read: { stated: StatedPlace | null; findings: Finding[] },
  value: string,
  name: string,
  at: Place,
): { stated: StatedPlace | null; findings: Finding[] } {
  if (read.stated || read.findings.length > 0) return read
  return { stated: null, findings: [finding('coordinates-incomplete', at, { name, value })] }
}
