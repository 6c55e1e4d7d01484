import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCountyTables } from '@kuashan/core/plan/import/write-county-tables.ts'
import { templateReadme } from '@kuashan/core/plan/template/template-readme.ts'
import { templateTable } from '@kuashan/core/plan/template/template-tables.ts'
import { type TableName, tableNames } from '@kuashan/core/territory/import/column.ts'
import { writeTemplate } from '@kuashan/engine/county-folder/county-template.ts'
import { readCountyFolder } from '@kuashan/engine/county-folder/read-county-folder.ts'
import { csvText } from '@kuashan/engine/files/csv.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { input as other } from './three-valleys.fixture.ts'

const dir = await mkdtemp(join(tmpdir(), 'a113-'))
afterAll(() => rm(dir, { recursive: true, force: true }))
const example = new URL('../../examples/three-valleys/', import.meta.url).pathname
const tables = writeCountyTables(other.county, null)

/** A clerk’s work: the county’s rows under the headings of the template, below its example. */
function filledIn(name: TableName): string {
  const { headings, rows } = templateTable(name)
  const own = tables[name] ?? { headings: [], rows: [] }
  const place = headings.map((heading) => own.headings.indexOf(heading.replace(/^.* \/ /, '')))
  const bands = own.headings.filter((heading) => heading.startsWith('pop_'))
  return csvText({
    headings: [...headings, ...bands],
    rows: [
      ...rows.map((row) => [...row, ...bands.map(() => '')]),
      ...own.rows.map((row) => [
        ...place.map((k) => (k < 0 ? '' : row[k]!)),
        ...bands.map((band) => row[own.headings.indexOf(band)]!),
      ]),
    ],
  })
}

describe('another county starts from the package (A113)', () => {
  it('fills the tables in, imports them, and has a plan that the checker accepts (A113)', async () => {
    const { code, name, nameEn, coordinates } = other.county.settings
    const begun = { code, name, nameEn, coordinates, year: 2026 }
    const { files } = await writeTemplate(dir, begun, { xlsx: false })
    for (const table of tableNames) {
      const file = files.find((path) => path.endsWith(`${table}.csv`))!
      // The template’s own age bands give way to those that the county counts in.
      const text = filledIn(table).replace(/,0-14岁,15-59岁,60-79岁,80岁以上/, ',,,,')
      await writeFile(join(dir, file), text)
    }
    await cp(join(example, 'roads.geojson'), join(dir, 'roads.geojson'))
    await cp(join(example, 'elevation'), join(dir, 'elevation'), { recursive: true })
    await cp(join(example, 'standards.yaml'), join(dir, 'standards.yaml'))
    const { input, findings } = await readCountyFolder(dir)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { county } = input!
    const bare = <T extends { id: string; provenance?: unknown }>(rows: readonly T[]) =>
      new Map(rows.map(({ provenance: _, ...row }) => [row.id, row]))
    expect(bare(county.settlements)).toEqual(bare(other.county.settlements))
    expect(bare(county.facilities)).toEqual(bare(other.county.facilities))
    expect(bare(county.vehicles)).toEqual(bare(other.county.vehicles))
    expect(bare(county.staff)).toEqual(bare(other.county.staff))
    expect(county.baseline).toEqual(other.county.baseline)

    const { travel } = await yearTravel(input!, { workers: 1 })
    const { checked, plan } = await planCounty(input!, travel, {
      mode: 'least-cost',
      seed: 1,
      budget: { iterations: 50 },
      workers: 1,
      signal: new AbortController().signal,
    })
    expect(checked.verdict).toBe('valid')
    expect(plan.tours.length).toBeGreaterThan(0)
  })

  it('is told in both languages which office has each table, and which come first (A113)', async () => {
    for (const language of ['zh', 'en'] as const) {
      const page = templateReadme(language)
      for (const table of tableNames) expect(page).toContain(`| ${table}`)
      expect(page.indexOf('| settlements')).toBeLessThan(page.indexOf('| vehicles'))
      expect(page.indexOf('| vehicles')).toBeLessThan(page.indexOf('| buses'))
      expect(await readFile(join(dir, `README.${language}.md`), 'utf8')).toBe(page)
    }
  })
})
