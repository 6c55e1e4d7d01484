import { describe, expect, test } from 'vitest'
import { osmMetres, osmRoad } from './osm-road.ts'

describe('osmRoad', () => {
  test('maps class, surface, width, speed and name', () => {
    expect(
      osmRoad({
        highway: 'secondary_link',
        surface: 'asphalt',
        width: '5,5 m',
        maxspeed: '40',
        name: 'CG-3',
      }),
    ).toEqual({
      name: 'CG-3',
      class: 'secondary',
      surface: 'paved',
      widthM: 5.5,
      maxSpeed: 40,
      oneway: 0,
      bridge: false,
      tunnel: false,
      footOnly: false,
    })
  })
  test.each([
    [{ highway: 'residential', oneway: 'yes' }, 1],
    [{ highway: 'residential', oneway: '-1' }, -1],
    [{ highway: 'primary', junction: 'roundabout' }, 1],
    [{ highway: 'motorway' }, 1],
    [{ highway: 'motorway', oneway: 'no' }, 0],
    [{ highway: 'footway', oneway: 'yes' }, 0],
  ])('direction of %j', (tags, oneway) => {
    expect(osmRoad(tags)?.oneway).toBe(oneway)
  })
  test.each([
    [{ highway: 'track', access: 'private' }, true],
    [{ highway: 'track', access: 'no', motor_vehicle: 'yes' }, false],
    [{ highway: 'service', motor_vehicle: 'no' }, true],
    [{ highway: 'steps' }, true],
    [{ highway: 'track' }, false],
  ])('on foot only: %j', (tags, footOnly) => {
    expect(osmRoad(tags)?.footOnly).toBe(footOnly)
  })
  test.each([
    ['3.5', 3.5],
    ['7,5 t', 7.5],
    ['3500 kg', 3.5],
    ['none', undefined],
  ])('a bridge for %s', (maxweight, tonnes) => {
    expect(osmRoad({ highway: 'tertiary', maxweight })?.maxWeightT).toBe(tonnes)
  })
  test('a tracktype stands in for a missing surface', () => {
    expect(osmRoad({ highway: 'track', tracktype: 'grade4' })?.surface).toBe('dirt')
    expect(osmRoad({ highway: 'track', tracktype: 'grade4', surface: 'gravel' })?.surface).toBe(
      'gravel',
    )
  })
  test.each(['construction', 'proposed', 'raceway', 'elevator'])('%s is no road', (highway) => {
    expect(osmRoad({ highway })).toBeNull()
  })
  test.each([
    ['3.5', 3.5],
    ['12 ft', 3.6576],
    ['narrow', undefined],
    ['0', undefined],
    [undefined, undefined],
  ])('metres of %s', (text, metres) => {
    if (metres === undefined) expect(osmMetres(text)).toBeUndefined()
    else expect(osmMetres(text)).toBeCloseTo(metres, 6)
  })
})
