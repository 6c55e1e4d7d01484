import type { MeasurementView } from '@kuashan/contract/measures.ts'
import { metricText, standardLevelWords } from '@kuashan/core/catalogue/terms.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Table, Tag, Typography } from 'antd'
import { useServices } from '../../server/services.ts'
import { FindingTable } from '../../shell/finding-table.tsx'
import { paged } from '../../shell/paged.ts'

/** What the figures count, the floors they are held against with document and clause, and what was assumed. */
export function Definition({ measurement }: { measurement: MeasurementView }) {
  const say = useSay()
  const language = useLanguage()
  const { catalogue, name } = useServices()
  const measured = new Set(measurement.coverage.services.map(({ key }) => key))
  const floors = (catalogue?.floors ?? []).filter((floor) => measured.has(floor.service))
  return (
    <Flex vertical gap={12}>
      <Typography.Paragraph style={{ maxWidth: 820, margin: 0 }}>
        {say(measurement.definition)}
      </Typography.Paragraph>
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {say({ zh: '现行标准', en: 'Floors in force' })}
      </Typography.Title>
      <Table
        size="small"
        rowKey={(floor) => `${floor.service} ${floor.metric}`}
        dataSource={floors}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '服务', en: 'Service' }),
            render: (_, { service }) => name(service),
          },
          {
            title: say({ zh: '要求', en: 'Floor' }),
            render: (_, { metric, value }) => metricText(metric, value, language),
          },
          {
            title: say({ zh: '层级', en: 'Level' }),
            render: (_, { level }) => say(standardLevelWords[level]),
          },
          {
            title: say({ zh: '文件和条款', en: 'Document and clause' }),
            render: (_, { document, clause, invented }) => (
              <>
                {document} · {clause} {invented && <Tag>{say({ zh: '示例', en: 'made up' })}</Tag>}
              </>
            ),
          },
        ]}
      />
      {measurement.findings.length > 0 && (
        <>
          <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
            {say({ zh: '测算时的说明', en: 'Notes of the measurement' })}
          </Typography.Title>
          <FindingTable findings={measurement.findings} />
        </>
      )}
    </Flex>
  )
}
