import type { GoalNow } from '@kuashan/contract/goals.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Spin, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { EditGoal } from './edit-goal.tsx'
import { plainGoals, withGoal, withoutGoal } from './goal-rows.ts'
import { GoalTable } from './goal-table.tsx'
import { NoGoals } from './no-goals.tsx'

/** What the county wants: goals, each under the one it serves, with indicators read from the newest measurement. */
export function GoalTree() {
  const say = useSay()
  const county = useCounty()
  const mayEdit = useMay(routes.goals.set)
  const asked = useAnswer(routes.goals.get, { params: { county } })
  const set = useChange(routes.goals.set, ['goals'])
  const [edited, setEdited] = useState<GoalNow | 'new' | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const goals = asked.data.data
  const plain = plainGoals(goals)
  const put = (next: typeof plain) =>
    set.mutateAsync({ params: { county }, body: next, version: asked.data.version ?? '' })
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '目标一层一层往下分，每个目标看几个指标，由哪些服务去实现。指标的现状取自最近一次测算的记录，不手填；没有记录可看的目标会报错。',
          en: 'Goals divide into smaller ones; each is read by indicators and reached by services. Where an indicator stands comes from records of the newest measurement; nobody types it in. A goal that no record shows is an error.',
        })}
      </Typography.Text>
      {mayEdit && (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setEdited('new')}>
          {say({ zh: '加一个目标', en: 'Add a goal' })}
        </Button>
      )}
      {set.error && !edited && <Trouble error={set.error} />}
      {goals.length === 0 ? (
        <NoGoals mayEdit={mayEdit} busy={set.isPending} onTake={put} />
      ) : (
        <GoalTable
          goals={goals}
          onEdit={mayEdit ? setEdited : undefined}
          onDrop={({ id }) => put(withoutGoal(plain, id)).catch(() => undefined)}
        />
      )}
      {edited && (
        <EditGoal
          goals={plain}
          goal={edited === 'new' ? null : plainGoals([edited])[0]!}
          busy={set.isPending}
          error={set.error}
          onKeep={(goal) =>
            put(withGoal(plain, goal))
              .then(() => setEdited(null))
              .catch(() => undefined)
          }
          onClose={() => {
            set.reset()
            setEdited(null)
          }}
        />
      )}
    </Flex>
  )
}
