import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Domain, Service } from '@kuashan/core/catalogue/service.ts'
import { domainWords, metricText, standardLevelWords } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Checkbox, Empty, Flex, Spin, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FilterSelect } from '../../../shell/filter-select.tsx'
import { FindingTable } from '../../../shell/finding-table.tsx'
import { paged } from '../../../shell/paged.ts'
import { useRowSearch } from '../../../shell/row-search.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { AdoptStandard } from './adopt-standard.tsx'
import { LayerTable } from './layer-table.tsx'

/** Services with what binds for each today, and what is wrong with them together. */
export function Catalogue() {
  const say = useSay()
  const county = useCounty()
  const answer = useAnswer(routes.catalogue.get, { params: { county } })
  const mayAdopt = useMay(routes.catalogue.adopt)
  const [adopting, setAdopting] = useState(false)
  if (answer.isPending) return <Spin size="large" />
  if (answer.error) return <Trouble error={answer.error} onRetry={() => answer.refetch()} />
  const catalogue = answer.data.data
  return (
    <Flex vertical gap={16}>
      {mayAdopt && (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setAdopting(true)}>
          {say({ zh: '采用或修改一项标准…', en: 'Adopt or change a standard…' })}
        </Button>
      )}
      {adopting && (
        <AdoptStandard
          catalogue={catalogue}
          version={answer.data.version ?? ''}
          service={null}
          onClose={() => setAdopting(false)}
        />
      )}
      <ServiceTable catalogue={catalogue} />
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {say({
          zh: '检查目录和标准发现的问题',
          en: 'What the check of services and standards found',
        })}
      </Typography.Title>
      {catalogue.findings.length === 0 ? (
        <Empty description={say({ zh: '没有问题', en: 'Nothing was found' })} />
      ) : (
        <FindingTable findings={catalogue.findings} />
      )}
    </Flex>
  )
}

function ServiceTable({ catalogue }: { catalogue: CatalogueOfCounty }) {
  const say = useSay()
  const language = useLanguage()
  const [domain, setDomain] = useState<Domain | null>(null)
  const { box, findRows } = useRowSearch(say({ zh: '在服务里找', en: 'Find a service' }))
  const [boundOnly, setBoundOnly] = useState(false)
  const floorsOf = (id: string) => catalogue.floors.filter((floor) => floor.service === id)
  const isBound = ({ id }: Service) => floorsOf(id).length > 0
  const shown = catalogue.services
    .filter((s) => (domain === null || s.domain === domain) && (!boundOnly || isBound(s)))
    .sort((a, b) => Number(isBound(b)) - Number(isBound(a)))
  const rows = findRows(shown, ({ id, nameZh, nameEn }) => [id, nameZh, nameEn])
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {box}
        <FilterSelect
          label={say({ zh: '领域', en: 'Domain' })}
          value={domain}
          options={[...new Set(catalogue.services.map((s) => s.domain))].map((value) => ({
            value,
            label: say(domainWords[value]),
          }))}
          onChange={setDomain}
        />
        <Checkbox onChange={(event) => setBoundOnly(event.target.checked)}>
          {say({ zh: '只看有现行标准的', en: 'Only those with a standard in force' })}
        </Checkbox>
        <span role="status">
          {say(
            { zh: '{n} 项服务', en: '{n} {n|service|services}' },
            { n: formatNumber(rows.length) },
          )}
        </span>
      </Flex>
      <Table<Service>
        size="small"
        rowKey="id"
        dataSource={rows}
        expandable={{
          columnTitle: say({ zh: '各层', en: 'Layers' }),
          columnWidth: 64,
          expandedRowRender: ({ id }) => <LayerTable catalogue={catalogue} service={id} />,
        }}
        locale={{ emptyText: say({ zh: '没有服务', en: 'No services' }) }}
        pagination={paged(15)}
        columns={[
          { title: say({ zh: '编号', en: 'Id' }), dataIndex: 'id', width: 100 },
          {
            title: say({ zh: '服务', en: 'Service' }),
            render: (_, s) => (
              <>
                {language === 'en' ? s.nameEn : s.nameZh}{' '}
                {s.basic && <Tag>{say({ zh: '基本', en: 'basic' })}</Tag>}
              </>
            ),
          },
          {
            title: say({ zh: '领域', en: 'Domain' }),
            render: (_, s) => say(domainWords[s.domain]),
          },
          {
            title: say({ zh: '现行标准和依据', en: 'Standard in force, and where it stands' }),
            render: (_, s) => <Floors floors={floorsOf(s.id)} />,
          },
        ]}
      />
    </Flex>
  )
}

function Floors({ floors }: { floors: CatalogueOfCounty['floors'] }) {
  const say = useSay()
  const language = useLanguage()
  if (floors.length === 0)
    return <small>{say({ zh: '没有采用标准', en: 'No standard adopted' })}</small>
  return floors.map((floor) => (
    <div key={floor.metric}>
      {metricText(floor.metric, floor.value, language)}{' '}
      <Tag>{say(standardLevelWords[floor.level])}</Tag>
      {floor.invented && (
        <Tag color="warning">{say({ zh: '演示用虚构文件', en: 'made up for the demo' })}</Tag>
      )}
      <div>
        <small lang="zh">
          {floor.document} · {floor.clause}
        </small>
      </div>
    </div>
  ))
}
