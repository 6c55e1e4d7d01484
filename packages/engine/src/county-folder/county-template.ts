import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inventedStandards } from '@kuashan/core/catalogue/invented-standards.ts'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { tableWords } from '@kuashan/core/plan/import/table-words.ts'
import type { Plain } from '@kuashan/core/plan/import/yuan.ts'
import { templateReadme } from '@kuashan/core/plan/template/template-readme.ts'
import {
  type CountyToBegin,
  firstDayOf,
  templateSettings,
} from '@kuashan/core/plan/template/template-settings.ts'
import { templateTable } from '@kuashan/core/plan/template/template-tables.ts'
import { tableNames } from '@kuashan/core/territory/import/column.ts'
import { atomicWrite } from '../files/atomic-write.ts'
import { csvText } from '../files/csv.ts'
import { workbookBytes } from '../files/excel.ts'
import { writeWholeFolder } from '../files/whole-folder.ts'
import { yamlText } from '../files/yaml.ts'
import { inToday } from './write-county-folder.ts'

export interface TemplateFile {
  /** By its path in the folder, with `/`. */
  part: string
  content: string | Uint8Array
}

const standardsHead = `# 试算用的虚构标准，谁也没有采用过。请换成本县执行的标准，写明文件和条款，并删去 invented。
# Invented floors for trying things out, adopted by nobody. Replace them by those in force, with document and clause, and drop invented.
`

/**
 * The files of a template folder: settings, floors to try with, every table empty but for a marked example, as CSV or as
 * the sheets of one workbook, and a page in each language on what goes where.
 */
export async function templateFiles(
  county: CountyToBegin,
  { xlsx }: { xlsx: boolean },
): Promise<TemplateFile[]> {
  const standards = inventedStandards(firstDayOf(county.year)) as unknown as Plain
  const papers: TemplateFile[] = [
    { part: 'README.zh.md', content: templateReadme('zh') },
    { part: 'README.en.md', content: templateReadme('en') },
    { part: 'county.yaml', content: templateSettings(county) },
    { part: 'standards.yaml', content: `${standardsHead}${yamlText(standards)}` },
  ]
  if (!xlsx)
    return [
      ...papers,
      ...tableNames.map((name) => ({
        part: inToday(`${name}.csv`),
        content: csvText(templateTable(name)),
      })),
    ]
  const sheets = tableNames.map((name) => ({ name: tableWords[name].zh, ...templateTable(name) }))
  return [...papers, { part: 'tables.xlsx', content: await workbookBytes(sheets) }]
}

/** Writes a template folder; a folder that holds a county already is left as it is. */
export async function writeTemplate(
  dir: string,
  county: CountyToBegin,
  options: { xlsx: boolean },
): Promise<{ files: string[]; findings: Finding[] }> {
  if (existsSync(join(dir, 'county.yaml')))
    return { files: [], findings: [finding('county-already-there', {}, { folder: dir })] }
  const files = await templateFiles(county, options)
  await writeWholeFolder(dir, async () => {
    for (const { part, content } of files) {
      await mkdir(dirname(join(dir, part)), { recursive: true })
      await atomicWrite(join(dir, part), content)
    }
  })
  return { files: files.map(({ part }) => part), findings: [] }
}
