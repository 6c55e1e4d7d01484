import type { FleetLine } from '@kuashan/contract/fleet.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import {
  lastDayOut,
  type RegisterEntry,
  type RegisterStanding,
  standingOn,
} from '@kuashan/core/resources/fleet-register.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Spin, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FilterSelect } from '../../../shell/filter-select.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { today } from '../today.ts'
import { EditEntry } from './edit-entry.tsx'
import { blockWords, paperWords, standingWords, stateWords } from './paper-words.ts'

const standings = ['blocked', 'soon', 'good'] as const satisfies readonly RegisterStanding[]
const colours: Readonly<Record<RegisterStanding, string>> = {
  blocked: 'error',
  soon: 'warning',
  good: 'success',
}

type Row = FleetLine & { standing: RegisterStanding; last: PlainDate | null }

/** Those that may not go out first, then what runs out next. */
function rowsOf(lines: readonly FleetLine[]): Row[] {
  const day = today()
  return lines
    .map((line) => {
      const entry = line as FleetLine & RegisterEntry
      return { ...line, standing: standingOn(entry, day), last: lastDayOut(entry) }
    })
    .sort(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        (a.last ?? '').localeCompare(b.last ?? '') ||
        a.plate.localeCompare(b.plate, 'zh'),
    )
}

/** The register of vehicles that run: papers, inspection and fit-out with their days. What has run out keeps a vehicle from being planned. */
export function Register({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const mayEnter = useMay(routes.fleet.enter)
  const asked = useAnswer(routes.fleet.list, { params: { county }, query: {} })
  const [shown, setShown] = useState<RegisterStanding | null>(null)
  const [edited, setEdited] = useState<FleetLine | 'new' | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const all = rowsOf(asked.data.data)
  const rows = all.filter((row) => shown === null || row.standing === shown)
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '证件、年检或改装检验到期的车，到期日之后不排进方案；报废的、缺证的完全不排。',
          en: 'A vehicle is planned on no day after its licence, inspection, insurance or a fit-out check runs out; one that is retired or lacks a paper is not planned at all.',
        })}
      </Typography.Text>
      <Flex gap={12} align="center" wrap>
        {mayEnter && (
          <Button type="primary" onClick={() => setEdited('new')}>
            {say({ zh: '登记一辆车', en: 'Enter a vehicle' })}
          </Button>
        )}
        <FilterSelect
          label={say({ zh: '能否出车', en: 'May it go out' })}
          value={shown}
          options={standings.map((value) => ({ value, label: say(standingWords[value]) }))}
          onChange={setShown}
        />
        <span role="status">
          {say(
            {
              zh: '登记了 {n} 辆，方案用到 {all} 辆',
              en: '{n} entered; plans know {all} {all|vehicle|vehicles}',
            },
            { n: formatNumber(all.length), all: formatNumber(known.resources.vehicles.length) },
          )}
        </span>
      </Flex>
      {all.length === 0 ? (
        <Empty
          description={say({
            zh: '台账还是空的。没有登记的车，方案按数据里的年检日期排。',
            en: 'The register is empty. Vehicles that are not entered are planned by the inspection date in the data.',
          })}
        />
      ) : (
        <RegisterTable rows={rows} known={known} onEdit={mayEnter ? setEdited : undefined} />
      )}
      {edited && (
        <EditEntry
          line={edited === 'new' ? null : edited}
          taken={all.flatMap(({ vehicle }) => (vehicle === null ? [] : [vehicle]))}
          known={known}
          onClose={() => setEdited(null)}
        />
      )}
    </Flex>
  )
}

interface RegisterTableProps {
  rows: Row[]
  known: Known
  onEdit: ((line: FleetLine) => void) | undefined
}

function RegisterTable({ rows, known, onEdit }: RegisterTableProps) {
  const say = useSay()
  const day = today()
  const paper = (until: string | null) =>
    until === null ? (
      <Tag color="error">{say({ zh: '没有', en: 'none' })}</Tag>
    ) : until < day ? (
      <Tag color="error">{until}</Tag>
    ) : (
      until
    )
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: say({ zh: '车牌', en: 'Plate' }), dataIndex: 'plate' },
        {
          title: say({ zh: '方案里的车', en: 'In plans' }),
          render: (_, r) => (r.vehicle === null ? '—' : known.names.vehicle(r.vehicle)),
        },
        { title: say({ zh: '类别', en: 'Kind' }), dataIndex: 'kind' },
        { title: say({ zh: '所有单位', en: 'Owner' }), dataIndex: 'owner' },
        { title: say(paperWords.licence), render: (_, r) => paper(r.licenceUntil) },
        { title: say(paperWords.inspection), render: (_, r) => paper(r.inspectionUntil) },
        { title: say(paperWords.insurance), render: (_, r) => paper(r.insuranceUntil) },
        {
          title: say({ zh: '改装检验', en: 'Fit-out' }),
          render: (_, r) =>
            Object.entries(r.fitOut).map(([item, until]) => (
              <div key={item}>
                {item} {paper(until)}
              </div>
            )),
        },
        {
          title: say({ zh: '今天', en: 'Today' }),
          render: (_, r) => (
            <>
              <Tag color={colours[r.standing]}>{say(standingWords[r.standing])}</Tag>
              {r.state !== 'in-service' && say(stateWords[r.state])}
              {r.blockedBy
                .filter((block) => block !== r.state)
                .map((block) => say(blockWords(block)))
                .join(say({ zh: '、', en: ', ' }))}
            </>
          ),
        },
        ...(onEdit
          ? [
              {
                title: say({ zh: '操作', en: 'Actions' }),
                render: (_: unknown, r: Row) => (
                  <Button
                    size="small"
                    aria-label={say({ zh: '改 {plate}', en: 'Edit {plate}' }, { plate: r.plate })}
                    onClick={() => onEdit(r)}
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
