import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { type DatedVisit, type JointVisit, jointVisits } from '@kuashan/core/plan/joint-visits.ts'
import { formatDay, formatNumber, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Modal, Spin, Table, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { EditDialog } from '../../plans/edit/edit-dialog.tsx'
import { useEditTrial } from '../../plans/edit/use-edit-trial.ts'

interface JointOffersProps {
  line: PlanLine
  within: number
  known: Known
}

/** The offers of one plan, the nearest days first. */
export function JointOffers({ line, within, known }: JointOffersProps) {
  const say = useSay()
  const county = useCounty()
  const full = useAnswer(routes.plans.get, { params: { county, plan: line.id }, query: {} })
  const mayEdit = useMay(routes.planEdits.edit) && line.step === 'draft'
  const mayComment = useMay(routes.plans.comment)
  const [open, setOpen] = useState<JointVisit | null>(null)
  const plan = full.data?.data.plan
  const offers = useMemo(() => {
    const domains = new Map(known.catalogue.services.map((s) => [s.id, s.domain]))
    return plan ? jointVisits(plan, (service) => domains.get(service), within) : []
  }, [plan, known, within])
  const visitText = useVisitText(known)
  if (full.error) return <Trouble error={full.error} onRetry={() => full.refetch()} />
  if (!full.data) return <Spin size="large" />
  return (
    <>
      <span role="status">
        {say(
          { zh: '{n} 处可以合并', en: '{n} {n|offer|offers}' },
          { n: formatNumber(offers.length) },
        )}
      </span>
      <Table<JointVisit>
        size="small"
        rowKey={({ moves }) => moves.visit}
        dataSource={offers}
        pagination={{ pageSize: 15, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{
          emptyText: say({
            zh: '没有两个部门在这几天之内先后到同一个村',
            en: 'No two departments come to one village within these days',
          }),
        }}
        columns={[
          {
            title: say({ zh: '哪里', en: 'Where' }),
            render: (_, o) => known.names.settlementInVillage(o.settlement),
          },
          { title: say({ zh: '相隔几天', en: 'Days apart' }), dataIndex: 'days', align: 'right' },
          { title: say({ zh: '这一次不动', en: 'Stays' }), render: (_, o) => visitText(o.stays) },
          {
            title: say({ zh: '这一次改到同一天', en: 'Moves' }),
            render: (_, o) => visitText(o.moves),
          },
          ...(mayEdit || mayComment
            ? [
                {
                  title: say({ zh: '可以做', en: 'Actions' }),
                  render: (_: unknown, offer: JointVisit) => (
                    <Button size="small" onClick={() => setOpen(offer)}>
                      {mayEdit
                        ? say({ zh: '试一试…', en: 'Try…' })
                        : say({ zh: '记为意见…', en: 'Keep as a comment…' })}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open &&
        (mayEdit ? (
          <TryJoint
            edited={{ plan: line.id, version: full.data.version ?? '' }}
            offer={open}
            known={known}
            onClose={() => setOpen(null)}
          />
        ) : (
          <NoteJoint plan={line.id} offer={open} known={known} onClose={() => setOpen(null)} />
        ))}
    </>
  )
}

/** Day, department, vehicle and services of a visit in one line. */
function useVisitText({ names }: Known): (visit: DatedVisit) => string {
  const say = useSay()
  const language = useLanguage()
  const comma = say({ zh: '、', en: ', ' })
  return ({ date, domains, vehicle, services }) =>
    [
      `${formatDay(date, language)} ${formatWeekday(date, language)}`,
      domains.map((domain) => say(domainWords[domain])).join(comma),
      names.vehicle(vehicle),
      services.map((service) => names.service(service)).join(comma),
    ].join(' · ')
}

interface OneOfferProps {
  offer: JointVisit
  known: Known
  onClose: () => void
}

function TryJoint({
  edited,
  offer: { stays, moves, settlement },
  known,
  onClose,
}: OneOfferProps & { edited: { plan: string; version: string } }) {
  const say = useSay()
  const trial = useEditTrial(
    edited,
    [{ do: 'move-visit', visit: moves.visit, date: stays.date }],
    onClose,
  )
  return (
    <EditDialog
      title={say(
        { zh: '{place}：两个部门约在同一天', en: '{place}: two departments on one day' },
        { place: known.names.settlement(settlement) },
      )}
      trial={trial}
      known={known}
      onClose={onClose}
      ok={{ zh: '接受，保存', en: 'Accept and save' }}
      cancel={{ zh: '不合并', en: 'Leave it' }}
    />
  )
}

function NoteJoint({ plan, offer, known, onClose }: OneOfferProps & { plan: string }) {
  const say = useSay()
  const county = useCounty()
  const comment = useChange(routes.plans.comment, ['plans'])
  const visitText = useVisitText(known)
  const text = say(
    {
      zh: '建议合并到访：{place}。“{moves}”改到“{stays}”的同一天。',
      en: 'A joint visit is proposed at {place}: “{moves}” on the day of “{stays}”.',
    },
    {
      place: known.names.settlementInVillage(offer.settlement),
      moves: visitText(offer.moves),
      stays: visitText(offer.stays),
    },
  )
  const department = offer.moves.domains.map((domain) => say(domainWords[domain])).join('、')
  return (
    <Modal
      open
      title={say({ zh: '记为对方案的意见', en: 'Keep as a comment on the plan' })}
      okText={say({ zh: '记下', en: 'Keep' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      confirmLoading={comment.isPending}
      onOk={() =>
        comment.mutate(
          { params: { county, plan }, body: { department, body: text } },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <Flex vertical gap={8}>
        <Typography.Text>{text}</Typography.Text>
        {comment.error && <Trouble error={comment.error} />}
      </Flex>
    </Modal>
  )
}
