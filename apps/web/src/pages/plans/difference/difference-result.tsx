import type { DifferenceView } from '@kuashan/contract/plan-differences.ts'
import type { PlaceDifference } from '@kuashan/core/plan/plan-difference.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Empty, Flex, Segmented, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { capitalOf } from '../../../parts/plans/plan-figures.ts'
import type { Known } from '../../../server/names.ts'
import { paged } from '../../../shell/paged.ts'
import { sayDecisions, sayPlace } from './difference-said.ts'

type Verdict = PlaceDifference['verdict']

const verdictWords: Readonly<Record<Verdict, Words>> = {
  loses: { zh: '有失', en: 'loses' },
  mixed: { zh: '有得有失', en: 'wins and loses' },
  gains: { zh: '有得', en: 'wins' },
  other: { zh: '另有变化', en: 'otherwise' },
}
const colours: Readonly<Record<Verdict, string>> = {
  loses: 'error',
  mixed: 'warning',
  gains: 'success',
  other: 'default',
}

interface DifferenceResultProps {
  difference: DifferenceView
  known: Known
}

/** What changed between two plans: figures, decisions in words, and every settlement by name; who loses comes first. */
export function DifferenceResult({ difference, known: { names } }: DifferenceResultProps) {
  const say = useSay()
  const language = useLanguage()
  const decisions = sayDecisions(difference, names, language)
  return (
    <Flex vertical gap={16}>
      <Figures difference={difference} />
      <section>
        <Typography.Title level={3} style={{ fontSize: 16 }}>
          {say({ zh: '场所、停靠点和车辆', en: 'Sites, stops and vehicles' })}
        </Typography.Title>
        {decisions.length === 0 ? (
          <Typography.Text type="secondary">
            {say({ zh: '没有变化', en: 'Nothing changed' })}
          </Typography.Text>
        ) : (
          <ShortList lines={decisions} />
        )}
      </section>
      <Places difference={difference} names={names} />
    </Flex>
  )
}

const step = 12

function ShortList({ lines }: { lines: readonly string[] }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {(all ? lines : lines.slice(0, step)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > step && !all && (
        <Typography.Link role="button" tabIndex={0} onClick={() => setAll(true)}>
          {say({ zh: '另外 {n} 条', en: '{n} more' }, { n: lines.length - step })}
        </Typography.Link>
      )}
    </>
  )
}

function Figures({ difference: { before, after } }: { difference: DifferenceView }) {
  const say = useSay()
  const language = useLanguage()
  const yuan = (fen: number) => formatYuan(fen, language)
  const line = (name: Words, a: number, b: number, text: (value: number) => string) => ({
    key: name.zh,
    name: say(name),
    before: text(a),
    after: text(b),
    more: a === b ? '—' : `${b > a ? '+' : ''}${text(b - a)}`,
  })
  const rows = [
    line({ zh: '现金，每年', en: 'Cash a year' }, before.costs.cashFen, after.costs.cashFen, yuan),
    line(
      { zh: '资本，一次性', en: 'Capital, once' },
      capitalOf(before.costs),
      capitalOf(after.costs),
      yuan,
    ),
    line(
      { zh: '工时，每年', en: 'Staff hours a year' },
      before.costs.staffHours,
      after.costs.staffHours,
      (hours) => formatNumber(hours),
    ),
    line({ zh: '未达标项', en: 'Floors missed' }, before.missed, after.missed, (n) =>
      formatNumber(n),
    ),
    line({ zh: '受影响的人', en: 'People missed' }, before.peopleMissed, after.peopleMissed, (n) =>
      formatNumber(n),
    ),
  ]
  return (
    <Table
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: say({ zh: '数字', en: 'Figure' }), dataIndex: 'name' },
        { title: say({ zh: '之前', en: 'Before' }), dataIndex: 'before', align: 'right' },
        { title: say({ zh: '之后', en: 'After' }), dataIndex: 'after', align: 'right' },
        { title: say({ zh: '增减', en: 'More or less' }), dataIndex: 'more', align: 'right' },
      ]}
    />
  )
}

function Places({
  difference: { places },
  names,
}: {
  difference: DifferenceView
  names: Known['names']
}) {
  const say = useSay()
  const language = useLanguage()
  const [shown, setShown] = useState<Verdict | 'all'>('all')
  const of = (verdict: Verdict) => places.filter((p) => p.verdict === verdict)
  const kinds = (['loses', 'mixed', 'gains', 'other'] as const).filter((v) => of(v).length > 0)
  return (
    <section>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {say({ zh: '各居民点', en: 'Settlement by settlement' })}
      </Typography.Title>
      {places.length === 0 ? (
        <Empty
          description={say({
            zh: '每个居民点都和之前一样',
            en: 'Every settlement is served as before',
          })}
        />
      ) : (
        <Flex vertical gap={8}>
          <Segmented
            style={{ alignSelf: 'start' }}
            aria-label={say({ zh: '看哪些', en: 'Which ones' })}
            value={shown}
            onChange={setShown}
            options={[
              {
                value: 'all' as const,
                label: `${say({ zh: '全部', en: 'All' })} ${formatNumber(places.length)}`,
              },
              ...kinds.map((value) => ({
                value,
                label: `${say(verdictWords[value])} ${formatNumber(of(value).length)}`,
              })),
            ]}
          />
          <Table<PlaceDifference>
            size="small"
            rowKey="settlement"
            dataSource={shown === 'all' ? places : of(shown)}
            pagination={paged(15)}
            columns={[
              {
                title: say({ zh: '哪里', en: 'Where' }),
                width: 240,
                render: (_, p) => names.settlementInVillage(p.settlement),
              },
              {
                title: say({ zh: '得失', en: 'Wins or loses' }),
                width: 130,
                render: (_, p) => (
                  <Tag color={colours[p.verdict]}>{say(verdictWords[p.verdict])}</Tag>
                ),
              },
              {
                title: say({ zh: '得失人次', en: 'People in it' }),
                width: 110,
                align: 'right',
                render: (_, p) => (p.people === 0 ? '—' : formatNumber(p.people)),
              },
              {
                title: say({ zh: '改了什么', en: 'What changed' }),
                render: (_, p) =>
                  sayPlace(p, names, language).map((said) => <div key={said}>{said}</div>),
              },
            ]}
          />
        </Flex>
      )}
    </section>
  )
}
