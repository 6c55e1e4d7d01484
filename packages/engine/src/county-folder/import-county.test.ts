import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editCounty } from './edit-county.ts'
import { lockFolder } from './folder-lock.ts'
import { importCounty } from './import-county.ts'
import { readCountyFolder } from './read-county-folder.ts'

const files: Record<string, string> = {
  'county.yaml': `format: 1
code: '331199000000'
name: 三谷县
nameEn: Three Valleys
coordinates: WGS-84
asOf: 2026-01-01
horizon: { from: 2026-01-01, to: 2026-12-31 }
remote: { version: '1' }
prices: { fuelPerKmYuan: 1, staffHourYuan: 40, residentHourYuan: 20, busPerKmYuan: 3 }
`,
  'settlements.csv': `编号,名称,经度,纬度,常住人口
s1,上坑,119.5,28.1,120
s2,下坑,119.51,28.11,80
s3,中坑,119.52,28.12,60
`,
  'facilities.csv': `id,name,kind,state,lng,lat
f1,东谷乡卫生院,乡镇卫生院,open,119.5,28.1
`,
  'vehicles.csv': 'id,kind,depot\nv1,巡回医疗车,f1\n',
  'minutes.csv': 'from,to,minutes\ns1,f1,10\n',
}

let dir: string
const put = (name: string, text: string) => writeFile(join(dir, name), text)
const stored = () => readFile(join(dir, '.kuashan', 'county.json'), 'utf8')
const run = () => importCounty(dir, { today: '2026-02-01', waitMs: 0 })
const codes = (findings: readonly { code: string }[]) => findings.map((f) => f.code)
const edit = {
  table: 'settlements' as const,
  id: 's1',
  field: 'permanent.total',
  value: 131,
  by: 'steward of Shangkeng',
  date: '2026-01-15' as PlainDate,
  reason: 'counted at the door',
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'import-'))
  for (const [name, text] of Object.entries(files)) await put(name, text)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

