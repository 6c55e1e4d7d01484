import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Collapse, Flex, Table, Tag } from 'antd'
import { useSearchParams } from 'react-router'
import { ImportUpload } from '../../../parts/imports/import-upload.tsx'
import { TakeTemplate } from '../../../parts/imports/take-template.tsx'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { ImportReview } from './import-review.tsx'

const stateWords: Readonly<Record<'staged' | 'accepted' | 'refused', Words>> = {
  staged: { zh: '待决定', en: 'to be decided' },
  accepted: { zh: '已采用', en: 'accepted' },
  refused: { zh: '已放弃', en: 'refused' },
}

/** Bringing data in: upload, look at what was found and what changes, then accept or refuse. `?import=` is what is looked at. */
export function Imports() {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const mayImport = useMay(routes.counties.upload)
  const [query, setQuery] = useSearchParams()
  const imports = useAnswer(routes.counties.imports, { params: { county } })
  const open = (id: string | null) =>
    setQuery(id === null ? { tab: 'import' } : { tab: 'import', import: id })
  const looked = query.get('import')
  if (looked) return <ImportReview key={looked} id={looked} onClose={() => open(null)} />
  return (
    <Flex vertical gap={16}>
      {mayImport && <ImportUpload onDone={open} />}
      {mayImport && (
        <Collapse
          size="small"
          items={[
            {
              key: 'template',
              label: say({ zh: '起步包：空表和填写说明', en: 'Start package: empty tables' }),
              children: <TakeTemplate />,
            },
          ]}
        />
      )}
      {imports.error && <Trouble error={imports.error} onRetry={() => imports.refetch()} />}
      <Table
        size="small"
        rowKey="id"
        loading={imports.isPending}
        dataSource={imports.data?.data ?? []}
        pagination={paged(15)}
        columns={[
          {
            title: say({ zh: '导入记录', en: 'Imports so far' }),
            render: (_, { id, source }) => (
              <Button
                type="link"
                size="small"
                style={{ padding: 0, whiteSpace: 'normal', height: 'auto', textAlign: 'left' }}
                onClick={() => open(id)}
              >
                {source}
              </Button>
            ),
          },
          {
            title: say({ zh: '状态', en: 'State' }),
            render: (_, { state }) => (
              <Tag color={state === 'staged' ? 'warning' : 'default'}>{say(stateWords[state])}</Tag>
            ),
          },
          {
            title: say({ zh: '行数', en: 'Rows' }),
            align: 'right',
            render: (_, { rows }) => formatNumber(rows),
          },
          {
            title: say({ zh: '错误 / 提醒', en: 'Errors / warnings' }),
            align: 'right',
            render: (_, { errors, warnings }) =>
              `${formatNumber(errors)} / ${formatNumber(warnings)}`,
          },
          {
            title: say({ zh: '时间', en: 'When' }),
            render: (_, { madeAt }) =>
              new Date(madeAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'),
          },
        ]}
      />
    </Flex>
  )
}
