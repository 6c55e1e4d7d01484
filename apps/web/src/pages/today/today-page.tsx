import { routes } from '@kuashan/contract/routes.ts'
import { Flex } from 'antd'
import { useAnswer } from '../../server/server.ts'
import { Changed } from './changed.tsx'
import { OwnServices } from './own-services.tsx'
import { WaitingList } from './waiting-list.tsx'
import { WorstOffCard } from './worst-off-card.tsx'

/** Where a day begins: what waits for me, what changed, who is worst off; for a department also how its services stand. */
export default function TodayPage() {
  const me = useAnswer(routes.session.me, { params: {} }).data?.data
  const isDepartment = me?.grants.some(({ role }) => role === 'department') ?? false
  return (
    <Flex vertical gap={16}>
      <WaitingList />
      {isDepartment && <OwnServices />}
      <Flex gap={16} wrap align="start">
        <WorstOffCard />
        <Changed />
      </Flex>
    </Flex>
  )
}
