import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { County, type CountyInput, CountySettings } from '@kuashan/core/plan/county.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importCounty } from './import-county.ts'
import { readCountyFolder } from './read-county-folder.ts'
import { writeCountyFolder } from './write-county-folder.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'county-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const day = (text: string): PlainDate => text as PlainDate
const made = { method: 'generated' as const, note: 'invented' }

/** A county with every table and every optional value filled somewhere. */
function example(): CountyInput {
  const county = County.parse({
    settings: CountySettings.parse({
      format: 1,
      code: '331199000000',
      name: '三谷县',
      nameEn: 'Three Valleys',
      coordinates: 'WGS-84',
      asOf: '2026-01-01',
      horizon: { from: '2026-01-01', to: '2026-12-31' },
      seat: [119.5, 28.1],
      seasons: [
        {
          id: 'snow',
          nameZh: '雪季',
          nameEn: 'snow',
          range: { from: '2026-01-01', to: '2026-02-10' },
          timeFactor: 1.4,
          aboveM: 800,
        },
      ],
      remote: { version: '1', minElevationM: 800 },
      budgetFen: 123_456_789,
      prices: { fuelPerKmFen: 81, staffHourFen: 4_525, residentHourFen: 2_000, busPerKmFen: 350 },
    }),
    divisions: [
      { code: '331199000000', name: '三谷县', level: 'county', parent: null },
      { code: '331199101000', name: '东谷乡', level: 'township', parent: '331199000000' },
      {
        code: '331199101201',
        name: '上坑村',
        level: 'village',
        parent: '331199101000',
        validFrom: '2020-01-01',
        oldNames: ['坑头村'],
      },
    ],
    settlements: [
      {
        id: '331199101201-01',
        name: '上坑',
        nameEn: 'Shangkeng',
        otherNames: ['坑头', '老上坑'],
        division: '331199101201',
        at: [119.512345678, 28.123456789],
        elevationM: 812.5,
        permanent: {
          total: 120,
          female: 61,
          male: 59,
          bands: [
            { from: 0, to: 17, people: 12 },
            { from: 18, to: 59, people: 48 },
            { from: 60, to: null, people: 60 },
          ],
        },
        registered: 310,
        households: 54,
        needs: { 'ELD-01': 4, 'MED-02': 17.5 },
        isCentre: true,
        provenance: made,
      },
      {
        id: '331199101201-02',
        name: '下坑',
        division: '331199101201',
        at: null,
        permanent: { total: 0 },
        registered: null,
        canStop: false,
        signal: false,
        provenance: { method: 'assumed' },
      },
    ],
    facilities: [
      {
        id: 'F1',
        name: '东谷乡卫生院',
        kind: 'townshipHealthCentre',
        state: 'open',
        division: '331199101000',
        at: [119.51, 28.12],
        services: ['MED-01'],
        capacityYear: { 'MED-01': 12_000 },
        beds: 12,
        opening: [{ weekday: 1, from: '08:00', to: '17:30' }],
        yearCostFen: 123_456_70,
        staffHoursYear: 5_200,
        openedOn: '1998-05-01',
        provenance: made,
      },
      {
        id: 'F2',
        name: '旧小学',
        kind: 'primarySchool',
        state: 'vacant',
        division: '331199101201',
        at: [119.5124, 28.1235],
        conversions: [
          {
            toKind: 'elderHub',
            services: ['MED-01'],
            capacityYear: { 'MED-01': 4_000 },
            capitalFen: 30_000_050,
            yearCostFen: 1_200_000,
            lifeYears: 15,
            fund: 'CAP',
          },
        ],
        unfit: ['=HYPERLINK("x")', 'no title'],
        provenance: made,
      },
    ],
    vehicles: [
      {
        id: 'V1',
        name: '巡诊一号',
        kind: 'clinicVehicle',
        depot: 'F1',
        services: ['MED-01', 'MED-02'],
        widthM: 2.05,
        shiftSeconds: 30_600,
        earliest: 27_000,
        setupSeconds: 900,
        costPerKmFen: 235,
        inspectionUntil: '2026-09-30',
        fund: 'RUN',
        provenance: made,
      },
    ],
    staff: [
      {
        id: 'P1',
        post: 'doctor',
        skills: ['general', 'ultrasound'],
        weeklyHours: 40,
        employer: 'F1',
        licencePlace: 'F1',
        fund: 'RUN',
        birthYear: 1970,
        retiresOn: '2030-06-30',
        costPerHourFen: 6_050,
        provenance: made,
      },
    ],
    funds: [
      { id: 'CAP', name: '建设', amountFen: 500_000_000, use: 'capital', basicOnly: true },
      {
        id: 'RUN',
        name: '运行',
        amountFen: 80_000_001,
        domains: ['medical'],
        services: ['MED-01'],
      },
    ],
    buses: [
      {
        id: 'B1',
        stops: [
          { place: '331199101201-01', minute: 420 },
          { place: 'F1', minute: 455 },
        ],
        days: [1, 3, 5],
        fareFen: 350,
      },
    ],
    standards: [
      {
        service: 'MED-01',
        metric: 'maxTravelMin',
        value: 30,
        unit: 'min',
        level: 'county',
        document: '三谷县〔2026〕1号（虚构）',
        clause: '3',
        from: '2026-01-01',
        invented: true,
      },
    ],
    baseline: {
      rotas: [{ staff: 'P1', place: 'V1', weekday: 2, hours: 7.5 }],
      timetable: [
        {
          vehicle: 'V1',
          settlement: '331199101201-01',
          rule: { by: 'weekday', weekday: 2, everyWeeks: 2 },
          services: ['MED-01'],
          minutes: 90,
        },
        {
          vehicle: 'V1',
          settlement: '331199101201-01',
          rule: { by: 'dates', dates: [day('2026-05-01'), day('2026-10-08')] },
          minutes: 45,
        },
        {
          vehicle: 'V1',
          settlement: '331199101201-02',
          rule: { by: 'monthDay', day: 15 },
          minutes: 60,
        },
      ],
      spending: [{ fund: 'RUN', service: 'MED-01', year: 2025, amountFen: 7_654_321 }],
    },
  })
  county.baseline.timetable.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    county,
    catalogue: startingCatalogue(),
    roads: null,
    terrain: { tiles: [] },
    minutes: { entries: [{ from: '331199101201-01', to: 'F1', minutes: 12.25 }] },
  }
}

