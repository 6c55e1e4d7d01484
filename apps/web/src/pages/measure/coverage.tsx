import type { MeasurementView } from '@kuashan/contract/measures.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Segmented, Spin, Table } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { groupWords, remotenessWords } from '../../parts/figures/figure-words.ts'
import { useServices } from '../../server/services.ts'
import { ownName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'
import type { CellFilter } from './cell-filter.ts'

const ShareBars = lazy(() => import('@kuashan/ui/chart/share-bars.tsx'))

type By = 'services' | 'townships' | 'villages' | 'groups' | 'remoteness'

const parts: readonly [By, Words][] = [
  ['services', { zh: '按服务', en: 'By service' }],
  ['townships', { zh: '按乡镇', en: 'By township' }],
  ['villages', { zh: '按村', en: 'By village' }],
  ['groups', { zh: '按年龄', en: 'By age' }],
  ['remoteness', { zh: '按偏远', en: 'By remoteness' }],
]

const filterOf: Readonly<Record<By, (key: string) => CellFilter>> = {
  services: (service) => ({ service }),
  townships: (division) => ({ division }),
  villages: (division) => ({ division }),
  groups: (group) => ({ group }),
  remoteness: (key) => ({ remote: key === 'remote' }),
}

/** Most bars that can be read at a glance. */
const mostBars = 20

interface CoverageProps {
  measurement: MeasurementView
  territory: Territory
  onDrill: (filter: CellFilter) => void
}

/** Coverage by service, place, age or remoteness, weakest first, as a table and as a chart. */
export function Coverage({ measurement, territory, onDrill }: CoverageProps) {
  const say = useSay()
  const language = useLanguage()
  const [by, setBy] = useState<By>('services')
  const { name: serviceName } = useServices()
  const rows = useMemo(() => {
    const divisions = new Map(territory.divisions.map((d) => [d.code, ownName(d, language)]))
    const nowhere = language === 'zh' ? '（没有区划）' : '(no division)'
    const named: Readonly<Record<By, (key: string) => string>> = {
      services: serviceName,
      townships: (key) => divisions.get(key) ?? (key || nowhere),
      villages: (key) => divisions.get(key) ?? (key || nowhere),
      groups: (key) => groupWords[key]?.[language] ?? key,
      remoteness: (key) => remotenessWords[key]?.[language] ?? key,
    }
    return measurement.coverage[by].map((figure) => ({ ...figure, name: named[by](figure.key) }))
  }, [measurement, territory, by, language, serviceName])
  const bars = useMemo(
    () =>
      rows.slice(0, mostBars).map(({ key, name, share }) => ({
        key,
        label: name,
        share,
        text: formatShare(share),
      })),
    [rows],
  )
  const drill = (key: string) => onDrill(filterOf[by](key))
  return (
    <Flex vertical gap={12}>
      <Segmented
        aria-label={say({ zh: '怎么分', en: 'Divided by' })}
        value={by}
        onChange={setBy}
        options={parts.map(([value, words]) => ({ value, label: say(words) }))}
        style={{ alignSelf: 'start' }}
      />
      <Flex gap={16} align="start" wrap>
        <Table
          size="small"
          rowKey="key"
          style={{ flex: '3 1 520px', minWidth: 0 }}
          dataSource={rows}
          pagination={paged(mostBars)}
          columns={[
            {
              title: say({ zh: '最弱的在前', en: 'Weakest first' }),
              render: (_, { key, name }) => (
                <Button
                  type="link"
                  size="small"
                  style={{ whiteSpace: 'normal', textAlign: 'left', height: 'auto', padding: 0 }}
                  onClick={() => drill(key)}
                >
                  {name}
                </Button>
              ),
            },
            {
              title: say({ zh: '达标', en: 'Met' }),
              align: 'right',
              sorter: (a, b) => a.share - b.share,
              render: (_, { share }) => <strong>{formatShare(share)}</strong>,
            },
            {
              title: say({ zh: '没达标的人', en: 'People not met' }),
              align: 'right',
              sorter: (a, b) => a.entitled - a.met - (b.entitled - b.met),
              render: (_, { entitled, met }) => formatNumber(entitled - met),
            },
            {
              title: say({ zh: '应享的人', en: 'Entitled' }),
              align: 'right',
              sorter: (a, b) => a.entitled - b.entitled,
              render: (_, { entitled }) => formatNumber(entitled),
            },
            {
              title: say({
                zh: '达标 / 全部（居民点 × 服务）',
                en: 'Met / all (settlement × service)',
              }),
              align: 'right',
              render: (_, { cells, cellsMet }) =>
                `${formatNumber(cellsMet)} / ${formatNumber(cells)}`,
            },
          ]}
        />
        <Card size="small" style={{ flex: '2 1 380px', minWidth: 0 }}>
          <Suspense fallback={<Spin />}>
            <ShareBars
              label={say({
                zh: '达标的比例，数字见左边的表',
                en: 'Shares met; the figures are in the table at the left',
              })}
              bars={bars}
              wanted={1}
              onPick={drill}
            />
          </Suspense>
        </Card>
      </Flex>
    </Flex>
  )
}
