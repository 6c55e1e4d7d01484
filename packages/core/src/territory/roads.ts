/** OSM's classes are the common tongue; other sources are mapped to them at import. */
export type RoadClass =
  | 'motorway'
  | 'trunk'
  | 'primary'
  | 'secondary'
  | 'tertiary'
  | 'unclassified'
  | 'residential'
  | 'service'
  | 'track'
  | 'path'

export type Surface = 'paved' | 'gravel' | 'dirt' | 'unknown'

/** One road line between points of `RoadNetwork.points`, as read from any source. */
export interface RoadWay {
  id: string
  name?: string
  class: RoadClass
  surface: Surface
  /** Metres of carriageway, where the source says so. */
  widthM?: number
  /** Legal or signed limit, km/h. */
  maxSpeed?: number
  /** 1 forward only, -1 backward only, 0 both ways. */
  oneway: -1 | 0 | 1
  bridge: boolean
  tunnel: boolean
  /** On foot only. */
  footOnly: boolean
  maxWeightT?: number
  points: Uint32Array
}

/** Roads as a source gives them: shared points make junctions. Longitudes and latitudes are WGS-84 degrees. */
export interface RoadNetwork {
  lng: Float64Array
  lat: Float64Array
  ways: RoadWay[]
}

/** Minutes from places to places where there are no roads to route on (`minutes.csv`). */
export interface MinuteTable {
  entries: { from: string; to: string; minutes: number }[]
}
