import { ProblemError } from '@kuashan/contract/client.ts'
import type { MeasurementView } from '@kuashan/contract/measures.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Empty, Flex, Spin, Tabs } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useServices } from '../../server/services.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import type { CellFilter } from './cell-filter.ts'
import { CellsDrawer } from './cells-drawer.tsx'
import { Coverage } from './coverage.tsx'
import { Definition } from './definition.tsx'
import { GapList } from './gap-list.tsx'
import { MeasureHead } from './measure-head.tsx'
import { StartMeasure } from './start-measure.tsx'

const CoverageMap = lazy(() => import('./coverage-map.tsx'))

/** How far today’s supply meets the floors: figures, map, and every gap by name. */
export default function MeasurePage() {
  const say = useSay()
  const county = useCounty()
  const newest = useAnswer(routes.measures.latest, { params: { county } })
  const places = useAnswer(routes.territory.places, { params: { county } })
  if (newest.isPending || places.isPending) return <Spin size="large" />
  if (places.error) return <Trouble error={places.error} onRetry={() => places.refetch()} />
  if (newest.error instanceof ProblemError && newest.error.problem.status === 404)
    return (
      <Empty
        description={say({
          zh: '还没有测算过。测算看的是：今天的服务，每个居民点够不够得着。',
          en: 'Nothing measured yet. A measurement shows what each settlement can reach of today’s services.',
        })}
      >
        <StartMeasure />
      </Empty>
    )
  if (newest.error) return <Trouble error={newest.error} onRetry={() => newest.refetch()} />
  return <Measured measurement={newest.data.data} territory={places.data.data} />
}

interface MeasuredProps {
  measurement: MeasurementView
  territory: Territory
}

function Measured({ measurement, territory }: MeasuredProps) {
  const say = useSay()
  const [query, setQuery] = useSearchParams()
  const [drill, setDrill] = useState<CellFilter | null>(() => {
    const service = query.get('service')
    return service ? { service } : null
  })
  const { name } = useServices()
  const remote = useMemo(() => new Set(measurement.remote), [measurement])
  return (
    <Flex vertical gap={12}>
      <MeasureHead measurement={measurement} onDrill={setDrill} />
      <Tabs
        activeKey={query.get('tab') ?? 'coverage'}
        onChange={(tab) => setQuery({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          {
            key: 'coverage',
            label: say({ zh: '覆盖', en: 'Coverage' }),
            children: (
              <Coverage measurement={measurement} territory={territory} onDrill={setDrill} />
            ),
          },
          {
            key: 'gaps',
            label: say(
              { zh: '缺口名单（{n}）', en: 'Gaps by name ({n})' },
              { n: measurement.gaps.length },
            ),
            children: (
              <GapList
                gaps={measurement.gaps}
                remote={remote}
                territory={territory}
                serviceName={name}
                onDrill={setDrill}
              />
            ),
          },
          {
            key: 'map',
            label: say({ zh: '地图', en: 'Map' }),
            children: (
              <Suspense fallback={<Spin size="large" />}>
                <CoverageMap measurement={measurement} territory={territory} onDrill={setDrill} />
              </Suspense>
            ),
          },
          {
            key: 'definition',
            label: say({ zh: '怎么算的', en: 'How it is counted' }),
            children: <Definition measurement={measurement} />,
          },
        ]}
      />
      <CellsDrawer
        measurement={measurement}
        territory={territory}
        filter={drill}
        onFilter={setDrill}
      />
    </Flex>
  )
}
