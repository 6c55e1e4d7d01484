import { Catalogue } from '../catalogue/catalogue.ts'
import { County } from '../plan/county.ts'
import type { CountyTravel, TravelTable, WalkTable } from '../travel/travel-table.ts'

/**
 * A county on a straight line for tests: settlements at whole kilometres, everybody travels 2 minutes a kilometre
 * and walks 15. `x` null is a settlement without coordinates; `road` false has no way at all.
 */
export interface LinePlace {
  id: string
  x: number | null
  people: number
  division?: string
  road?: boolean
  registered?: number
}

export interface LineFacility {
  id: string
  x: number
  kind: string
  division?: string
  state?: string
  services?: string[]
  conversions?: unknown[]
  capacityYear?: Record<string, number>
}

const made = { method: 'entered' } as const

export const lineCatalogue = (): Catalogue =>
  Catalogue.parse({
    catalogueVersion: '1',
    asOf: '2026-01-01',
    warning: 'made for tests',
    sources: {},
    attributes: {},
    enums: {},
    ruleOperators: {},
    nationalItems2021: { status: 'none', items: [] },
    nationalItemsNotCovered: [],
    instruments: {},
    services: [
      service('MED-01', [
        { mode: 'fixed', kind: 'villageClinic' },
        { mode: 'fixed', kind: 'townshipHealthCentre' },
        { mode: 'vehicle', kind: 'clinicVehicle', minutesPerPerson: 10 },
        { mode: 'doorstep', kind: 'townshipHealthCentre' },
        { mode: 'remote', kind: 'townshipHealthCentre' },
      ]),
      service('MED-02', [
        { mode: 'vehicle', kind: 'clinicVehicle', capacityPerSession: 20 },
        { mode: 'doorstep', kind: 'townshipHealthCentre' },
      ]),
      service('ELD-01', [{ mode: 'fixed', kind: 'mealPoint', capacityPerSession: 30 }], {
        ge: ['age', 60],
      }),
    ],
  })

const service = (id: string, channels: unknown[], rule?: unknown) => ({
  id,
  nameEn: id,
  nameZh: id,
  domain: 'medical',
  basic: true,
  core: true,
  entitled: { rule: rule ?? { eq: ['residence', 'permanent'] }, text: '' },
  channels,
  standards: [],
  payer: '',
  recordFields: [],
})

export const standard = (service: string, metric: string, value: number) => ({
  service,
  metric,
  value,
  unit: '',
  level: 'county',
  document: 'Document 1',
  clause: '2',
  from: '2020-01-01',
  invented: true,
})

export function lineCounty(
  places: readonly LinePlace[],
  facilities: readonly LineFacility[],
  rest: { standards?: unknown[]; timetable?: unknown[]; settings?: Record<string, unknown> } = {},
): { county: County; travel: CountyTravel } {
  const county = County.parse({
    settings: {
      format: 1,
      code: '331199000000',
      name: '线县',
      nameEn: 'Line',
      coordinates: 'WGS-84',
      asOf: '2026-01-01',
      horizon: { from: '2026-01-01', to: '2026-12-31' },
      remote: { version: '1' },
      prices: { fuelPerKmFen: 0, staffHourFen: 0, residentHourFen: 0, busPerKmFen: 0 },
      ...rest.settings,
    },
    divisions: [],
    settlements: places.map((p) => ({
      id: p.id,
      name: p.id,
      division: p.division ?? p.id,
      at: p.x === null ? null : [p.x / 100, 0],
      permanent: {
        total: p.people,
        bands: [
          { from: 0, to: 59, people: p.people / 2 },
          { from: 60, to: null, people: p.people / 2 },
        ],
      },
      registered: p.registered ?? null,
      provenance: made,
    })),
    facilities: facilities.map((f) => ({
      id: f.id,
      name: f.id,
      kind: f.kind,
      state: f.state ?? 'open',
      division: f.division ?? '',
      at: [f.x / 100, 0],
      services: f.services ?? [],
      capacityYear: f.capacityYear ?? {},
      conversions: f.conversions ?? [],
      provenance: made,
    })),
    vehicles: [{ id: 'van', name: 'van', kind: 'clinicVehicle', depot: 'none', provenance: made }],
    staff: [],
    funds: [],
    standards: rest.standards ?? [],
    baseline: { timetable: rest.timetable ?? [] },
  })
  return { county, travel: lineTravel(places, facilities) }
}

const minutesPerKm = { ride: 2, walk: 15 }

function lineTravel(
  places: readonly LinePlace[],
  facilities: readonly LineFacility[],
): CountyTravel {
  const reachable = (p: LinePlace) => p.x !== null && p.road !== false
  const size = places.length * facilities.length
  const p50 = new Int32Array(size).fill(-1)
  places.forEach((p, i) => {
    facilities.forEach((f, j) => {
      if (reachable(p))
        p50[i * facilities.length + j] = Math.abs(p.x! - f.x) * minutesPerKm.ride * 60
    })
  })
  const resident: TravelTable = {
    from: places.map((p) => p.id),
    to: facilities.map((f) => f.id),
    p50,
    p90: p50,
    roadMetres: new Int32Array(size),
    walkMetres: new Int32Array(size),
    fromSnap: Int32Array.from(places, (p) => (reachable(p) ? 0 : -1)),
    toSnap: new Int32Array(facilities.length),
  }
  const sites = facilities.map((f) => ({ id: f.id, x: f.x }))
  const stops = places.map((p) => ({ id: p.id, x: reachable(p) ? p.x : null }))
  return {
    season: 'base',
    resident,
    walkToStops: walkTable(stops, stops),
    walkToFacilities: walkTable(stops, sites),
    vehicle: {},
  }
}

function walkTable(
  from: readonly { id: string; x: number | null }[],
  to: readonly { id: string; x: number | null }[],
): WalkTable {
  const rows = from.map((a) =>
    to
      .flatMap((b, k) =>
        a.x === null || b.x === null
          ? []
          : [
              {
                k,
                seconds: Math.abs(a.x - b.x) * minutesPerKm.walk * 60,
                metres: Math.abs(a.x - b.x) * 1000,
              },
            ],
      )
      .filter((r) => r.seconds <= 7200)
      .sort((a, b) => a.seconds - b.seconds),
  )
  const flat = rows.flat()
  const offsets = new Uint32Array(from.length + 1)
  rows.forEach((r, k) => {
    offsets[k + 1] = offsets[k]! + r.length
  })
  return {
    from: from.map((f) => f.id),
    to: to.map((t) => t.id),
    offsets,
    target: Uint32Array.from(flat, (r) => r.k),
    seconds: Int32Array.from(flat, (r) => r.seconds),
    metres: Int32Array.from(flat, (r) => r.metres),
  }
}
