import type { Assignment, Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import type { Names } from '@kuashan/ui/names.ts'
import { reachWords } from '@kuashan/ui/plan-words.ts'
import { Typography } from 'antd'

interface ServedNowProps {
  plan: Plan
  settlement: string
  service: string
  names: Names
}

/** How a village is served by a service so far. */
export function ServedNow({ plan, settlement, service, names }: ServedNowProps) {
  const say = useSay()
  const now = plan.assignments.filter(
    (a) => a.settlement === settlement && a.service === service && a.chosen !== true,
  )
  const said = ({ mode, place }: Assignment) => {
    const where = names.place(place)
    return where === place ? say(reachWords[mode]) : `${say(reachWords[mode])} · ${where}`
  }
  const how = now.map(said).join(say({ zh: '、', en: ', ' }))
  return (
    <Typography.Text type="secondary">
      {now.length === 0
        ? say({ zh: '现在：没有人服务', en: 'Now: nobody' })
        : say({ zh: '现在：{how}', en: 'Now: {how}' }, { how })}
    </Typography.Text>
  )
}

/** Why no building can be chosen for a way. */
export function NoneGives({ service }: { service: string }) {
  const say = useSay()
  return (
    <Typography.Text type="warning">
      {say(
        {
          zh: '方案里没有一处在用的场所能这样提供“{service}”：先启用一处，或换一种方式',
          en: 'No building in use gives “{service}” in this way: open one first, or choose another way',
        },
        { service },
      )}
    </Typography.Text>
  )
}
