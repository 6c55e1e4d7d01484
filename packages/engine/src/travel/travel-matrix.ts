import { availableParallelism } from 'node:os'
import { FacilityKind } from '@kuashan/core/catalogue/service.ts'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { buildRoadGraph } from '@kuashan/core/travel/build-road-graph.ts'
import { minuteTravel } from '@kuashan/core/travel/minutes.ts'
import { travelProfile } from '@kuashan/core/travel/profile-table.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import { roadSampler, terrainSampler } from '@kuashan/core/travel/terrain-sampler.ts'
import type { TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { facilityPlaces, settlementPlaces, vehiclePlaces } from './county-places.ts'
import { sharedBytes } from './shared-arrays.ts'
import { denseTable, travelEngine } from './travel-engine.ts'
import { travelFindings } from './travel-findings.ts'
import { travelPool } from './travel-pool.ts'

/** Kinds whose name holds the word: `hospital` is `countyHospital`, `school` all schools, a full name itself alone. */
export function facilityKindsOf(word: string): FacilityKind[] {
  const asked = word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const exact = FacilityKind.options.filter((kind) => kind.toLowerCase() === asked)
  if (exact.length > 0 || asked === '') return exact
  return FacilityKind.options.filter((kind) => kind.toLowerCase().includes(asked))
}

/** Places by a word: `settlements`, `stops`, `facilities`, `facilities:hospital`. Null when it means nothing. */
export function placesOf({ county }: CountyInput, spec: string): TravelPlace[] | null {
  if (spec === 'settlements') return settlementPlaces(county)
  if (spec === 'stops') return vehiclePlaces(county)
  if (spec === 'facilities') return facilityPlaces(county)
  const [kindOfPlace, word = ''] = spec.split(':')
  const kinds = facilityKindsOf(word)
  if (kindOfPlace !== 'facilities' || kinds.length === 0) return null
  const wanted = new Set(
    county.facilities.filter((facility) => kinds.includes(facility.kind)).map(({ id }) => id),
  )
  return facilityPlaces(county).filter((place) => wanted.has(place.id))
}

/**
 * Residents' travel between any kinds of places, in the base state of the roads.
 * The table is null when a word is not understood; findings then say which.
 */
export async function travelMatrix(
  input: CountyInput,
  fromSpec: string,
  toSpec: string,
  options: {
    workers?: number
    signal?: AbortSignal
    onProgress?: (share: number) => void
  } = {},
): Promise<{ table: TravelTable | null; findings: Finding[] }> {
  const from = placesOf(input, fromSpec)
  const to = placesOf(input, toSpec)
  const findings = [
    ...(from === null ? [unknownPlaces(fromSpec)] : []),
    ...(to === null ? [unknownPlaces(toSpec)] : []),
  ]
  if (from === null || to === null) return { table: null, findings }
  const profile = travelProfile
  if (input.roads === null) {
    const ids = (places: TravelPlace[]) => places.map((place) => place.id)
    const minutes = input.minutes ?? { entries: [] }
    return { table: minuteTravel(minutes, ids(from), ids(to), profile), findings }
  }
  const elevation = terrainSampler(input.terrain)
  const graph = buildRoadGraph(input.roads, {
    elevation: roadSampler(input.terrain),
    profile,
    allocate: sharedBytes,
  })
  const pool = travelPool(options.workers ?? availableParallelism(), options.signal)
  try {
    const engine = travelEngine({
      graph,
      elevation,
      profile,
      pool,
      onProgress: (done, total) => options.onProgress?.(done / total),
    })
    const table = await denseTable(engine, { kind: 'resident' }, from, to)
    return { table, findings: [...findings, ...travelFindings(input.county, engine)] }
  } finally {
    await pool.close()
  }
}

const unknownPlaces = (spec: string): Finding =>
  finding('places-unknown', {}, { spec, kinds: FacilityKind.options.join(', ') })

/** The table as CSV, one line a pair; `-1` is "no way". UTF-8 with BOM, so that spreadsheets read the ids right. */
export function matrixCsv(table: TravelTable): string {
  const lines = [
    'from,to,road metres,walk metres,seconds P50,seconds P90,from snap metres,to snap metres',
  ]
  table.from.forEach((from, row) => {
    table.to.forEach((to, column) => {
      const cell = row * table.to.length + column
      lines.push(
        [
          quoted(from),
          quoted(to),
          table.roadMetres[cell],
          table.walkMetres[cell],
          table.p50[cell],
          table.p90[cell],
          table.fromSnap[row],
          table.toSnap[column],
        ].join(','),
      )
    })
  })
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
