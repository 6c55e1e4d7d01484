import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { AddChange } from '../../../parts/changes/add-change.tsx'
import { eventForms } from '../../../parts/changes/change-kinds.ts'
import { ChangeList } from '../../../parts/changes/change-list.tsx'
import { AskedWork } from '../../../parts/plans/asked-work.tsx'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { useDraft } from '../../../shell/draft.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { ReplanMenuView } from './replan-menu.tsx'

interface ReplanPanelProps {
  id: string
  plan: Pick<Plan, 'horizon'>
  known: Known
}

/** Something happened: what, from which day on, and then three ways to go on, side by side. */
export function ReplanPanel({ id, plan, known }: ReplanPanelProps) {
  const say = useSay()
  const county = useCounty()
  const start = useChange(routes.replans.start, ['jobs'])
  const [changes, keepChanges] = useDraft<Change[]>(`replan ${id}`, [])
  const [today, setToday] = useDraft<string>(`replan day ${id}`, plan.horizon.from)
  const [before, setBefore] = useState<Change[][]>([])
  const setChanges = (next: Change[]) => {
    setBefore([...before, changes])
    keepChanges(next)
  }
  const undo = () => {
    keepChanges(before.at(-1) ?? [])
    setBefore(before.slice(0, -1))
  }
  const [job, setJob] = useState<Job | null>(null)
  const ask = () =>
    start
      .mutateAsync({
        params: { county, plan: id },
        body: { changes, today: today as PlainDate, locks: [] },
      })
      .then(({ data }) => setJob(data))
      .catch(() => undefined)
  return (
    <Flex vertical gap={16}>
      <AddChange
        forms={eventForms}
        known={known}
        onAdd={(change) => setChanges([...changes, change])}
      />
      <ChangeList
        changes={changes}
        findings={[]}
        known={known}
        onRemove={(at) => setChanges(changes.filter((_, k) => k !== at))}
      />
      <Flex gap={12} align="end">
        <DayField
          label={say({ zh: '今天是（之前的都已过去）', en: 'Today (all before it is over)' })}
          min={plan.horizon.from}
          max={plan.horizon.to}
          value={today}
          onChange={(day) => day && setToday(day)}
        />
        <Button
          type="primary"
          loading={start.isPending}
          disabled={changes.length === 0}
          onClick={ask}
        >
          {say({ zh: '看看能怎么调', en: 'Show ways to go on' })}
        </Button>
        {before.length > 0 && (
          <Button onClick={undo}>{say({ zh: '撤销上一步', en: 'Undo' })}</Button>
        )}
        {changes.length === 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '先在上面写发生了什么', en: 'First say above what happened' })}
          </Typography.Text>
        )}
      </Flex>
      {start.error && <Trouble error={start.error} />}
      {job && (
        <AskedWork
          key={job.id}
          job={job}
          title={{ zh: '正在调整', en: 'Re-planning' }}
          onClose={() => setJob(null)}
        >
          {(answer) => <ReplanMenuView job={answer} known={known} />}
        </AskedWork>
      )}
    </Flex>
  )
}