describe('importing a county folder', () => {
  test('an import that fails leaves the previous state as it was, byte for byte', async () => {
    expect((await run()).input).not.toBeNull()
    const before = await stored()
    await put(
      'settlements.csv',
      files['settlements.csv']!.replace('120', 'many').replace('80', '-8'),
    )
    const failed = await run()
    expect(failed.input).toBeNull()
    expect(codes(failed.findings)).toEqual(
      expect.arrayContaining(['cell-not-a-number', 'cell-negative']),
    )
    expect(await stored()).toBe(before)
  })

  test('importing the same again changes nothing and says nothing new', async () => {
    await run()
    const before = await stored()
    const again = await importCounty(dir, { today: '2027-01-01' })
    expect(await stored()).toBe(before)
    expect(codes(again.findings).filter((c) => c.startsWith('import-'))).toEqual([])
  })

  test("next year's files come as a difference", async () => {
    await run()
    await put(
      'settlements.csv',
      '编号,名称,经度,纬度,常住人口\ns4,新坑,119.5,28.1,9\ns2,下坑,119.51,28.11,77\ns1,上坑,119.5,28.1,120\n',
    )
    const { findings } = await run()
    expect(findings.filter((f) => f.code.startsWith('import-'))).toMatchObject([
      { code: 'import-added', facts: { table: 'settlements', count: 1, ids: 's4' } },
      { code: 'import-removed', severity: 'warning', facts: { table: 'settlements', ids: 's3' } },
      { code: 'import-changed', facts: { id: 's2', changes: 'permanent.total 80 → 77' } },
    ])
  })

  test("people's edits stay, and a source that changed under one is named with both values", async () => {
    await run()
    expect((await editCounty(dir, edit)).edit).toMatchObject({ was: 120 })
    const people = async () => {
      const { input, findings } = await run()
      const [s1] = input!.county.settlements
      return { total: s1!.permanent.total, provenance: s1!.provenance, findings }
    }
    const first = await people()
    expect([first.total, codes(first.findings)]).toEqual([
      131,
      expect.not.arrayContaining(['edit-kept']),
    ])
    expect(first.provenance).toMatchObject({
      method: 'entered',
      note: expect.stringContaining('was 120'),
    })
    await put('settlements.csv', files['settlements.csv']!.replace('120', '118'))
    const changed = await people()
    expect(changed.total).toBe(131)
    expect(changed.findings.find((f) => f.code === 'edit-kept')).toMatchObject({
      severity: 'warning',
      facts: { was: '120', now: '118', value: '131', by: edit.by, date: edit.date },
    })
    await put('settlements.csv', files['settlements.csv']!.replace('120', '131'))
    expect(codes((await people()).findings)).toContain('edit-in-source')
    await put('settlements.csv', files['settlements.csv']!.replace('s1', 's9'))
    await put('minutes.csv', 'from,to,minutes\ns9,f1,10\n')
    expect(codes((await run()).findings)).toContain('edit-target-gone')
  })

  test('an edit that breaks its row, names no field or no row is refused and not written', async () => {
    expect(codes((await editCounty(dir, edit)).findings)).toEqual(['not-imported'])
    await run()
    const tries = [
      { ...edit, value: -5 },
      { ...edit, field: 'permanant.total' },
      { ...edit, id: 'nobody' },
      { ...edit, field: 'id', value: 'x' },
    ]
    const all = await Promise.all(
      tries.map(async (t, k) => {
        const own = await mkdtemp(join(tmpdir(), `edit-${k}-`))
        await cp(dir, own, { recursive: true })
        const { edit: made, findings } = await editCounty(own, t)
        expect(made).toBeNull()
        await expect(readFile(join(own, 'edits.json'))).rejects.toThrow()
        await rm(own, { recursive: true })
        return codes(findings)
      }),
    )
    expect(all.flat()).toEqual(['edit-invalid', 'edit-invalid', 'edit-target-gone', 'edit-invalid'])
  })

  test('edits that cannot be read stop the import', async () => {
    await put('edits.json', '{ half')
    const { input, findings } = await run()
    expect([input, codes(findings)]).toEqual([null, expect.arrayContaining(['edits-unreadable'])])
  })

  test('a folder held by a living process says by whom; a dead one is taken over', async () => {
    await run()
    const held = await lockFolder(dir, 'kuashan plan')
    const locked = await run()
    expect(locked.input).toBeNull()
    expect(locked.findings).toMatchObject([
      { code: 'folder-locked', facts: { command: 'kuashan plan', pid: process.pid } },
    ])
    const waiting = importCounty(dir, { today: '2026-02-01' })
    if (held.held) await held.release()
    expect((await waiting).input).not.toBeNull()
    const dead = {
      pid: 2 ** 22 + 1,
      host: hostname(),
      command: 'kuashan plan',
      since: '2026-01-01',
    }
    await put('.kuashan/lock', JSON.stringify(dead))
    const taken = await run()
    expect(taken.input).not.toBeNull()
    expect(codes(taken.findings)).toContain('lock-taken-over')
    await expect(readFile(join(dir, '.kuashan/lock'))).rejects.toThrow()
  })

  test('a state that cannot be read counts as no state', async () => {
    await run()
    await put('.kuashan/county.json', '{"format":1')
    const { input, findings } = await run()
    expect(input).not.toBeNull()
    expect(codes(findings)).toContain('state-unreadable')
  })
})

