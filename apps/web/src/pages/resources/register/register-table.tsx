import type { FleetLine } from '@kuashan/contract/fleet.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { RegisterStanding } from '@kuashan/core/resources/fleet-register.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Table, Tag } from 'antd'
import type { Known } from '../../../server/names.ts'
import { paged } from '../../../shell/paged.ts'
import { today } from '../../../shell/today.ts'
import { weekHoursSaid } from '../week-hours-field.tsx'
import { blockWords, paperWords, standingWords, stateWords } from './paper-words.ts'

export type RegisterRow = FleetLine & { standing: RegisterStanding; last: PlainDate | null }

const oneLine = { whiteSpace: 'nowrap' } as const

const papers = ['licence', 'inspection', 'insurance'] as const

const colours: Readonly<Record<RegisterStanding, string>> = {
  blocked: 'error',
  soon: 'warning',
  good: 'success',
}

interface RegisterTableProps {
  rows: RegisterRow[]
  known: Known
  /** Opens a vehicle of the register, by its id. */
  onEdit: ((id: string) => void) | undefined
}

/** The register, with what keeps a vehicle in. */
export function RegisterTable({ rows, known, onEdit }: RegisterTableProps) {
  const say = useSay()
  const language = useLanguage()
  const day = today()
  const until = (last: string | null) =>
    last === null ? (
      <Tag color="error">{say({ zh: '没有', en: 'none' })}</Tag>
    ) : last < day ? (
      <Tag color="error">{last}</Tag>
    ) : (
      last
    )
  const room = ({ seats, coldBox }: RegisterRow) =>
    [
      seats !== null && say({ zh: '{n} 座', en: '{n} seats' }, { n: formatNumber(seats) }),
      coldBox && say({ zh: '有冷藏箱', en: 'cold box' }),
    ]
      .filter(Boolean)
      .join(say({ zh: '，', en: ', ' }))
  const why = (row: RegisterRow, block: string) => {
    if (block === row.state) return say(stateWords[row.state])
    const isMissing = papers.some((one) => one === block && row[`${one}Until`] === null)
    const words = isMissing
      ? { zh: '没有{what}', en: '{what}: none' }
      : { zh: '{what}过期', en: '{what} has run out' }
    return say(words, { what: say(blockWords(block)) })
  }
  return (
    <Table<RegisterRow>
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={paged(20)}
      columns={[
        {
          title: say({ zh: '车牌、方案里的车', en: 'Plate, in plans' }),
          render: (_, r) => (
            <>
              {r.plate}
              <div>{r.vehicle === null ? '—' : known.names.vehicle(r.vehicle)}</div>
            </>
          ),
        },
        {
          title: say({ zh: '今天', en: 'Today' }),
          render: (_, r) => (
            <>
              <Tag color={colours[r.standing]}>{say(standingWords[r.standing])}</Tag>
              {r.blockedBy.map((block) => (
                <div key={block}>{why(r, block)}</div>
              ))}
            </>
          ),
        },
        {
          title: say({ zh: '类别、所有单位、座位', en: 'Kind, owner, seats' }),
          render: (_, r) => (
            <>
              <span lang="zh">{r.kind}</span>
              <div lang="zh">{r.owner}</div>
              <div>{room(r)}</div>
            </>
          ),
        },
        {
          title: say({ zh: '司机、停放点、时间', en: 'Driver, home, hours' }),
          render: (_, r) => (
            <>
              <span lang="zh">{r.driver || '—'}</span>
              <div>{r.home && known.names.facility(r.home)}</div>
              <div>{weekHoursSaid(r.hours, language)}</div>
            </>
          ),
        },
        {
          title: say({ zh: '有效到哪天', en: 'Holds until' }),
          render: (_, r) => (
            <>
              {papers.map((one) => (
                <div key={one} style={oneLine}>
                  {say(paperWords[one])} {until(r[`${one}Until`])}
                </div>
              ))}
              {Object.entries(r.fitOut).map(([item, last]) => (
                <div key={item} style={oneLine}>
                  <span lang="zh">{item}</span> {until(last)}
                </div>
              ))}
            </>
          ),
        },
        ...(onEdit
          ? [
              {
                title: say({ zh: '操作', en: 'Actions' }),
                render: (_: unknown, r: RegisterRow) => (
                  <Button
                    size="small"
                    aria-label={say({ zh: '改 {plate}', en: 'Edit {plate}' }, { plate: r.plate })}
                    onClick={() => onEdit(r.id)}
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
