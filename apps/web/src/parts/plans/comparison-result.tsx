import type { CellDifference, ComparisonView } from '@kuashan/contract/comparisons.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { metricText } from '@kuashan/core/catalogue/terms.ts'
import { unlikeCoverageWords } from '@kuashan/core/words/compare/unlike-coverage.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { reachWords } from '@kuashan/ui/plan-words.ts'
import { Alert, Flex, Spin, Table, Typography } from 'antd'
import { Link } from 'react-router'
import type { Known } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { recordsOfFigure } from './plan-figures.ts'

/** B against A: who loses first, then who wins; money and hours in columns of their own. */
export function ComparisonResult({ job, known }: { job: string; known: Known }) {
  const answer = useAnswer(routes.comparisons.get, { params: { county: useCounty(), job } })
  if (answer.isPending) return <Spin />
  if (answer.error) return <Trouble error={answer.error} />
  const { data } = answer.data
  return (
    <Flex vertical gap={16}>
      <Figures view={data} known={known} />
      <Differences title={{ zh: '谁受损', en: 'Who loses' }} rows={data.worse} known={known} />
      <Differences title={{ zh: '谁受益', en: 'Who gains' }} rows={data.better} known={known} />
    </Flex>
  )
}

interface Line {
  key: string
  name: string
  today: string
  a: string
  b: string
  /** What a plan's figure leads to, as `recordsOfFigure` knows it. */
  records: 'cash' | 'missed' | null
}

function Figures({ view, known }: { view: ComparisonView; known: Known }) {
  const say = useSay()
  const language = useLanguage()
  const { sides, costs, met, floors, today, coverage } = view
  const line = (key: string, words: Words, of: (side: 'today' | 'a' | 'b') => string): Line => ({
    key,
    name: say(words),
    today: of('today'),
    a: of('a'),
    b: of('b'),
    records: ['cash', 'capital', 'hours'].includes(key) ? 'cash' : key === 'met' ? 'missed' : null,
  })
  const isToday = [sides.a, sides.b].some((s) => s.of === 'today' && s.id === today.head.id)
  const metOf = { ...met, today: today.met }
  const costsOf = { ...costs, today: today.costs }
  const capital = (fen: Record<string, number>) => Object.values(fen).reduce((n, f) => n + f, 0)
  const lines: Line[] = [
    line('met', { zh: '底线全部达标（人×服务）', en: 'Every floor met (people × services)' }, (s) =>
      formatNumber(metOf[s]),
    ),
    line('cash', { zh: '现金，每年', en: 'Cash a year' }, (s) =>
      formatYuan(costsOf[s].cashFen, language),
    ),
    line('capital', { zh: '资本，一次性', en: 'Capital, once' }, (s) =>
      formatYuan(capital(costsOf[s].capitalFen), language),
    ),
    line('hours', { zh: '人员工时，每年', en: 'Staff hours a year' }, (s) =>
      formatNumber(costsOf[s].staffHours),
    ),
    ...floors
      .filter(({ missed }) => missed.a !== missed.b)
      .map(({ service, metric, want, missed, today: before }) => ({
        key: `${service} ${metric} ${want}`,
        name: `${known.names.service(service)} · ${metricText(metric, want, language)}${say({ zh: '：未达标的人', en: ': people missed' })}`,
        today: formatNumber(before),
        a: formatNumber(missed.a),
        b: formatNumber(missed.b),
        records: 'missed' as const,
      })),
  ]
  const unlike = unlikeCoverageWords(coverage)
  return (
    <>
      {unlike && <Alert type="warning" showIcon title={say(unlike)} />}
      <Table<Line>
        size="small"
        dataSource={lines}
        pagination={false}
        columns={[
          { title: say({ zh: '指标', en: 'Figure' }), dataIndex: 'name' },
          ...(isToday
            ? []
            : [{ title: say(today.head.name), dataIndex: 'today', align: 'right' as const }]),
          ...(['a', 'b'] as const).map((side) => ({
            key: side,
            title: say(sides[side].name),
            align: 'right' as const,
            render: (_: unknown, line: Line) => {
              const { of, id } = sides[side]
              const to = line.records && of === 'plan' ? recordsOfFigure(line.records, id) : null
              return to === null ? line[side] : <Link to={to}>{line[side]}</Link>
            },
          })),
        ]}
      />
    </>
  )
}

interface DifferencesProps {
  title: Words
  rows: readonly CellDifference[]
  known: Known
}

function Differences({ title, rows, known: { names } }: DifferencesProps) {
  const say = useSay()
  const served = (how: CellDifference['a']): string => {
    if (how === null) return '–'
    const parts = [
      how.mode === null ? say({ zh: '到不了', en: 'not reached' }) : say(reachWords[how.mode]),
      how.place && names.place(how.place) !== how.place ? names.place(how.place) : '',
      // Nothing to walk or ride: the place says it.
      how.minutes === null || Math.round(how.minutes) === 0
        ? ''
        : say({ zh: '{n} 分钟', en: '{n} min' }, { n: Math.round(how.minutes) }),
      how.met ? '' : say({ zh: '未达标', en: 'floor missed' }),
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }
  const people = (d: CellDifference) => d.b?.people ?? d.a?.people ?? 0
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say(title)}
        {say({ zh: '：{n} 项', en: ': {n}' }, { n: rows.length })}
      </Typography.Title>
      <Table<CellDifference>
        size="small"
        rowKey={(d) => `${d.settlement} ${d.service}`}
        dataSource={[...rows].sort((a, b) => people(b) - people(a))}
        pagination={paged(10)}
        locale={{ emptyText: say({ zh: '没有人', en: 'Nobody' }) }}
        columns={[
          {
            title: say({ zh: '哪里', en: 'Where' }),
            render: (_, d) => names.settlementInVillage(d.settlement),
          },
          { title: say({ zh: '服务', en: 'Service' }), render: (_, d) => names.service(d.service) },
          {
            title: say({ zh: '人数', en: 'People' }),
            align: 'right',
            render: (_, d) => formatNumber(people(d)),
          },
          { title: say({ zh: '原来', en: 'Before' }), render: (_, d) => served(d.a) },
          { title: say({ zh: '之后', en: 'After' }), render: (_, d) => served(d.b) },
        ]}
      />
    </section>
  )
}
