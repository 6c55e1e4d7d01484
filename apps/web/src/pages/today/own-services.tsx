import { routes } from '@kuashan/contract/routes.ts'
import { Domain } from '@kuashan/core/catalogue/service.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Select, Table } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useServices } from '../../server/services.ts'
import { useCounty } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'

const rememberedKey = 'kuashan-domain'

interface Row {
  service: string
  entitled: number
  met: number
  share: number
}

/** How a department’s services stand today: who is entitled, whose floors are met; the least covered first. */
export function OwnServices() {
  const say = useSay()
  const county = useCounty()
  const { catalogue, name } = useServices()
  const measured = useAnswer(routes.measures.latest, { params: { county }, query: {} }).data?.data
  const [domain, setDomain] = useState<Domain>(
    () => Domain.safeParse(localStorage.getItem(rememberedKey)).data ?? 'medical',
  )
  const own = new Set(
    (catalogue?.services ?? []).filter((s) => s.domain === domain).map(({ id }) => id),
  )
  const rows = (measured?.coverage.services ?? [])
    .filter(({ key }) => own.has(key))
    .map(({ key, ...figure }): Row => ({ ...figure, service: key }))
    .sort((a, b) => a.share - b.share)
  const domains = [...new Set((catalogue?.services ?? []).map((s) => s.domain))]
  return (
    <Card
      size="small"
      title={
        <Flex gap={12} align="center">
          {say({ zh: '我部门的服务', en: 'My department’s services' })}
          <Select
            aria-label={say({ zh: '哪个部门领域', en: 'Which field' })}
            style={{ width: 200 }}
            value={domain}
            onChange={(next) => {
              localStorage.setItem(rememberedKey, next)
              setDomain(next)
            }}
            options={domains.map((value) => ({ value, label: say(domainWords[value]) }))}
          />
        </Flex>
      }
    >
      <Table<Row>
        size="small"
        rowKey="service"
        dataSource={rows}
        pagination={paged(10)}
        locale={{
          emptyText: say({
            zh: '这个领域还没有测算过的服务',
            en: 'No service of this field has been measured',
          }),
        }}
        columns={[
          { title: say({ zh: '服务', en: 'Service' }), render: (_, r) => name(r.service) },
          {
            title: say({ zh: '应享有的人', en: 'People entitled' }),
            align: 'right',
            render: (_, r) => formatNumber(r.entitled),
          },
          {
            title: say({ zh: '未达标的人', en: 'People missed' }),
            align: 'right',
            render: (_, r) => formatNumber(r.entitled - r.met),
          },
          {
            title: say({ zh: '达标率', en: 'Coverage' }),
            align: 'right',
            render: (_, r) => formatShare(r.share),
          },
        ]}
      />
    </Card>
  )
}
