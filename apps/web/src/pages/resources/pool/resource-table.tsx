import type { ResourceLine } from '@kuashan/contract/pool.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Table } from 'antd'
import type { Known } from '../../../server/names.ts'
import { paged } from '../../../shell/paged.ts'
import { weekHoursSaid } from '../week-hours-field.tsx'
import { kindWords, reachWords } from './pool-words.ts'

interface ResourceTableProps {
  rows: ResourceLine[]
  known: Known
  onEdit: ((line: ResourceLine) => void) | undefined
}

export function ResourceTable({ rows, known, onEdit }: ResourceTableProps) {
  const say = useSay()
  const language = useLanguage()
  const local = new Set(known.territory.divisions.map(({ code }) => code))
  const whereOf = (place: string) =>
    local.has(place)
      ? known.names.village(place)
      : say({ zh: '邻县 {code}', en: 'neighbouring county, {code}' }, { code: place })
  return (
    <Table<ResourceLine>
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={paged(15)}
      locale={{
        emptyText: say(
          onEdit
            ? {
                zh: '台账还是空的：登记一项，或从数据带入',
                en: 'The register is empty: enter one, or take them over from the data',
              }
            : { zh: '台账还是空的', en: 'The register is empty' },
        ),
      }}
      columns={[
        {
          title: say({ zh: '名称、类别', en: 'Name, kind' }),
          render: (_, { name, kind }) => (
            <>
              <span lang="zh">{name}</span>
              <div>{say(kindWords[kind])}</div>
            </>
          ),
        },
        {
          title: say({ zh: '归谁、在哪', en: 'Whose, where' }),
          render: (_, { owner, place }) => (
            <>
              <span lang="zh">{owner}</span>
              <div>{whereOf(place)}</div>
            </>
          ),
        },
        {
          title: say({ zh: '技能、配置', en: 'Skills, kit' }),
          render: (_, { skills }) => <span lang="zh">{skills.join('、') || '—'}</span>,
        },
        {
          title: say({ zh: '空闲时间', en: 'Free hours' }),
          render: (_, { hours }) =>
            weekHoursSaid(hours, language) || say({ zh: '还没填', en: 'not said yet' }),
        },
        {
          title: say({ zh: '借到哪里', en: 'Lent how far' }),
          render: (_, { reach, noticeDays }) => (
            <>
              {say(reachWords[reach])}
              {reach !== 'none' && noticeDays > 0 && (
                <div>{say({ zh: '提前 {n} 天', en: 'Days ahead: {n}' }, { n: noticeDays })}</div>
              )}
            </>
          ),
        },
        {
          title: say({ zh: '每小时', en: 'An hour' }),
          align: 'right',
          render: (_, { reach, pricePerHourFen }) =>
            reach === 'none' ? '—' : formatYuan(pricePerHourFen, language),
        },
        ...(onEdit
          ? [
              {
                title: say({ zh: '操作', en: 'Actions' }),
                render: (_: unknown, line: ResourceLine) => (
                  <Button
                    size="small"
                    aria-label={say({ zh: '改 {name}', en: 'Edit {name}' }, { name: line.name })}
                    onClick={() => onEdit(line)}
                  >
                    {say({ zh: '改', en: 'Edit' })}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
