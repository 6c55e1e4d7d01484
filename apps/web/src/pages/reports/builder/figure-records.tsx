import type { FigureRecordLine } from '@kuashan/contract/reports.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { Dimension, type FigureDefinition } from '@kuashan/core/figures/figure.ts'
import { dimensionWords, figureText, shownTerms } from '@kuashan/core/figures/figure-words.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Drawer, Flex, Spin, Table, Tag, Typography } from 'antd'
import { Link } from 'react-router'
import { paged } from '../../../shell/paged.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { type RecordsAsked, type RecordsFound, useRecords } from './use-report.ts'

/** What was clicked: a figure with the value that stood there. */
export type Clicked = RecordsAsked & {
  value: number | null
  /** Of which side and key it is, in words. */
  of: string
}

/** A figure with its definition and the records that add up to it. */
export function FigureRecords({
  clicked,
  onClose,
}: {
  clicked: Clicked | null
  onClose: () => void
}) {
  const language = useLanguage()
  const figure = clicked && figureOf(clicked.figure)
  return (
    <Drawer
      open={clicked !== null}
      onClose={onClose}
      size={980}
      destroyOnHidden
      title={figure?.name[language] ?? ''}
    >
      {clicked && figure && <Records clicked={clicked} figure={figure} />}
    </Drawer>
  )
}

/** Dimensions that say something of a record beyond its place and its service. */
const told = Dimension.options.filter(
  (d) => !['month', 'village', 'township', 'domain', 'priorityClass'].includes(d),
)

function Records({ clicked, figure }: { clicked: Clicked; figure: FigureDefinition }) {
  const say = useSay()
  const language = useLanguage()
  const { value, of, ...asked } = clicked
  const found = useRecords(asked)
  if (found.error) return <Trouble error={found.error} onRetry={() => found.refetch()} />
  if (!found.data) return <Spin />
  const { total, top, bottom, records, groups, names } = found.data
  const [over, under] = shownTerms(figure.formula)
  const topText = (n: number) => formatNumber(n / over.per, 2)
  const bottomText = (n: number) => formatNumber(n / (under?.per ?? 1), 2)
  const quotient = bottom === null ? topText(top) : `${topText(top)} / ${bottomText(bottom)}`
  // A gap and an index are no quotient of the sums.
  const isSum = figure.formula.of !== 'gap' && figure.formula.of !== 'gini'
  const sumText = isSum ? ` = ${quotient}` : ''
  const shown = told.filter((d) => records.some(({ keys }) => keys[d] !== undefined))
  return (
    <Flex vertical gap={12}>
      <Typography.Paragraph style={{ margin: 0 }}>{say(figure.counts)}</Typography.Paragraph>
      <strong role="status">
        {of}
        {say({ zh: '：', en: ': ' })}
        {figureText(figure, value, language)}
        {sumText}
        {say({ zh: '，共 {n} 条记录', en: ', from {n} records' }, { n: formatNumber(total) })}
      </strong>
      {groups.length > 0 && <Groups groups={groups} names={names} figure={figure} />}
      {records.length < total && (
        <Typography.Text type="secondary">
          {say(
            {
              zh: '只列出前 {n} 条；合计是全部的',
              en: 'The first {n} are listed; sums are of all',
            },
            { n: formatNumber(records.length) },
          )}
        </Typography.Text>
      )}
      <Table<FigureRecordLine>
        size="small"
        rowKey={({ source, id }) => `${source} ${id}`}
        dataSource={records}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '日期', en: 'Day' }),
            hidden: records.every(({ on }) => on === null),
            render: (_, { on }) => on,
          },
          {
            title: say({ zh: '地点', en: 'Place' }),
            hidden: records.every(({ place }) => place === null),
            render: (_, { place }) => <PlaceLink place={place} names={names} />,
          },
          {
            title: say({ zh: '是什么', en: 'What' }),
            render: (_, { keys }) => (
              <Flex gap={4} wrap>
                {shown.flatMap((d) => {
                  const word = keys[d] === undefined ? null : names[`${d} ${keys[d]}`]
                  return word
                    ? [
                        <Tag key={d}>
                          {d === 'service'
                            ? say(word)
                            : `${say(dimensionWords[d])}${say({ zh: '：', en: ': ' })}${say(word)}`}
                        </Tag>,
                      ]
                    : []
                })}
              </Flex>
            ),
          },
          {
            title: say(over.name),
            align: 'right',
            sorter: (a, b) => a.top - b.top,
            render: (_, record) => topText(record.top),
          },
          {
            title: under ? say(under.name) : '',
            hidden: under === null,
            align: 'right',
            sorter: (a, b) => (a.bottom ?? 0) - (b.bottom ?? 0),
            render: (_, record) => (record.bottom === null ? '' : bottomText(record.bottom)),
          },
        ]}
      />
    </Flex>
  )
}

function PlaceLink({ place, names }: { place: string | null; names: Record<string, Words> }) {
  const say = useSay()
  if (place === null) return null
  const name = names[`place ${place}`]
  return (
    <Link to={`/territory?place=${encodeURIComponent(place)}`}>{name ? say(name) : place}</Link>
  )
}

interface GroupsProps {
  groups: RecordsFound['groups']
  names: Record<string, Words>
  figure: FigureDefinition
}

/** Who is compared in a gap, best first. */
function Groups({ groups, names, figure }: GroupsProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Table
      size="small"
      rowKey="key"
      dataSource={groups}
      pagination={paged(10)}
      columns={[
        {
          title: groups[0] ? say(dimensionWords[groups[0].dimension]) : '',
          render: (_, { dimension, key }) => {
            const name = names[`${dimension} ${key}`]
            return name ? say(name) : key
          },
        },
        {
          title: say({ zh: '比例', en: 'Share' }),
          align: 'right',
          render: (_, { value }) => figureText(figure, value, language),
        },
      ]}
    />
  )
}
