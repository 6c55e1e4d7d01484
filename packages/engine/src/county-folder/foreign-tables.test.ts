import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Finding, FindingCode } from '@kuashan/core/kernel/finding.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../files/csv.ts'
import { type ReadFolder, readCountyFolder } from './read-county-folder.ts'

const repo = new URL('../../../../', import.meta.url).pathname
const data = new URL('../../../../../shared/data/', import.meta.url).pathname

const settings = `format: 1
code: '999999000000'
name: 外来表
nameEn: Foreign tables
coordinates: WGS-84
asOf: 2026-01-01
horizon: { from: 2026-01-01, to: 2026-12-31 }
remote: { version: '1' }
prices: { fuelPerKmYuan: 1, staffHourYuan: 40, residentHourYuan: 20, busPerKmYuan: 3 }
`

/** A county folder made of files of ../shared and the ready-made mapping for them. */
async function folderOf(set: string, files: readonly string[], own: Record<string, string> = {}) {
  const dir = await mkdtemp(join(tmpdir(), `${set}-`))
  await writeFile(join(dir, 'county.yaml'), settings)
  await copyFile(join(repo, `examples/mappings/${set}.yaml`), join(dir, 'mapping.yaml'))
  for (const file of files) await copyFile(join(data, set, file), join(dir, basename(file)))
  for (const [name, text] of Object.entries(own)) await writeFile(join(dir, name), text)
  return dir
}

const found = (read: ReadFolder, code: FindingCode): Finding[] =>
  read.findings.filter((f) => f.code === code)

const errors = (read: ReadFolder): Finding[] => read.findings.filter((f) => f.severity === 'error')

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

function folder(set: string, files: readonly string[], own?: Record<string, string>) {
  const state = {} as { dir: string; read: ReadFolder }
  beforeAll(async () => {
    state.dir = await folderOf(set, files, own)
    state.read = await readCountyFolder(state.dir)
  })
  afterAll(() => rm(state.dir, { recursive: true, force: true }))
  return state
}

describe.skipIf(!existsSync(join(data, 'guizhou-qianxinan')))('Guizhou (needs ../shared)', () => {
  const state = folder('guizhou-qianxinan', ['raw/scenario-a-1529975088725.csv'])

  test('imports 4,299 villages with 1,084,711 people', () => {
    expect(errors(state.read)).toEqual([])
    const { settlements } = state.read.input!.county
    expect(settlements).toHaveLength(4299)
    expect(sum(settlements.map((s) => s.permanent.total))).toBe(1_084_711)
    const xingyi = settlements.filter((s) => s.division === '522301000000')
    expect([xingyi.length, sum(xingyi.map((s) => s.permanent.total))]).toEqual([2851, 782_460])
    expect(found(state.read, 'sexes-not-total')).toEqual([])
  })

  test('garbled names: 1,769 whole; 30 of the 2,530 others come back through the byte 0x80', () => {
    const [summary, ...more] = found(state.read, 'table-mojibake')
    expect(more).toEqual([])
    expect(summary!.facts).toEqual({ whole: 1769, euro: 30, lost: 2500 })
    expect(found(state.read, 'cell-character-lost')).toHaveLength(2500)
  })

  test('whole names are those of the repaired table', async () => {
    const repaired = await readCsv(join(data, 'guizhou-qianxinan/villages.csv'))
    const name = new Map(state.read.input!.county.settlements.map((s) => [s.id, s.name]))
    const whole = repaired.rows.filter((row) => row.cells.name_complete === '1')
    expect(whole).toHaveLength(1769)
    expect(whole.filter((row) => name.get(row.cells.id!) !== row.cells.name)).toEqual([])
  })

  test('both scenarios are read alike', async () => {
    const b = await readCsv(join(data, 'guizhou-qianxinan/raw/scenario-b-1529979342638.csv'))
    expect(b.rows).toHaveLength(4299)
    expect(b.findings[0]).toMatchObject({
      code: 'table-mojibake',
      facts: { whole: 1769, lost: 2500 },
    })
  })

  test('populations are spread evenly: 57 distinct ones', () => {
    const [even] = found(state.read, 'populations-spread-evenly')
    expect(even!.facts).toEqual({ rows: 4299, distinct: 57 })
  })

  test('no age bands, no divisions below the county, no roads', () => {
    expect(found(state.read, 'age-bands-absent')).toHaveLength(1)
    expect(found(state.read, 'division-wrong-level').map((f) => f.facts.rows)).toEqual([2851, 1448])
    expect(found(state.read, 'table-absent').map((f) => f.facts.table)).toContain('facilities')
    expect(found(state.read, 'elevation-none')).toHaveLength(1)
    expect(state.read.input!.roads).toBeNull()
  })

  test('seconds to the township become minutes', () => {
    const entries = state.read.input!.minutes!.entries
    expect(entries).toHaveLength(4299)
    expect(Math.max(...entries.map((e) => e.minutes * 60))).toBeCloseTo(21_320, -1)
    const county = new Map(state.read.input!.county.settlements.map((s) => [s.id, s.division]))
    const far = entries.filter((e) => e.minutes > 30)
    const inXingyi = far.filter((e) => county.get(e.from) === '522301000000')
    expect([inXingyi.length, far.length - inXingyi.length]).toEqual([638, 448])
  })
})

