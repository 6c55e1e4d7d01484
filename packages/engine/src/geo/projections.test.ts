import { describe, expect, test } from 'vitest'
import { systemOfEpsg, systemOfName, systemOfWkt } from './projections.ts'

/** Metres of meridian from the equator on GRS80 (published arc lengths). */
const arcs = [
  [30, 3_320_113.398],
  [45, 4_984_944.378],
] as const

const zone40 = `PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

describe('Gauss–Krüger on CGCS2000', () => {
  test.each([
    [4491, 75, 13_500_000],
    [4501, 135, 23_500_000],
    [4502, 75, 500_000],
    [4512, 135, 500_000],
    [4513, 75, 25_500_000],
    [4528, 120, 40_500_000],
    [4533, 135, 45_500_000],
    [4534, 75, 500_000],
    [4549, 120, 500_000],
    [4554, 135, 500_000],
  ])('EPSG:%i has its meridian at %i°', (code, meridian, easting) => {
    for (const [lat, northing] of arcs) {
      const at = systemOfEpsg(code)!.toWgs84([easting, northing])
      expect(at[0]).toBeCloseTo(meridian, 9)
      expect(at[1]).toBeCloseTo(lat, 7)
    }
  })
  test('off the meridian, on the equator, by the series of Snyder (8-9)', () => {
    const a = Math.PI / 180
    const easting = 6_378_137 * (a + ((1 + 0.006739496775) * a ** 3) / 6)
    const at = systemOfEpsg(4549)!.toWgs84([500_000 + easting, 0])
    expect(at[0]).toBeCloseTo(121, 7)
    expect(at[1]).toBeCloseTo(0, 7)
  })
  test('the .prj of the zone says the same', () => {
    const system = systemOfWkt(zone40)!
    expect(system.geographic).toBe(false)
    const [a, b] = [
      system.toWgs84([40_460_000, 3_110_000]),
      systemOfEpsg(4528)!.toWgs84([40_460_000, 3_110_000]),
    ]
    expect(a[0]).toBeCloseTo(b[0], 9)
    expect(a[1]).toBeCloseTo(b[1], 9)
  })
})

describe('names', () => {
  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'EPSG:4490',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:EPSG:9.8:4490',
  ])('%s is degrees as they are', (name) => {
    expect(systemOfName(name)).toMatchObject({ geographic: true, oldDatum: false })
  })
  test('unknown systems are unknown, old datums are said', () => {
    expect(systemOfName('EPSG:2154')).toBeNull()
    expect(systemOfName('LOCAL')).toBeNull()
    expect(systemOfWkt('nonsense')).toBeNull()
    expect(systemOfWkt('PROJCS["x",PROJECTION["No_Such_Projection"]]')).toBeNull()
    expect(systemOfEpsg(4610)?.oldDatum).toBe(true)
    expect(systemOfWkt(zone40.replaceAll('China_2000', 'Xian_1980'))?.oldDatum).toBe(true)
  })
})
