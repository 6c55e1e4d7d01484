import type { PlanLine } from '@kuashan/contract/plans.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Table, Typography } from 'antd'
import { Link } from 'react-router'
import {
  type FigureRow,
  figureRows,
  recordsOfFigure,
  recordsOfToday,
} from '../../parts/plans/plan-figures.ts'
import { useCounty } from '../../shell/county.tsx'
import { useMissedToday } from './missed-today.ts'

/** Today in the first column, then each plan; every figure with what it counts. */
export function FigureTable({ lines }: { lines: readonly PlanLine[] }) {
  const say = useSay()
  const language = useLanguage()
  const missedToday = useMissedToday(useCounty())
  return (
    <Table<FigureRow>
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={figureRows(lines, missedToday, language)}
      columns={[
        {
          title: say({ zh: '指标', en: 'Figure' }),
          render: (_, row) => (
            <>
              {say(row.name)}
              <br />
              <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                {say(row.definition)}
              </Typography.Text>
            </>
          ),
        },
        {
          title: say({ zh: '今天', en: 'Today' }),
          align: 'right',
          render: (_, { key, today }) => <Drilled text={today} to={recordsOfToday(key)} />,
        },
        ...lines.map((line, k) => ({
          key: line.id,
          title: line.name,
          align: 'right' as const,
          render: (_: unknown, { key, plans }: FigureRow) => (
            <strong>
              <Drilled text={plans[k] ?? ''} to={recordsOfFigure(key, line.id)} />
            </strong>
          ),
        })),
      ]}
    />
  )
}

/** A figure that leads to its records, where a page lists them. */
const Drilled = ({ text, to }: { text: string; to: string | null }) =>
  to === null || text === '–' ? text : <Link to={to}>{text}</Link>
