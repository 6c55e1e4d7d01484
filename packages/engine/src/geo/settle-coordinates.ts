import { type Finding, finding, type Place } from '@kuashan/core/kernel/finding.ts'
import { type CoordinateSystem, toWgs84 } from '@kuashan/core/territory/coordinates.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import type { StatedSystem } from './projections.ts'

/** What a file says of its coordinates: nothing, something nobody knows, or a known system. */
export type Statement = { kind: 'none' } | { kind: 'unknown'; text: string } | StatedSystem

/**
 * The way from a file's coordinates to WGS-84. The file's own statement is believed before `given` (county.yaml's
 * `coordinates`), with a warning when they disagree; without either the file is refused: `convert` is null.
 */
export function settleCoordinates(
  stated: Statement,
  given: CoordinateSystem | undefined,
  at: Place,
): { convert: ((xy: readonly [number, number]) => LngLat) | null; findings: Finding[] } {
  if ('toWgs84' in stated) return believe(stated, given, at)
  if (stated.kind === 'unknown') {
    return {
      convert: null,
      findings: [finding('coordinates-unknown', at, { system: stated.text })],
    }
  }
  if (given === undefined) return { convert: null, findings: [finding('coordinates-unstated', at)] }
  const shifted = given === 'GCJ-02' || given === 'BD-09'
  return {
    convert: ([lng, lat]) => toWgs84([lng, lat], given),
    findings: shifted ? [finding('coordinates-converted', at, { system: given })] : [],
  }
}

function believe(stated: StatedSystem, given: CoordinateSystem | undefined, at: Place) {
  const findings: Finding[] = []
  if (!stated.geographic)
    findings.push(finding('coordinates-converted', at, { system: stated.name }))
  if (stated.oldDatum) findings.push(finding('coordinates-old-datum', at, { system: stated.name }))
  if (given === 'GCJ-02' || given === 'BD-09') {
    findings.push(finding('coordinates-disagree', at, { stated: stated.name, given }))
  }
  return { convert: stated.toWgs84, findings }
}
