/** Elements of OpenStreetMap as readers of its files give them. Ids are unique within a type only. */
export type OsmTags = Readonly<Record<string, string>>

export interface OsmNode {
  type: 'node'
  id: number
  lon: number
  lat: number
  tags?: OsmTags
}

export interface OsmWay {
  type: 'way'
  id: number
  refs: number[]
  tags?: OsmTags
}

export interface OsmRelation {
  type: 'relation'
  id: number
  members: { type: 'node' | 'way' | 'relation'; ref: number; role: string }[]
  tags?: OsmTags
}

export type OsmElement = OsmNode | OsmWay | OsmRelation