describe('reading a county folder', () => {
  const read = () => readCountyFolder(dir)

  test('no folder, no county.yaml, YAML that is none: said with the line', async () => {
    expect(codes((await readCountyFolder(join(dir, 'nowhere'))).findings)).toEqual([
      'folder-missing',
    ])
    await put('county.yaml', 'format: 1\nname: [三谷县\ncode: x\n')
    const [broken] = (await read()).findings.filter((f) => f.code === 'settings-unreadable')
    expect(broken!.at).toMatchObject({ file: 'county.yaml', row: expect.any(Number) })
    await rm(join(dir, 'county.yaml'))
    expect(codes((await read()).findings)).toEqual(['settings-missing'])
  })

  test('wrong settings do not hide what is wrong with the tables', async () => {
    await put('county.yaml', files['county.yaml']!.replace('asOf: 2026-01-01', 'asOf: today'))
    await put('settlements.csv', files['settlements.csv']!.replace('120', 'many'))
    const { input, findings } = await read()
    expect(input).toBeNull()
    expect(codes(findings)).toEqual(
      expect.arrayContaining(['setting-invalid', 'cell-not-a-number']),
    )
  })

  test('an id that does not exist is an error with the nearest one', async () => {
    await put('vehicles.csv', 'id,kind,depot\nv1,巡回医疗车,f11\n')
    const { input, findings } = await read()
    expect(input).toBeNull()
    expect(findings.find((f) => f.code === 'reference-unknown')).toMatchObject({
      at: { file: 'vehicles.csv', row: 2, column: 'depot' },
      facts: { value: 'f11', suggestion: '→ f1?' },
    })
  })

  test('places in GCJ-02 are converted, the county seat with them', async () => {
    const yaml = files['county.yaml']!.replace('WGS-84', 'GCJ-02')
    await put('county.yaml', `${yaml}seat: [119.5, 28.1]\n`)
    const { input, findings } = await read()
    const { settings, settlements } = input!.county
    expect(settings.coordinates).toBe('WGS-84')
    expect(settings.seat).toEqual(settlements[0]!.at)
    expect(settings.seat).not.toEqual([119.5, 28.1])
    expect(findings.filter((f) => f.code === 'places-converted')).toHaveLength(2)
  })

  test('places are checked against the boundary of the folder', async () => {
    const ring = [
      [119.4, 28],
      [119.505, 28],
      [119.505, 28.2],
      [119.4, 28.2],
      [119.4, 28],
    ]
    const feature = {
      type: 'Feature',
      properties: { adcode: 331199, name: '三谷县' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    await put(
      'boundaries.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    )
    const outside = (await read()).findings.filter((f) => f.code === 'place-beyond-boundary')
    expect(outside.map((f) => f.facts.name)).toEqual(['下坑', '中坑'])
  })

  test('an empty table file, a missing table, two files for one table', async () => {
    await put('staff.csv', '')
    await put('居民点.csv', files['settlements.csv']!)
    await rm(join(dir, 'facilities.csv'))
    const found = codes((await read()).findings)
    expect(found).toEqual(
      expect.arrayContaining(['table-empty', 'source-table-used-twice', 'table-absent']),
    )
    await rm(join(dir, '居民点.csv'))
    await rm(join(dir, 'settlements.csv'))
    expect(codes((await read()).findings)).toContain('table-missing')
  })

  test('two sources of one table are merged, each merge named', async () => {
    await put(
      'settlements-osm.csv',
      'id,name,lng,lat,population\nn1,上坑村,119.4,28.1,1\nn2,下坑,119.512,28.11,1\n',
    )
    const { input, findings } = await read()
    expect(input!.county.settlements.map((s) => s.id)).toEqual(['n1', 's1', 's2', 's3'])
    expect(findings.filter((f) => f.code === 'sources-merged')).toMatchObject([
      {
        facts: {
          first: '下坑',
          firstSource: 'settlements.csv',
          secondSource: 'settlements-osm.csv',
        },
      },
    ])
  })

  test('a mapping that is wrong is named by its path', async () => {
    await put('mapping.yaml', 'tables:\n  setlements: {}\n')
    expect((await read()).findings.find((f) => f.code === 'mapping-invalid')!.at.path).toContain(
      'tables',
    )
    await put('mapping.yaml', 'tables:\n  needs: { file: needs-2025.csv }\n')
    expect((await read()).findings.find((f) => f.code === 'mapping-invalid')!.facts.reason).toBe(
      'needs-2025.csv',
    )
  })

  test('shuffled rows give the same county', async () => {
    const bare = async () =>
      JSON.stringify((await read()).input, (k, v) => (k === 'row' ? undefined : v))
    const before = await bare()
    const [head, ...rows] = files['settlements.csv']!.trim().split('\n')
    await put('settlements.csv', [head, ...rows.toReversed()].join('\n'))
    expect(await bare()).toBe(before)
  })

  test('progress runs from 0 to 1', async () => {
    const shares: number[] = []
    await readCountyFolder(dir, { onProgress: (share) => shares.push(share) })
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })
})
