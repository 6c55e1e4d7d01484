import type { PlanSaved } from '@kuashan/contract/plan-edits.ts'
import type { PlanLine } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Empty, Flex, Spin } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { whenText } from '../../../shell/who-and-when.ts'
import { DifferenceResult } from './difference-result.tsx'
import { beforeOf, type Earlier, earlierKey } from './earlier.ts'

interface DifferencesProps {
  line: PlanLine
  known: Known
}

/** What a plan does otherwise than one before it: the save before, the plan published before, or any other. */
export function Differences({ line, known }: DifferencesProps) {
  const say = useSay()
  const county = useCounty()
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const saves = useAnswer(routes.planEdits.versions, { params: { county, plan: line.id } })
  const [chosen, setChosen] = useState<string | null>(null)
  const error = plans.error ?? saves.error
  if (error) return <Trouble error={error} />
  if (!plans.data || !saves.data) return <Spin size="large" />
  const earlier = beforeOf(line, plans.data.data, saves.data.data)
  const against = earlier.find((one) => earlierKey(one) === chosen) ?? earlier[0]
  if (!against)
    return (
      <Empty
        description={say({
          zh: '没有更早的版本，也没有别的方案可比',
          en: 'There is no earlier version and no other plan to set it against',
        })}
      />
    )
  const label = (one: Earlier) => earlierLabel(one, plans.data.data, saves.data.data, say)
  return (
    <Flex vertical gap={16}>
      <Field label={say({ zh: '和哪个版本比', en: 'Against which version' })}>
        {(id) => (
          <SearchSelect
            id={id}
            style={{ minWidth: 420 }}
            value={earlierKey(against)}
            onChange={setChosen}
            options={earlier.map((one) => ({ value: earlierKey(one), label: label(one) }))}
          />
        )}
      </Field>
      <Found key={earlierKey(against)} line={line} against={against} known={known} />
    </Flex>
  )
}

function earlierLabel(
  one: Earlier,
  plans: readonly PlanLine[],
  saves: readonly PlanSaved[],
  say: ReturnType<typeof useSay>,
): string {
  if (one.plan !== null) {
    const other = plans.find(({ id }) => id === one.plan)!
    return `${other.name} · ${say(planStepNames[other.step])}`
  }
  const save = saves.find(({ version }) => version === one.version)!
  return say(
    { zh: '本方案第 {n} 版 · {when} {note}', en: 'this plan, version {n} · {when} {note}' },
    { n: save.version, when: whenText(save.at), note: save.note },
  ).trim()
}

function Found({ line, against, known }: DifferencesProps & { against: Earlier }) {
  const county = useCounty()
  const query = {
    version: line.documentVersion,
    ...(against.plan === null ? { fromVersion: against.version } : { from: against.plan }),
  }
  const answer = useAnswer(routes.planDifferences.get, {
    params: { county, plan: line.id },
    query,
  })
  if (answer.error) return <Trouble error={answer.error} onRetry={() => answer.refetch()} />
  if (!answer.data) return <Spin size="large" />
  return <DifferenceResult difference={answer.data.data} known={known} />
}
