import type { ReportTable } from '@kuashan/contract/reports.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { changeText, dimensionWords, figureText } from '@kuashan/core/figures/figure-words.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Select, Spin, Table, Typography } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { paged } from '../../../shell/paged.ts'
import { usePrinting } from '../../../shell/use-printing.ts'
import { type Clicked, FigureRecords } from './figure-records.tsx'
import { reportBars } from './report-bars.ts'

const ShareBars = lazy(() => import('@kuashan/ui/chart/share-bars.tsx'))

type Row = ReportTable['rows'][number]

/** The report as a table and one of its figures as a chart; every value opens its records. */
export function ReportResult({ ask, table }: { ask: ReportAsk; table: ReportTable }) {
  const [clicked, setClicked] = useState<Clicked | null>(null)
  const say = useSay()
  const language = useLanguage()
  const open = ({ figure, key, values }: Row, k: number) => {
    const { side, name } = table.sides[k]!
    const by = key === null || ask.by === null ? null : { dimension: ask.by, key }
    const of = by
      ? `${say(name)} · ${table.names[`${ask.by} ${key}`]?.[language] ?? key}`
      : say(name)
    setClicked({ figure, when: ask.when, side, by, value: values[k]!.value, of })
  }
  return (
    <Flex gap={16} align="start" wrap>
      <div style={{ flex: '3 1 620px', minWidth: 0, overflowX: 'auto' }}>
        <FigureTable ask={ask} table={table} onOpen={open} />
      </div>
      <Chart ask={ask} table={table} onOpen={open} />
      <FigureRecords clicked={clicked} onClose={() => setClicked(null)} />
    </Flex>
  )
}

interface PartProps {
  ask: ReportAsk
  table: ReportTable
  onOpen: (row: Row, side: number) => void
}

function FigureTable({ ask, table, onOpen }: PartProps) {
  const say = useSay()
  const language = useLanguage()
  const { rows, sides, names } = table
  const isPrinting = usePrinting()
  return (
    <Table<Row>
      size="small"
      rowKey={({ figure, key }) => `${figure} ${key}`}
      dataSource={rows}
      pagination={isPrinting ? false : paged(100)}
      columns={[
        {
          title: ask.by
            ? say({ zh: '指标 / {by}', en: 'Figure / {by}' }, { by: say(dimensionWords[ask.by]) })
            : say({ zh: '指标', en: 'Figure' }),
          render: (_, { figure, key }) =>
            key === null ? (
              <Meaning id={figure} />
            ) : (
              <span style={{ paddingLeft: 24 }}>
                {names[`${ask.by} ${key}`]?.[language] ?? key}
              </span>
            ),
        },
        ...sides.map(({ name }, k) => ({
          key: `side ${k}`,
          title: say(name),
          align: 'right' as const,
          render: (_: unknown, row: Row) => <Value row={row} side={k} onOpen={onOpen} />,
        })),
        ...(sides.length === 2
          ? [
              {
                key: 'change',
                title: say({ zh: '变化', en: 'Change' }),
                align: 'right' as const,
                render: (_: unknown, { figure, values }: Row) => {
                  const of = figureOf(figure)
                  return of && changeText(of, values[0]!.value, values[1]!.value, language)
                },
              },
            ]
          : []),
      ]}
    />
  )
}

function Meaning({ id }: { id: string }) {
  const say = useSay()
  const figure = figureOf(id)
  if (!figure) return id
  return (
    <>
      <strong>{say(figure.name)}</strong>
      <br />
      <Typography.Text type="secondary" style={{ fontSize: 13 }}>
        {say(figure.counts)}
      </Typography.Text>
    </>
  )
}

function Value({ row, side, onOpen }: { row: Row; side: number; onOpen: PartProps['onOpen'] }) {
  const language = useLanguage()
  const figure = figureOf(row.figure)
  const { value, records } = row.values[side]!
  const text = figure ? figureText(figure, value, language) : '–'
  if (records === 0) return text
  return (
    <Button
      type="link"
      size="small"
      style={{
        padding: 0,
        height: 'auto',
        whiteSpace: 'normal',
        textAlign: 'right',
        fontWeight: row.key === null ? 600 : 400,
      }}
      onClick={() => onOpen(row, side)}
    >
      {text}
    </Button>
  )
}

function Chart({ ask, table, onOpen }: PartProps) {
  const say = useSay()
  const language = useLanguage()
  const [wanted, setWanted] = useState<string | null>(null)
  const figure = wanted && ask.figures.includes(wanted) ? wanted : (ask.figures[0] ?? '')
  const bars = useMemo(
    () => reportBars(table, figure, ask.by, language),
    [table, figure, ask.by, language],
  )
  const last = table.sides.at(-1)
  const of = figureOf(figure)
  const pick = (key: string) => {
    const keyed = table.rows.find((row) => row.figure === figure && row.key === key)
    const total = table.rows.find((row) => row.figure === figure && row.key === null)
    if (keyed) onOpen(keyed, table.sides.length - 1)
    else if (total) onOpen(total, Number(key))
  }
  return (
    <Card size="small" style={{ flex: '2 1 380px', minWidth: 0 }}>
      <div className="print-only">{of && say(of.name)}</div>
      <Select
        className="no-print"
        style={{ width: '100%', marginBottom: 8 }}
        aria-label={say({ zh: '图上看哪个指标', en: 'Figure in the chart' })}
        value={figure}
        options={ask.figures.map((id) => ({
          value: id,
          label: figureOf(id)?.name[language] ?? id,
        }))}
        onChange={setWanted}
      />
      {bars.length === 0 ? (
        <Typography.Text type="secondary">
          {say({ zh: '没有可画的数', en: 'Nothing to draw' })}
        </Typography.Text>
      ) : (
        <Suspense fallback={<Spin />}>
          <ShareBars
            label={say(
              {
                zh: '{side}，数字见左边的表',
                en: '{side}; the figures are in the table at the left',
              },
              { side: last ? say(last.name) : '' },
            )}
            bars={bars}
            wanted={0}
            onPick={pick}
          />
        </Suspense>
      )}
    </Card>
  )
}
