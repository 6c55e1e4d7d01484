import type { Import } from '@kuashan/contract/counties.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Popconfirm, Spin, Statistic, Typography } from 'antd'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FindingTable } from '../../../shell/finding-table.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { ImportChanges } from './import-changes.tsx'

interface ImportReviewProps {
  id: string
  onClose: () => void
}

/** One import: what was found by row, what it would change, and the decision. */
export function ImportReview({ id, onClose }: ImportReviewProps) {
  const say = useSay()
  const county = useCounty()
  const staged = useAnswer(routes.counties.import, { params: { county, import: id } })
  if (staged.isPending) return <Spin />
  if (staged.error) return <Trouble error={staged.error} onRetry={() => staged.refetch()} />
  const found = staged.data.data
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="center">
        <Button onClick={onClose}>{say({ zh: '← 回到导入', en: '← Back to imports' })}</Button>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {found.source}
        </Typography.Title>
      </Flex>
      <Decision found={found} />
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {say({ zh: '会改变什么', en: 'What changes' })}
      </Typography.Title>
      <ImportChanges changes={found.changes} />
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {say({ zh: '发现的问题', en: 'What was found' })}
      </Typography.Title>
      <FindingTable findings={found.findings} />
    </Flex>
  )
}

function Decision({ found }: { found: Import }) {
  const say = useSay()
  const county = useCounty()
  const may = useMay(routes.counties.accept)
  const summary = useAnswer(routes.counties.get, { params: { county } })
  const accept = useChange(routes.counties.accept, [
    'counties',
    'territory',
    'catalogue',
    'corrections',
    'measures',
  ])
  const refuse = useChange(routes.counties.refuse, ['counties'])
  const params = { county, import: found.id }
  const trouble = accept.error ?? refuse.error
  const said = {
    staged:
      found.errors > 0
        ? say({
            zh: '有错误，不能采用。请按下面的办法改好表格，再上传一次。',
            en: 'There are errors, so it cannot be accepted. Put the tables right as told below and upload again.',
          })
        : say({
            zh: '可以采用。采用之前，县里的数据没有变。',
            en: 'It can be accepted. Until then the county’s data stay as they are.',
          }),
    accepted: say({ zh: '已采用', en: 'Accepted' }),
    refused: say({ zh: '已放弃', en: 'Refused' }),
  }[found.state]
  const kind = { staged: found.errors > 0 ? 'error' : 'info', accepted: 'success', refused: 'info' }
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        <Flex gap={40} align="center" wrap>
          <Statistic title={say({ zh: '行数', en: 'Rows' })} value={formatNumber(found.rows)} />
          <Statistic title={say({ zh: '错误', en: 'Errors' })} value={formatNumber(found.errors)} />
          <Statistic
            title={say({ zh: '提醒', en: 'Warnings' })}
            value={formatNumber(found.warnings)}
          />
          <span style={{ flex: 1 }} />
          {found.state === 'staged' && may && (
            <Flex gap={12}>
              <Popconfirm
                title={say({ zh: '放弃这次导入？', en: 'Refuse this import?' })}
                onConfirm={() => refuse.mutate({ params })}
              >
                <Button loading={refuse.isPending}>{say({ zh: '放弃', en: 'Refuse' })}</Button>
              </Popconfirm>
              <Button
                type="primary"
                disabled={found.errors > 0 || !summary.data?.version}
                loading={accept.isPending}
                onClick={() => accept.mutate({ params, version: summary.data!.version! })}
              >
                {say({ zh: '采用', en: 'Accept' })}
              </Button>
            </Flex>
          )}
        </Flex>
        <Alert
          type={kind[found.state] as 'error' | 'info' | 'success'}
          showIcon
          role="status"
          title={said}
        />
        {trouble && <Trouble error={trouble} onRetry={() => summary.refetch()} />}
      </Flex>
    </Card>
  )
}
