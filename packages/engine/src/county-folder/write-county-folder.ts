import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { exportSettings } from '@kuashan/core/plan/import/settings.ts'
import { writeCountyTables } from '@kuashan/core/plan/import/write-county-tables.ts'
import type { Plain } from '@kuashan/core/plan/import/yuan.ts'
import { tableNames } from '@kuashan/core/territory/import/column.ts'
import { atomicWrite } from '../files/atomic-write.ts'
import { csvText } from '../files/csv.ts'
import { yamlText } from '../files/yaml.ts'
import { writeTerrain } from '../geo/read-terrain.ts'
import { writeRoadsGeoJson } from '../geo/road-geojson.ts'

/** Tables that tell how things are today. */
const today = new Set(['rotas.csv', 'timetable.csv', 'opening.csv', 'spending.csv'])

/** Where a file of a table lies in a county folder. */
export const inToday = (file: string): string => (today.has(file) ? `today/${file}` : file)

const header = `# 县设置 / settings of the county. See docs/county-folder.md.
# 金额以元计（键名以 Yuan 结尾） / money in yuan (keys that end in Yuan).
`

/** Writes a county as a folder that `readCountyFolder` reads back to the same county. Tables, roads and elevation written before are replaced. */
export async function writeCountyFolder(dir: string, input: CountyInput): Promise<void> {
  const { county, catalogue, roads, terrain, minutes } = input
  await mkdir(join(dir, 'today'), { recursive: true })
  const write = (name: string, text: string): Promise<void> => atomicWrite(join(dir, name), text)
  await write('county.yaml', header + yamlText(exportSettings(county.settings)))
  await write('standards.yaml', yamlText(county.standards as unknown as Plain))
  const tables = writeCountyTables(county, minutes)
  for (const name of tableNames) {
    const path = inToday(`${name}.csv`)
    const table = tables[name]
    // What the county no longer has must not be read back from an older file.
    if (table && table.rows.length > 0) await write(path, csvText(table))
    else await rm(join(dir, path), { force: true })
  }
  if (JSON.stringify(catalogue) !== JSON.stringify(startingCatalogue()))
    await write('catalogue.json', `${JSON.stringify(catalogue, null, 2)}\n`)
  else await rm(join(dir, 'catalogue.json'), { force: true })
  if (roads) await writeRoadsGeoJson(join(dir, 'roads.geojson'), roads)
  else await rm(join(dir, 'roads.geojson'), { force: true })
  await rm(join(dir, 'elevation'), { recursive: true, force: true })
  if (terrain.tiles.length > 0) await writeTerrain(join(dir, 'elevation'), terrain)
}
