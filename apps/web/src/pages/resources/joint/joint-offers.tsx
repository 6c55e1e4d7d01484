import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { type JointGain, type JointVisit, jointVisits } from '@kuashan/core/plan/joint-visits.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Spin, Table, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { EditDialog } from '../../../parts/edits/edit-dialog.tsx'
import { useEditTrial } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { paged } from '../../../shell/paged.ts'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { jointGround } from './joint-ground.ts'
import { useVisitText } from './visit-text.ts'

const gainWords: Readonly<Record<JointGain, Words>> = {
  day: { zh: '村里少准备一天', en: 'the village prepares for one day less' },
  'vehicle-day': { zh: '省一个车日', en: 'one vehicle-day' },
  arrival: { zh: '同到同走，村民跑一趟', en: 'one arrival: residents go once' },
}

/** The edit that makes one visit of two; null where both come on one day in their own vehicles: that is arranged, not planned. */
const jointEdit = ({ days, aboard, stays, moves }: JointVisit) =>
  days === 0 && aboard === null
    ? null
    : {
        do: 'move-visit' as const,
        visit: moves.visit,
        date: stays.date,
        ...(aboard === null ? {} : { vehicle: aboard }),
      }

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
    return plan ? jointVisits(plan, jointGround(known), within) : []
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
        pagination={paged(15)}
        locale={{
          emptyText: say({
            zh: '没有两个部门在这几天之内到同一个村',
            en: 'No two departments come to one village within these days',
          }),
        }}
        columns={[
          {
            title: say({ zh: '哪里', en: 'Where' }),
            render: (_, o) => known.names.settlementInVillage(o.settlement),
          },
          {
            title: say({ zh: '相隔几天', en: 'Days apart' }),
            render: (_, { days }) =>
              days === 0 ? say({ zh: '同一天', en: 'same day' }) : formatNumber(days),
          },
          { title: say({ zh: '这一次不动', en: 'Stays' }), render: (_, o) => visitText(o.stays) },
          {
            title: say({ zh: '这一次并过去', en: 'Joins it' }),
            render: (_, o) => visitText(o.moves),
          },
          {
            title: say({ zh: '省下什么', en: 'What it spares' }),
            render: (_, o) => say(gainWords[o.gain]),
          },
          ...(mayEdit || mayComment
            ? [
                {
                  title: say({ zh: '可以做', en: 'Actions' }),
                  render: (_: unknown, offer: JointVisit) => (
                    <Button size="small" onClick={() => setOpen(offer)}>
                      {mayEdit && jointEdit(offer)
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
        (mayEdit && jointEdit(open) ? (
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

interface OneOfferProps {
  offer: JointVisit
  known: Known
  onClose: () => void
}

function TryJoint({
  edited,
  offer,
  known,
  onClose,
}: OneOfferProps & { edited: { plan: string; version: string } }) {
  const say = useSay()
  const edit = jointEdit(offer)
  const trial = useEditTrial(edited, edit && [edit], onClose)
  return (
    <EditDialog
      title={say(
        { zh: '{place}：两个部门合成一次到访', en: '{place}: two departments in one visit' },
        { place: known.names.settlement(offer.settlement) },
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
    offer.days === 0
      ? {
          zh: '建议合并到访：{place}。“{moves}”和“{stays}”在同一天，请约好同一时间到，一起通知村民。',
          en: 'A joint visit is proposed at {place}: “{moves}” and “{stays}” are on one day. Please come at one time and tell the village together.',
        }
      : {
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
    <SaveDialog
      title={say({ zh: '记为对方案的意见', en: 'Keep as a comment on the plan' })}
      ok={{ zh: '记下', en: 'Keep' }}
      isSaving={comment.isPending}
      error={comment.error}
      onSave={() =>
        comment.mutate(
          { params: { county, plan }, body: { department, body: text } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Typography.Text>{text}</Typography.Text>
    </SaveDialog>
  )
}
