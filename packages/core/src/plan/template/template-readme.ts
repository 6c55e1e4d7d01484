import { type TableName, tableNames } from '../../territory/import/column.ts'
import type { Language, Words } from '../../words/language.ts'
import { tableWords } from '../import/table-words.ts'
import { type TableGuide, tableGuide } from './table-guide.ts'

const needed: Readonly<Record<TableGuide['needed'], Words>> = {
  first: { zh: '一、先要这些：可以测算', en: '1. First: with these you can measure' },
  plan: { zh: '二、再要这些：可以规划', en: '2. Then: with these you can plan' },
  later: { zh: '三、有了再补：更贴近实际', en: '3. Later: nearer to life' },
}

const intro: Words = {
  zh: `# 起步包：把本县的数据填进来

1. 先填 county.yaml：区划代码、名称、坐标系。坐标系问测绘部门，不能猜。
2. 再填下面“一”里的表。每张表开头的一两行数据是示例，第一格写着“示例 Example”，读入时会跳过，看懂后可删；照着抄写时去掉这个字样。表头两种语言都认，不用的列空着，不用的表不填。
3. 路网放进本文件夹：roads.osm.pbf、roads.geojson、roads.shp（连同 .dbf、.prj）或 roads.gpkg，问交通局；没有路网就填 minutes。海拔数据（.hgt、.tif）放进 elevation 文件夹，可以没有。
4. 在网页“县域 → 导入”里上传整个文件夹（压成 zip）或其中的表，或运行 kuashan import。所有问题一次列出，写明哪一行、怎么改；没有改好之前什么都不会变。
5. standards.yaml 里是试算用的虚构标准，谁也没有采用过：请换成本县执行的标准，写明文件和条款。

不要填姓名、身份证号、电话。金额以元计。日期写 2026-03-01。`,
  en: `# Start package: filling in your county

1. Begin with county.yaml: division code, name, coordinate system. Ask the surveyors which system; it must not be guessed.
2. Then the tables under 1 below. The first row or two of each show how rows look; they begin with “示例 Example” and are left out when the table
   is read, so they may stay; drop those words where you copy one. Headings are known in both languages. Leave columns and tables that you have nothing for empty.
3. Put the roads into this folder: roads.osm.pbf, roads.geojson, roads.shp (with .dbf and .prj) or roads.gpkg, from the transport office; where
   there are none, fill in minutes. Heights (.hgt, .tif) go into the folder elevation; they may be missing.
4. Upload the whole folder (as a zip) or single tables in the app under Territory → Import, or run kuashan import. Everything that is wrong is
   listed at once, with row and remedy; until it is right nothing changes.
5. standards.yaml holds invented floors for trying things out, adopted by nobody: replace them by those in force, with document and clause.

No names, identity numbers or telephones of people. Money in yuan. Dates as 2026-03-01.`,
}

const heads: Readonly<Record<Language, string>> = {
  zh: '| 表 | 内容 | 向谁要 |\n|---|---|---|',
  en: '| table | what | from whom |\n|---|---|---|',
}

const tablesOf = (when: TableGuide['needed']): TableName[] =>
  tableNames.filter((name) => tableGuide[name].needed === when)

/** What each table is and which office has it, in one language: the order in which to fill them in. */
export function tablesPage(language: Language): string {
  return (['first', 'plan', 'later'] as const)
    .map((when) => {
      const rows = tablesOf(when).map((name) => {
        const { what, from } = tableGuide[name]
        const called = language === 'zh' ? `${name} ${tableWords[name].zh}` : name
        return `| ${called} | ${what[language]} | ${from[language]} |`
      })
      return [`## ${needed[when][language]}`, '', heads[language], ...rows].join('\n')
    })
    .join('\n\n')
}

/** The page that lies in the template folder. */
export const templateReadme = (language: Language): string =>
  `${intro[language]}\n\n${tablesPage(language)}\n`
