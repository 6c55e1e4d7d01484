import { routes } from '@kuashan/contract/routes.ts'
import type { Goal } from '@kuashan/core/catalogue/goal.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Typography } from 'antd'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'

interface NoGoalsProps {
  mayEdit: boolean
  busy: boolean
  onTake: (goals: Goal[]) => Promise<unknown>
}

/** Where there are no goals yet: a tree to start from, by indicators that this county has records for. */
export function NoGoals({ mayEdit, busy, onTake }: NoGoalsProps) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const starting = useAnswer(routes.goals.starting, { params: { county } }, { enabled: mayEdit })
  const goals = starting.data?.data ?? []
  return (
    <Empty description={say({ zh: '还没有目标', en: 'No goals yet' })}>
      {goals.length > 0 && (
        <Flex vertical gap={8} align="center">
          <Typography.Text>
            {say({
              zh: '可以从这几个目标开始，指标和逐年的数先按现状推，存下以后再改：',
              en: 'One may start from these. Indicators and yearly targets are worked out from where things stand; change them once they are kept:',
            })}
          </Typography.Text>
          <Typography.Text strong>
            {goals
              .map(({ name }) => (language === 'en' ? name.en : name.zh))
              .join(say({ zh: '、', en: '; ' }))}
          </Typography.Text>
          <Button loading={busy} onClick={() => onTake(goals).catch(() => undefined)}>
            {say({ zh: '从这些目标开始', en: 'Start from these goals' })}
          </Button>
        </Flex>
      )}
    </Empty>
  )
}
