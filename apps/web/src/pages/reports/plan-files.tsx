import { addressOf } from '@kuashan/contract/client.ts'
import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Table } from 'antd'
import { addressOfFile } from '../../parts/plans/make-file.tsx'
import { useCounty } from '../../shell/county.tsx'

interface Row {
  name: Words
  what: Words
  files: readonly { file: PlanFile | 'plan.json'; label: string; lang?: string }[]
}

const inBoth = (zh: PlanFile, en: PlanFile): Row['files'] => [
  { file: zh, label: '中文', lang: 'zh-CN' },
  { file: en, label: 'English', lang: 'en' },
]

const rows: readonly Row[] = [
  {
    name: { zh: '报告', en: 'Report' },
    what: {
      zh: '一个网页：结论、地图、时间表、依据；可打印',
      en: 'One page: findings, maps, timetable, grounds; can be printed',
    },
    files: inBoth('report.zh.html', 'report.en.html'),
  },
  {
    name: { zh: 'Excel 表格', en: 'Excel workbook' },
    what: {
      zh: '各趟次、各站、场所和费用',
      en: 'Tours, stops, sites and costs',
    },
    files: inBoth('plan.zh.xlsx', 'plan.en.xlsx'),
  },
  {
    name: { zh: '日历', en: 'Calendars' },
    what: {
      zh: '可导入手机和电脑的日历',
      en: 'For the calendar of a phone or computer',
    },
    files: inBoth('calendars.zh.zip', 'calendars.en.zip'),
  },
  {
    name: { zh: '地图数据', en: 'Map data' },
    what: { zh: '给地理信息软件用', en: 'For GIS programs' },
    files: [{ file: 'plan.geojson', label: 'GeoJSON' }],
  },
  {
    name: { zh: '方案数据', en: 'The plan as data' },
    what: { zh: '完整内容，给其他程序用', en: 'All of it, for other programs' },
    files: [{ file: 'plan.json', label: 'JSON' }],
  },
]

/** The files of a plan: the report opens in a new tab, the others are saved. The plan’s own data are there; the rest is made. */
export function PlanFiles({ plan }: { plan: string }) {
  const say = useSay()
  const county = useCounty()
  return (
    <Table<Row>
      size="small"
      rowKey={({ name }) => name.en}
      dataSource={[...rows]}
      pagination={false}
      columns={[
        { title: say({ zh: '文件', en: 'File' }), render: (_, { name }) => say(name) },
        { title: say({ zh: '内容', en: 'What is in it' }), render: (_, { what }) => say(what) },
        {
          title: say({ zh: '打开或保存', en: 'Open or save' }),
          render: (_, { name, files }) => (
            <Flex gap={16}>
              {files.map(({ file, label, lang }) => (
                <a
                  key={file}
                  href={
                    file === 'plan.json'
                      ? addressOf(routes.planFiles.document, { params: { county, plan } })
                      : addressOfFile(plan, file)
                  }
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${say(name)}, ${label}`}
                >
                  <span lang={lang}>{label}</span>
                </a>
              ))}
            </Flex>
          ),
        },
      ]}
    />
  )
}