/** File and row are new after a round trip; everything else has to be the same. */
const bare = (value: unknown, lists: (list: unknown[]) => unknown[] = (l) => l): unknown => {
  if (Array.isArray(value)) return lists(value.map((item) => bare(item, lists)))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries
      .filter(([key, item]) => item !== undefined && key !== 'file' && key !== 'row')
      .map(([key, item]) => [key, bare(item, lists)]),
  )
}

describe('a county folder', () => {
  test('written and read gives the same county', async () => {
    const input = example()
    await writeCountyFolder(dir, input)
    const read = await readCountyFolder(dir)
    expect(read.findings.filter((f) => f.severity === 'error')).toEqual([])
    expect(bare(read.input?.county)).toEqual(bare(input.county))
    expect(read.input?.minutes).toEqual(input.minutes)
    expect(read.input?.catalogue).toEqual(input.catalogue)
  })

  test('written again without some tables leaves none of the old ones', async () => {
    const input = example()
    await writeCountyFolder(dir, input)
    const { county } = input
    const fewer = { ...county, vehicles: [], baseline: { rotas: [], timetable: [], spending: [] } }
    await writeCountyFolder(dir, { ...input, county: fewer })
    const read = await readCountyFolder(dir)
    expect(bare(read.input?.county)).toEqual(bare(fewer))
  })

  test('a made county with roads and terrain comes back', async () => {
    const input = demoCounty({ size: 'three-valleys', seed: 1 })
    await writeCountyFolder(dir, input)
    const { input: back, findings } = await readCountyFolder(dir)
    expect(findings.filter((f) => f.severity === 'error')).toEqual([])
    const sorted = (value: unknown) =>
      bare(value, (list) =>
        list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      )
    expect(sorted(back!.county)).toEqual(sorted(input.county))
    expect(back!.roads!.ways.map((w) => w.id).sort()).toEqual(
      input.roads!.ways.map((w) => w.id).sort(),
    )
    expect(back!.terrain.tiles).toHaveLength(input.terrain.tiles.length)
  })

  test('imports and keeps the result', async () => {
    await writeCountyFolder(dir, example())
    const first = await importCounty(dir, { today: '2026-01-02' })
    expect(first.input).not.toBeNull()
    const stored = JSON.parse(await readFile(join(dir, '.kuashan', 'county.json'), 'utf8'))
    expect(stored.summary).toMatchObject({ settlements: 2, unlocated: 1, people: 120 })
    expect(stored.source.settlements[0].provenance).toMatchObject({
      file: 'settlements.csv',
      row: 2,
    })
  })
})
