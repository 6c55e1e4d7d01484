import type { ResourceLine } from '@kuashan/contract/pool.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { ResourceKind } from '@kuashan/core/resources/pool/shared-resource.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Spin } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FilterSelect } from '../../../shell/filter-select.tsx'
import { useRowSearch } from '../../../shell/row-search.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { EditResource } from './edit-resource.tsx'
import { kindWords } from './pool-words.ts'
import { ResourceTable } from './resource-table.tsx'

/** The register of shared resources: searched, entered, edited in place, and filled from the county’s data. */
export function ResourceRegister({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const mayEnter = useMay(routes.pool.enter)
  const asked = useAnswer(routes.pool.resources, { params: { county } })
  const takeOver = useChange(routes.pool.takeOver, ['pool'])
  const [kind, setKind] = useState<ResourceLine['kind'] | null>(null)
  const { box, findRows } = useRowSearch(
    say({ zh: '在共享台账里找', en: 'Find in the shared register' }),
  )
  const [edited, setEdited] = useState<ResourceLine | 'new' | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const all = asked.data.data
  const rows = findRows(
    all.filter((one) => kind === null || one.kind === kind),
    ({ name, owner, skills }) => [name, owner, ...skills],
  )
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {mayEnter && (
          <>
            <Button type="primary" onClick={() => setEdited('new')}>
              {say({ zh: '登记一项', en: 'Enter one' })}
            </Button>
            <Button
              loading={takeOver.isPending}
              onClick={() => takeOver.mutate({ params: { county } })}
            >
              {say({ zh: '从数据带入岗位、车辆、房间', en: 'Take over from the data' })}
            </Button>
          </>
        )}
        {box}
        <FilterSelect
          label={say({ zh: '类别', en: 'Kind' })}
          value={kind}
          options={ResourceKind.options.map((value) => ({ value, label: say(kindWords[value]) }))}
          onChange={setKind}
        />
        <span role="status">
          {say({ zh: '{n} 项', en: 'Resources: {n}' }, { n: formatNumber(rows.length) })}
        </span>
      </Flex>
      {takeOver.error && <Trouble error={takeOver.error} />}
      <ResourceTable rows={rows} known={known} onEdit={mayEnter ? setEdited : undefined} />
      {edited && (
        <EditResource
          key={edited === 'new' ? 'new' : edited.id}
          line={edited === 'new' ? null : edited}
          owners={[...new Set(all.map(({ owner }) => owner))]}
          known={known}
          onClose={() => setEdited(null)}
        />
      )}
    </Flex>
  )
}
