import type { PlanFile } from '@kuashan/contract/plan-files.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Flex } from 'antd'
import { Link } from 'react-router'
import { addressOfFile } from '../../parts/plans/make-file.tsx'

/** What a plan can be taken away as, in the reader’s language. */
export function TakeAway({ plan }: { plan: string }) {
  const say = useSay()
  const language = useLanguage()
  const files: [file: PlanFile, name: Words][] = [
    [`report.${language}.html`, { zh: '报告（可打印）', en: 'Report, to print' }],
    [`plan.${language}.xlsx`, { zh: '表格', en: 'Workbook' }],
    ['plan.geojson', { zh: '地图数据', en: 'Map data' }],
    [`calendars.${language}.zip`, { zh: '各村日历', en: 'Calendars of the villages' }],
  ]
  return (
    <Flex gap={16} wrap className="no-print">
      {files.map(([file, name]) => (
        <Link key={file} to={addressOfFile(plan, file)} target="_blank" rel="noreferrer">
          {say(name)}
        </Link>
      ))}
    </Flex>
  )
}
