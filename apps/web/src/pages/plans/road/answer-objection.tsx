import type { Objection } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { AnswerBasis } from '@kuashan/core/plan/answer-source.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { priceAndDisplaced } from '@kuashan/core/planner/edit/edit-effect.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, Input, InputNumber, Radio } from 'antd'
import { useEffect, useMemo } from 'react'
import { TrialEffect } from '../../../parts/edits/trial-effect.tsx'
import { useEditTrial } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { useDraft } from '../../../shell/draft.ts'
import { Field } from '../../../shell/field.tsx'
import { SayForm } from '../../../shell/say-form.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { editsOf, wantedBy } from '../edit/wanted-edits.ts'
import { WantedForm } from '../edit/wanted-form.tsx'
import { type AnswerDraft, basisOf, emptyAnswer, lacking, withTrial } from './answer-draft.ts'

interface AnswerObjectionProps {
  /** Id of the plan, and the plan. */
  id: string
  plan: Plan
  objection: Objection
  known: Known
}

const nothing = () => undefined

/**
 * Answers an objection: what it asks for is tried on the plan, which gives the price and who would be displaced; both may
 * be corrected, and where no change of the plan says it, reckoned by hand.
 */
export function AnswerObjection({ id, plan, objection, known }: AnswerObjectionProps) {
  const say = useSay()
  const county = useCounty()
  const answer = useChange(routes.plans.answerObjection, ['plans'])
  const first = useMemo(() => {
    const villageOf = new Map(known.territory.settlements.map((s) => [s.id, s.division]))
    return emptyAnswer(wantedBy(objection.village, objection.settlement, plan, villageOf))
  }, [known, objection, plan])
  const [draft, setDraft, clear] = useDraft(`objection answer ${objection.id}`, first)
  const put = (some: Partial<AnswerDraft>) => setDraft({ ...draft, ...some })
  const edits = editsOf(draft.wanted, plan, known.territory.facilities)
  const trial = useEditTrial(
    { plan: id, version: '' },
    draft.by === 'trial' ? edits : null,
    nothing,
  )
  const from = JSON.stringify(edits)
  useEffect(() => {
    if (trial.tried && draft.from !== from)
      setDraft(withTrial(draft, from, priceAndDisplaced(trial.tried)))
  }, [trial.tried, draft, from, setDraft])
  const basis = basisOf(draft, edits)
  const lacks = lacking(draft, basis).map((words) => say(words))
  const send = async (text: string) => {
    await answer.mutateAsync({
      params: { county, plan: id, objection: objection.id },
      body: {
        text,
        accepted: draft.accepted as boolean,
        displaced: draft.displaced,
        priceFen: Math.round((draft.yuan as number) * 100),
        basis: basis as AnswerBasis,
      },
      version: String(objection.version),
    })
    clear()
  }
  return (
    <SayForm
      draft={`answer ${objection.id}`}
      label={{ zh: '答复', en: 'Answer' }}
      button={{ zh: '答复', en: 'Answer' }}
      busy={answer.isPending}
      error={answer.error}
      onSay={send}
      lacks={lacks}
    >
      <Radio.Group
        value={draft.by}
        onChange={({ target }) => put({ by: target.value })}
        options={[
          {
            value: 'trial',
            label: say({ zh: '在方案上试改，算出代价', en: 'Try what it asks for on the plan' }),
          },
          { value: 'hand', label: say({ zh: '人工估算', en: 'Reckon by hand' }) },
        ]}
      />
      {draft.by === 'trial' ? (
        <Flex vertical gap={12} style={{ width: '100%' }}>
          <WantedForm
            wanted={draft.wanted}
            plan={plan}
            known={known}
            onChange={(wanted) => put({ wanted })}
          />
          <TrialEffect trial={trial} known={known} />
        </Flex>
      ) : (
        <Field
          label={say({ zh: '价钱和影响是怎么算的', en: 'How price and effect were reckoned' })}
        >
          {(field) => (
            <Input
              id={field}
              style={{ width: 640, maxWidth: '100%' }}
              maxLength={4000}
              value={draft.how}
              onChange={(event) => put({ how: event.target.value })}
            />
          )}
        </Field>
      )}
      <Figures draft={draft} known={known} onChange={put} />
    </SayForm>
  )
}

interface FiguresProps {
  draft: AnswerDraft
  known: Known
  onChange: (some: Partial<AnswerDraft>) => void
}

/** Price, who would be displaced, and the decision. */
function Figures({ draft, known, onChange }: FiguresProps) {
  const say = useSay()
  return (
    <Flex gap={16} wrap align="end">
      <Field label={say({ zh: '照办每年要多花（元）', en: 'Price of it, yuan a year' })}>
        {(field) => (
          <InputNumber<number>
            id={field}
            style={{ width: 160 }}
            value={draft.yuan}
            onChange={(yuan) => onChange({ yuan })}
          />
        )}
      </Field>
      <Field label={say({ zh: '照办会影响谁', en: 'Who would be displaced' })}>
        {(field) => (
          <SearchSelect
            id={field}
            mode="multiple"
            style={{ width: 320 }}
            disabled={draft.nobody}
            value={draft.displaced}
            onChange={(displaced) => onChange({ displaced })}
            options={known.territory.settlements.map((s) => ({
              value: s.id,
              label: known.names.settlementInVillage(s.id),
            }))}
          />
        )}
      </Field>
      <Checkbox
        checked={draft.nobody}
        onChange={({ target }) => onChange({ nobody: target.checked, displaced: [] })}
      >
        {say({ zh: '没有人受影响', en: 'Nobody would be' })}
      </Checkbox>
      <Radio.Group
        value={draft.accepted}
        onChange={({ target }) => onChange({ accepted: target.value })}
        options={[
          { value: false, label: say({ zh: '不采纳', en: 'Not accepted' }) },
          { value: true, label: say({ zh: '采纳', en: 'Accepted' }) },
        ]}
      />
    </Flex>
  )
}