describe.skipIf(!existsSync(join(data, 'graubuenden-communes')))(
  'Graubünden (needs ../shared)',
  () => {
    const state = folder('graubuenden-communes', ['communes.csv'])

    test('imports 212 communes, 187,058 people and four bands that add up', () => {
      expect(errors(state.read)).toEqual([])
      const { settlements } = state.read.input!.county
      expect(settlements).toHaveLength(212)
      expect(sum(settlements.map((s) => s.permanent.total))).toBe(187_058)
      const band = (from: number) =>
        sum(settlements.map((s) => s.permanent.bands.find((b) => b.from === from)!.people))
      expect([band(0), band(65)]).toEqual([43_587, 29_215])
      expect(settlements[0]!.permanent.bands.map((b) => [b.from, b.to])).toEqual([
        [0, 19],
        [20, 39],
        [40, 64],
        [65, null],
      ])
      expect(found(state.read, 'age-bands-not-total')).toEqual([])
      expect(found(state.read, 'sexes-not-total')).toEqual([])
    })

    test('names the 12 without coordinates', () => {
      const missing = found(state.read, 'place-without-coordinates')
      expect(missing).toHaveLength(12)
      expect(missing.map((f) => f.facts.name)).toContain('Riom-Parsonz')
      expect(state.read.input!.county.settlements.filter((s) => s.at === null)).toHaveLength(12)
    })

    test('keeps that 12 coordinates are those of the present municipality', () => {
      const { settlements } = state.read.input!.county
      const notes = settlements.map((s) => s.provenance.note)
      expect(notes.filter((note) => note === 'municipality')).toHaveLength(12)
      expect(notes.filter((note) => note === 'place')).toHaveLength(188)
    })

    test('no two communes share a point, none is far from the rest', () => {
      expect(found(state.read, 'place-far-from-rest')).toEqual([])
    })
  },
)

const clinics = 'chitakale mangochi1 mangochi2 nkanda phalombe1 phalombe2 phalombe3 thanzi'.split(
  ' ',
)

describe.skipIf(!existsSync(join(data, 'malawi-gaia')))('Malawi (needs ../shared)', () => {
  const vehicles = `id,kind,depot\n${clinics.map((c) => `${c},mobile clinic,MC010002`).join('\n')}\n`
  const state = folder('malawi-gaia', ['mhfr_facilities.csv', 'gaia_clinic_stops.csv'], {
    'vehicles.csv': vehicles,
  })

  test('every one of 1,929 rows is imported or named as left out', () => {
    expect(errors(state.read)).toEqual([])
    expect(found(state.read, 'row-template').map((f) => f.at.row)).toEqual([2])
    expect(found(state.read, 'row-left-out')).toHaveLength(54)
    expect(state.read.input!.county.facilities).toHaveLength(1929 - 1 - 54)
  })

  test('foreign kinds are read by the table of words, and listed', () => {
    const read = found(state.read, 'values-read-as').map((f) => [
      f.facts.value,
      f.facts.meaning,
      f.facts.count,
    ])
    expect(read).toContainEqual(['Health Centre', 'townshipHealthCentre', 631])
    expect(read).toContainEqual(['Health Post', 'villageClinic', 249])
    expect(read).toContainEqual(['Dispensary', 'villageClinic', 244])
    expect(read).toContainEqual(['District Hospital', 'countyHospital', 24])
  })

  test('states: functional, non-functional, closed, pending', () => {
    const { facilities } = state.read.input!.county
    const count = (s: string) => facilities.filter((f) => f.state === s).length
    // The fourth closed one is unclassified, so left out.
    expect(count('closed')).toBe(3)
    expect(count('planned')).toBe(1)
    expect(count('open') + count('vacant')).toBe(facilities.length - 4)
  })

  test('180 rows have no coordinates, the template among them', async () => {
    const raw = await readCsv(join(data, 'malawi-gaia/mhfr_facilities.csv'))
    const blank = raw.rows.filter((r) => !r.cells.LATITUDE && !r.cells.LONGITUDE)
    expect(blank).toHaveLength(180)
    const named = new Set(found(state.read, 'place-without-coordinates').map((f) => f.at.row))
    const leftOut = new Set(
      [...found(state.read, 'row-template'), ...found(state.read, 'row-left-out')].map(
        (f) => f.at.row,
      ),
    )
    expect(blank.filter((r) => !named.has(r.row) && !leftOut.has(r.row))).toEqual([])
  })

  test('15 lie outside Malawi, one of them off the map, when the unclassified are read too', async () => {
    const mapping = await readFile(join(repo, 'examples/mappings/malawi-gaia.yaml'), 'utf8')
    await writeFile(
      join(state.dir, 'mapping.yaml'),
      mapping.replaceAll(': skip', ': villageClinic'),
    )
    const read = await readCountyFolder(state.dir)
    expect(read.input!.county.facilities).toHaveLength(
      1928 - found(read, 'row-template').length + 1,
    )
    const off = found(read, 'place-off-the-map')
    expect(off.map((f) => f.facts.lat)).toEqual([-13_770_082])
    expect(found(read, 'place-beyond-boundary').length + off.length).toBe(15)
    expect(found(read, 'place-without-coordinates').length + 1).toBe(180)
  })

  test('a coordinate with a stray space is tidied and said', () => {
    const spaced = state.read.input!.county.facilities.find((f) => f.id === 'SA090027')
    expect(spaced!.at).toEqual([34.6162227, -13.330111])
  })

  test('36 stops with latitude, longitude, altitude and accuracy in one cell', () => {
    const { settlements } = state.read.input!.county
    expect(settlements).toHaveLength(36)
    const ntiza = settlements.find((s) => s.id === 'ntiza')!
    expect([ntiza.at, ntiza.elevationM]).toEqual([[35.4011992, -15.9852112], 729.98])
    expect(found(state.read, 'coordinate-inaccurate').map((f) => f.facts.metres)).toEqual([699.99])
    expect(found(state.read, 'population-unknown')).toHaveLength(36)
  })

  test('the weekday of the visits is not in the file', () => {
    expect(found(state.read, 'visit-day-missing')).toHaveLength(36)
    expect(state.read.input!.county.vehicles).toHaveLength(8)
  })
})

