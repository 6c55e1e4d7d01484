import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import type { StandardKind } from '@kuashan/core/catalogue/standard.ts'
import { metricText, standardLevelWords } from '@kuashan/core/catalogue/terms.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Table, Tag, Typography } from 'antd'
import { today } from '../../../shell/today.ts'
import { layersOf, type StandardLayer } from './standard-layers.ts'

const kindWords: Readonly<Record<StandardKind, Words>> = {
  ...standardLevelWords,
  municipalPractice: { zh: '市里的做法', en: 'municipal practice' },
  benchmark: { zh: '参照值', en: 'benchmark' },
  assumed: { zh: '假设', en: 'assumed' },
}
const stateWords: Readonly<Record<StandardLayer['state'], Words>> = {
  binding: { zh: '现行', en: 'in force' },
  'to-come': { zh: '将施行', en: 'to come' },
  over: { zh: '已过期', en: 'over' },
  compares: { zh: '只作比较', en: 'only compares' },
}
const stateColours: Readonly<Record<StandardLayer['state'], string>> = {
  binding: 'success',
  'to-come': 'processing',
  over: 'default',
  compares: 'default',
}

/** The layers of one service: national to county, with document, dates and whether each binds today. */
export function LayerTable({
  catalogue,
  service,
}: {
  catalogue: CatalogueOfCounty
  service: string
}) {
  const say = useSay()
  const language = useLanguage()
  const layers = layersOf(catalogue, service, today())
  return (
    <Table<StandardLayer>
      size="small"
      rowKey={(l) => `${l.metric} ${l.kind} ${l.from} ${l.value} ${l.source}`}
      dataSource={layers}
      pagination={false}
      locale={{ emptyText: say({ zh: '没有标准', en: 'No standard' }) }}
      columns={[
        {
          title: say({ zh: '标准', en: 'Standard' }),
          render: (_, l) => metricText(l.metric, l.value, language),
        },
        {
          title: say({ zh: '哪一层', en: 'Layer' }),
          render: (_, l) => say(kindWords[l.kind]),
        },
        {
          title: say({ zh: '依据', en: 'Document' }),
          render: (_, l) => (
            <>
              {l.isKey ? (
                say(
                  { zh: '目录自带，来源 {key}', en: 'of the catalogue, source {key}' },
                  { key: l.source },
                )
              ) : (
                <span lang="zh">{l.source}</span>
              )}
              {l.invented && (
                <Typography.Text type="warning">
                  {say({ zh: '（演示用虚构）', en: ' (made up for the demo)' })}
                </Typography.Text>
              )}
            </>
          ),
        },
        {
          title: say({ zh: '起止', en: 'From, until' }),
          render: (_, l) =>
            l.from === null && l.until === null ? '—' : `${l.from ?? '…'} – ${l.until ?? '…'}`,
        },
        {
          title: say({ zh: '现在', en: 'Now' }),
          render: (_, l) => <Tag color={stateColours[l.state]}>{say(stateWords[l.state])}</Tag>,
        },
      ]}
    />
  )
}
