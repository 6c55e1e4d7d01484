import type { CalendarLine } from '@kuashan/contract/calendar.ts'
import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { type JointEvent, jointEvents } from '@kuashan/core/plan/department-event.ts'
import { formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Spin, Table, Tag, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { EditDialog } from '../../../parts/edits/edit-dialog.tsx'
import { type Edited, useEditTrial } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { EventNote } from './event-note.tsx'
import { jointGround } from './joint-ground.ts'
import { useVisitText } from './visit-text.ts'

interface JointEventsProps {
  line: PlanLine
  within: number
  known: Known
}

type Offer = JointEvent<CalendarLine>

/** Visits of a plan that clash with what other departments have entered in the shared calendar. */
export function JointEvents({ line, within, known }: JointEventsProps) {
  const say = useSay()
  const county = useCounty()
  const full = useAnswer(routes.plans.get, { params: { county, plan: line.id }, query: {} })
  const calendar = useAnswer(routes.calendar.list, { params: { county } })
  const mayEdit = useMay(routes.planEdits.edit) && line.step === 'draft'
  const mayNote = useMay(routes.calendar.save)
  const [open, setOpen] = useState<{ offer: Offer; as: 'edit' | 'note' } | null>(null)
  const plan = full.data?.data.plan
  const events = calendar.data?.data
  const offers = useMemo(() => {
    if (!plan || !events) return []
    const villages = new Map(known.territory.settlements.map((s) => [s.id, s.division]))
    const { domainOf } = jointGround(known)
    const ground = { domainOf, villageOf: (settlement: string) => villages.get(settlement) }
    const held = events.filter(({ state }) => state !== 'cancelled')
    return jointEvents(plan, held, ground, within)
  }, [plan, events, known, within])
  const error = full.error ?? calendar.error
  if (error) return <Trouble error={error} />
  if (!plan || !events) return <Spin />
  const canEdit = ({ days, isLocked }: Offer) => mayEdit && days > 0 && !isLocked
  const actions = (offer: Offer) => (
    <Flex gap={8} wrap>
      {canEdit(offer) && (
        <Button size="small" onClick={() => setOpen({ offer, as: 'edit' })}>
          {say({ zh: '把到访改到这天…', en: 'Move the visit there…' })}
        </Button>
      )}
      {mayNote && (
        <Button size="small" onClick={() => setOpen({ offer, as: 'note' })}>
          {say({ zh: '告诉部门…', en: 'Tell the department…' })}
        </Button>
      )}
    </Flex>
  )
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 16, margin: '12px 0 0' }}>
        {say({ zh: '部门日历里的事项', en: 'Events in the shared calendar' })}
      </Typography.Title>
      <EventTable
        known={known}
        offers={offers}
        actions={mayEdit || mayNote ? actions : undefined}
      />
      {open?.as === 'edit' && (
        <MoveToEvent
          edited={{ plan: line.id, version: full.data?.version ?? '' }}
          offer={open.offer}
          known={known}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.as === 'note' && (
        <EventNote offer={open.offer} known={known} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

interface EventTableProps {
  known: Known
  offers: Offer[]
  actions: ((offer: Offer) => React.ReactNode) | undefined
}

function EventTable({ known, offers, actions }: EventTableProps) {
  const say = useSay()
  const language = useLanguage()
  const visitText = useVisitText(known)
  return (
    <Table<Offer>
      size="small"
      rowKey={({ event }) => event.id}
      dataSource={offers}
      pagination={paged(15)}
      locale={{
        emptyText: say({
          zh: '日历里没有别的部门在这几天之内到同一个村',
          en: 'No other department has entered anything in the same village within these days',
        }),
      }}
      columns={[
        {
          title: say({ zh: '村', en: 'Village' }),
          render: (_, { event }) => known.names.village(event.village),
        },
        {
          title: say({ zh: '相隔几天', en: 'Days apart' }),
          render: (_, { days }) =>
            days === 0 ? say({ zh: '同一天', en: 'same day' }) : formatNumber(days),
        },
        {
          title: say({ zh: '部门的事项', en: 'The department’s event' }),
          render: (_, { event }) => (
            <>
              {`${formatDay(event.date, language)} ${formatWeekday(event.date, language)} · ${say(domainWords[event.department])} · `}
              <span lang="zh">{event.purpose}</span>{' '}
              {event.state === 'joint' && (
                <Tag color="success">{say({ zh: '已约好', en: 'agreed' })}</Tag>
              )}
            </>
          ),
        },
        {
          title: say({ zh: '方案里的到访', en: 'Visit of the plan' }),
          render: (_, { visit }) => visitText(visit),
        },
        ...(actions
          ? [
              {
                title: say({ zh: '可以做', en: 'Actions' }),
                render: (_: unknown, offer: Offer) => actions(offer),
              },
            ]
          : []),
      ]}
    />
  )
}

interface OneOfferProps {
  edited: Edited
  offer: Offer
  known: Known
  onClose: () => void
}

function MoveToEvent({ edited, offer: { visit, event }, known, onClose }: OneOfferProps) {
  const say = useSay()
  const trial = useEditTrial(
    edited,
    [{ do: 'move-visit', visit: visit.visit, date: event.date }],
    onClose,
  )
  return (
    <EditDialog
      title={say(
        {
          zh: '{place}：和部门的事项约在同一天',
          en: '{place}: on the day of the department’s event',
        },
        { place: known.names.village(event.village) },
      )}
      trial={trial}
      known={known}
      onClose={onClose}
      ok={{ zh: '接受，保存', en: 'Accept and save' }}
      cancel={{ zh: '不合并', en: 'Leave it' }}
    />
  )
}
