import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Spin, Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { FindingTable } from '../../shell/finding-table.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { Imports } from './import/imports.tsx'
import { Places } from './places.tsx'

/**
 * The county: its places on the map and in lists, what is doubtful in its data, and bringing data in. The last two are about
 * all of the county: who works in an area has the first.
 */
export default function TerritoryPage() {
  const say = useSay()
  const county = useCounty()
  const [query, setQuery] = useSearchParams()
  const places = useAnswer(routes.territory.places, { params: { county } })
  const summary = useAnswer(routes.counties.get, { params: { county } })
  const findings = summary.data?.data.findings ?? []
  const seesImports = useMay(routes.counties.imports)
  return (
    <Tabs
      activeKey={query.get('tab') ?? 'places'}
      onChange={(tab) => setQuery({ tab })}
      destroyOnHidden
      items={[
        {
          key: 'places',
          label: say({ zh: '地图和名单', en: 'Map and lists' }),
          children: places.isPending ? (
            <Spin size="large" />
          ) : places.error ? (
            <Trouble error={places.error} onRetry={() => places.refetch()} />
          ) : (
            <Places territory={places.data.data} />
          ),
        },
        {
          key: 'findings',
          label: say(
            { zh: '数据里的问题（{n}）', en: 'Doubts in the data ({n})' },
            { n: findings.length },
          ),
          children: <FindingTable findings={findings} />,
        },
        {
          key: 'import',
          label: say({ zh: '导入数据', en: 'Import data' }),
          children: <Imports />,
        },
      ].filter(({ key }) => key === 'places' || seesImports)}
    />
  )
}
