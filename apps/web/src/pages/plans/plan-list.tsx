import type { Job } from '@kuashan/contract/jobs.ts'
import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Flex, Spin, Table, Typography } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { JobWatch } from '../../parts/plans/job-watch.tsx'
import { modeWords } from '../../parts/plans/mode-words.ts'
import { capitalOf, type MissedToday } from '../../parts/plans/plan-figures.ts'
import { StartPlan } from '../../parts/plans/start-plan.tsx'
import { StepTag } from '../../parts/plans/step-tag.tsx'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { useRowSearch } from '../../shell/row-search.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { useMissedToday } from './missed-today.ts'

/** All plans with today above them; start one, watch it, pick some to lay side by side. */
export function PlanList() {
  const say = useSay()
  const county = useCounty()
  const queries = useQueryClient()
  const mayStart = useMay(routes.plans.start)
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const jobs = useAnswer(routes.jobs.list, { params: { county }, query: { kind: 'plan' } })
  const { box, findRows } = useRowSearch(say({ zh: '在方案里找', en: 'Find a plan' }))
  const [asking, setAsking] = useState(false)
  const [started, setStarted] = useState<Job | null>(null)
  const [picked, setPicked] = useState<string[]>([])
  const navigate = useNavigate()
  if (plans.isPending) return <Spin size="large" />
  if (plans.error) return <Trouble error={plans.error} onRetry={() => plans.refetch()} />
  const lines = plans.data.data
  const job = started ?? jobs.data?.data.find((j) => j.endedAt === null) ?? null
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="center" wrap>
        <Typography.Text type="secondary" style={{ flex: 1 }}>
          {picked.length < 2
            ? say({
                zh: '勾选两三个方案可以并排看',
                en: 'Tick two or three plans to lay them side by side',
              })
            : say({ zh: '已选 {n} 个', en: '{n} picked' }, { n: picked.length })}
        </Typography.Text>
        {lines.length > 1 && box}
        <Button
          disabled={picked.length < 2}
          onClick={() => navigate(`side-by-side?plans=${picked.join(',')}`)}
        >
          {say({ zh: '并排看', en: 'Side by side' })}
        </Button>
        {mayStart && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {say({ zh: '做一个新方案', en: 'Make a new plan' })}
          </Button>
        )}
      </Flex>
      {job && (
        <JobWatch
          key={job.id}
          job={job}
          title={{ zh: '正在做的方案', en: 'Plan in the making' }}
          onEnd={() => queries.invalidateQueries()}
          onClose={() => setStarted(null)}
        />
      )}
      <PlanTable
        all={lines}
        lines={findRows(lines, ({ name }) => [name])}
        picked={picked}
        onPick={setPicked}
      />
      {asking && (
        <StartPlan
          name={say({ zh: '方案 {n}', en: 'Plan {n}' }, { n: lines.length + 1 })}
          onStarted={(asked) => {
            setStarted(asked)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Flex>
  )
}

interface PlanTableProps {
  all: readonly PlanLine[]
  /** Those that were found. */
  lines: readonly PlanLine[]
  picked: string[]
  onPick: (ids: string[]) => void
}

type Row = { key: string; line: PlanLine | null }

function PlanTable({ all, lines, picked, onPick }: PlanTableProps) {
  const say = useSay()
  const language = useLanguage()
  const missedToday = useMissedToday(useCounty())
  if (all.length === 0)
    return (
      <Empty
        description={say({
          zh: '还没有方案。可以先做一个。',
          en: 'No plans yet. Make the first one.',
        })}
      />
    )
  const today = all[0]!.costs.today
  const rows: Row[] = [
    { key: 'today', line: null },
    ...lines.map((line) => ({ key: line.id, line })),
  ]
  const number = (of: (line: PlanLine) => string, ofToday: string) => (_: unknown, row: Row) =>
    row.line ? of(row.line) : ofToday
  const fromToday = (of: (missed: MissedToday) => number) =>
    missedToday ? formatNumber(of(missedToday)) : '–'
  const yuan = (fen: number) => formatYuan(fen, language)
  return (
    <Table<Row>
      size="small"
      pagination={rows.length > 21 ? { pageSize: 21 } : false}
      dataSource={rows}
      rowSelection={{
        selectedRowKeys: picked,
        onChange: (keys) => onPick(keys.map(String).slice(0, 3)),
        hideSelectAll: true,
        columnTitle: say({ zh: '选', en: 'Pick' }),
        columnWidth: 56,
        renderCell: (_, row, __, box) => (row.line ? box : null),
        getCheckboxProps: (row) => ({
          disabled: picked.length >= 3 && !picked.includes(row.key),
          'aria-label': say(
            { zh: '并排看：{name}', en: 'Lay side by side: {name}' },
            { name: row.line?.name ?? '' },
          ),
        }),
      }}
      columns={[
        {
          title: say({ zh: '方案', en: 'Plan' }),
          render: (_, { line }) =>
            line ? (
              <Link to={line.id}>{line.name}</Link>
            ) : (
              <strong>{say({ zh: '今天的情况', en: 'As it is today' })}</strong>
            ),
        },
        {
          title: say({ zh: '先顾什么', en: 'What comes first' }),
          render: (_, { line }) => line && say(modeWords[line.mode]),
        },
        {
          title: say({ zh: '走到哪一步', en: 'Where it stands' }),
          render: (_, { line }) => line && <StepTag line={line} />,
        },
        {
          title: say({ zh: '现金，每年', en: 'Cash a year' }),
          align: 'right',
          render: number((l) => yuan(l.costs.plan.cashFen), yuan(today.cashFen)),
        },
        {
          title: say({ zh: '资本，一次性', en: 'Capital, once' }),
          align: 'right',
          render: number((l) => yuan(capitalOf(l.costs.plan)), yuan(capitalOf(today))),
        },
        {
          title: say({ zh: '工时，每年', en: 'Staff hours a year' }),
          align: 'right',
          render: number(
            (l) => formatNumber(l.costs.plan.staffHours),
            formatNumber(today.staffHours),
          ),
        },
        {
          title: say({ zh: '未达标项', en: 'Floors missed' }),
          align: 'right',
          render: number(
            (l) => formatNumber(l.missed),
            fromToday((m) => m.missed),
          ),
        },
        {
          title: say({ zh: '受影响的人', en: 'People missed' }),
          align: 'right',
          render: number(
            (l) => formatNumber(l.peopleMissed),
            fromToday((m) => m.people),
          ),
        },
      ]}
    />
  )
}
