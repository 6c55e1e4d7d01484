import type { SaidFinding } from '@kuashan/contract/problem.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Segmented, Table, Tag } from 'antd'
import { useState } from 'react'
import { paged } from './paged.ts'

type Severity = SaidFinding['severity']

const severityWords: Record<Severity, Words> = {
  error: { zh: '错误', en: 'Errors' },
  warning: { zh: '提醒', en: 'Warnings' },
  note: { zh: '说明', en: 'Notes' },
}
const tagColours: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'default' }

const placeOf = ({ at }: SaidFinding, row: string): string =>
  [
    at.file,
    at.sheet,
    at.row === undefined ? undefined : row.replace('{n}', String(at.row)),
    at.column,
    at.path,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')

/** Findings with where, what and what to do; the gravest first, filtered by how grave they are. */
export function FindingTable({ findings }: { findings: readonly SaidFinding[] }) {
  const say = useSay()
  const [shown, setShown] = useState<Severity | 'all'>('all')
  const of = (severity: Severity) => findings.filter((f) => f.severity === severity)
  const kinds = (['error', 'warning', 'note'] as const).filter(
    (severity) => of(severity).length > 0,
  )
  const row = say({ zh: '第 {n} 行', en: 'row {n}' }, { n: '{n}' })
  return (
    <Flex vertical gap={8}>
      <Segmented
        style={{ alignSelf: 'start' }}
        aria-label={say({ zh: '按轻重筛选', en: 'Filter by severity' })}
        value={shown}
        onChange={setShown}
        options={[
          {
            value: 'all' as const,
            label: `${say({ zh: '全部', en: 'All' })} ${formatNumber(findings.length)}`,
          },
          ...kinds.map((value) => ({
            value,
            label: `${say(severityWords[value])} ${formatNumber(of(value).length)}`,
          })),
        ]}
      />
      <Table
        size="small"
        rowKey={(finding) => findings.indexOf(finding)}
        dataSource={kinds.filter((kind) => shown === 'all' || kind === shown).flatMap(of)}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '轻重', en: 'Severity' }),
            width: 100,
            render: (_, { severity }) => (
              <Tag color={tagColours[severity]}>{say(severityWords[severity])}</Tag>
            ),
          },
          {
            title: say({ zh: '在哪里', en: 'Where' }),
            render: (_, finding) => placeOf(finding, row),
          },
          { title: say({ zh: '问题', en: 'What' }), render: (_, { what }) => say(what) },
          {
            title: say({ zh: '怎么办', en: 'What to do' }),
            render: (_, { remedy }) => say(remedy),
          },
        ]}
      />
    </Flex>
  )
}
