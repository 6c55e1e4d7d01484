import { type Finding, finding, type Place } from '@kuashan/core/kernel/finding.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { accessOf, type TravelEngine } from './travel-engine.ts'

/** Any road a small car may use. */
const ANY_VEHICLE = { kind: 'vehicle', widthM: 0, weightT: 0 } as const

/** What is odd about how places are joined to the roads; every place that has no easy way is named. */
export function travelFindings(county: County, engine: TravelEngine): Finding[] {
  const places = [
    ...county.settlements.map((place) => ({ ...place, file: 'settlements.csv' })),
    ...county.facilities.map((place) => ({ ...place, file: 'facilities.csv' })),
  ].sort(byText((x) => x.id))
  const access = accessOf(engine, ANY_VEHICLE, places)
  const reach = engine.profile.walking.reach.value
  const findings = withoutHeights(engine)
  places.forEach((place, k) => {
    const at: Place = { file: place.provenance.file ?? place.file, row: place.provenance.row }
    const facts = { place: place.name, id: place.id, metres: access.snap[k]! }
    if (place.at === null) findings.push(finding('no-coordinates-to-travel', at, facts))
    else if (access.snap[k] === -1) findings.push(finding('no-road-found', at, facts))
    else if (access.snap[k]! > reach) findings.push(finding('far-from-road', at, facts))
    if (access.state[k] === 1) findings.push(finding('snap-moved', at, facts))
    if (access.state[k] === 2) findings.push(finding('on-separate-piece', at, facts))
  })
  return findings
}

/** Names told of a list; the rest is counted. */
const MOST_NAMES = 5

/**
 * Who is cut off while ways are closed and is not in the usual state: one finding for the state, not one a place,
 * as nothing is wrong with the data.
 */
export function cutOffFindings(
  own: readonly Finding[],
  usual: readonly Finding[],
  closed: readonly string[],
): Finding[] {
  const cut = (findings: readonly Finding[]) =>
    findings.filter((f) => f.code === 'on-separate-piece' || f.code === 'no-road-found')
  const before = new Set(cut(usual).map((f) => f.facts.id))
  const names = cut(own).flatMap((f) => (before.has(f.facts.id!) ? [] : [String(f.facts.place)]))
  if (names.length === 0) return []
  const some = (list: readonly string[]) =>
    `${list.slice(0, MOST_NAMES).join(', ')}${list.length > MOST_NAMES ? ' …' : ''}`
  return [
    finding(
      'cut-off-by-closure',
      {},
      { places: names.length, names: some(names), ways: some(closed) },
    ),
  ]
}

/** One finding when part of the network lies off the elevation files. */
function withoutHeights({ graph, elevation }: TravelEngine): Finding[] {
  let missing = 0
  for (let v = 0; v < graph.nodes; v++)
    if (Number.isNaN(elevation(graph.nodeLng[v]!, graph.nodeLat[v]!))) missing++
  if (missing === 0) return []
  const share = Math.max(0.1, Math.round((1000 * missing) / graph.nodes) / 10)
  return [finding('travel-without-heights', {}, { share, junctions: missing })]
}