describe.skipIf(!existsSync(join(data, 'lishui-admin')))('Lishui (needs ../shared)', () => {
  const state = folder('lishui-admin', [
    'counties.csv',
    'townships.csv',
    'villages.csv',
    'hospitals-2020.csv',
    'facts.json',
  ])

  test('codes of 6, 9 and 12 digits become 9 counties, 173 townships and 2,008 villages', () => {
    expect(errors(state.read)).toEqual([])
    const levels = state.read.input!.county.divisions.map((d) => d.level)
    expect(
      ['county', 'township', 'village'].map((l) => levels.filter((x) => x === l).length),
    ).toEqual([9, 173, 2008])
    expect(
      found(state.read, 'division-codes-padded').map((f) => [f.facts.digits, f.facts.count]),
    ).toEqual([
      [6, 9],
      [9, 173],
    ])
    expect(found(state.read, 'division-parent-missing')).toEqual([])
  })

  test('villages and communities by the counting rule', () => {
    const counts = found(state.read, 'division-counts').map((f) => f.facts)
    const of = (name: string) => {
      const { villages, communities } = counts.find((c) => c.name === name)!
      return [villages, communities]
    }
    expect(of('莲都区')).toEqual([211, 43])
    expect(of('青田县')).toEqual([363, 29])
    expect(of('景宁畲族自治县')).toEqual([136, 9])
    expect(sum(counts.map((c) => Number(c.villages)))).toBe(1836)
    expect(sum(counts.map((c) => Number(c.communities)))).toBe(172)
  })

  test('no village has coordinates or people, no hospital has coordinates', () => {
    const { settlements, facilities } = state.read.input!.county
    expect(settlements.every((s) => s.at === null)).toBe(true)
    expect(facilities).toHaveLength(18)
    expect(found(state.read, 'place-without-coordinates')).toHaveLength(2008 + 18)
    expect(found(state.read, 'population-unknown')).toHaveLength(2008)
  })

  test('county names of hospitals are looked up; those that fit none are named', () => {
    const unknown = found(state.read, 'division-name-unknown')
    expect(unknown.map((f) => f.facts.value)).toEqual(['市本级', '市本级', '市本级', '景宁县'])
    expect(unknown[3]!.facts.suggestion).toContain('景宁畲族自治县')
    const qingtian = state.read.input!.county.facilities.filter(
      (f) => f.division === '331121000000',
    )
    expect(qingtian).toHaveLength(2)
    expect(qingtian[0]!.provenance.date).toBe('2020-01-22')
  })

  test('hospitals have no codes, so they get stable ones', () => {
    expect(found(state.read, 'ids-derived').map((f) => f.facts.count)).toContain(18)
  })

  test('the age bands of 2020 sum to 28 more than the total', () => {
    const differing = found(state.read, 'published-figures-differ')
    expect(differing.map((f) => f.facts)).toMatchObject([
      { area: '丽水市', sum: 2_707_424, total: 2_707_396, difference: 28 },
    ])
  })

  test('nothing is said of files that were not there', async () => {
    expect(JSON.parse(await readFile(join(state.dir, 'facts.json'), 'utf8')).items).toHaveLength(13)
    expect(found(state.read, 'file-not-used')).toEqual([])
  })
})
