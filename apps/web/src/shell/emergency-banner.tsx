import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Flex } from 'antd'
import { Link } from 'react-router'
import { useAreaName } from '../parts/places/area-select.tsx'
import { useOwnEmergencies } from '../server/emergencies.ts'
import { useChange } from '../server/server.ts'
import { useCounty, useMe } from './county.tsx'
import { Trouble } from './trouble.tsx'
import { whenText } from './who-and-when.ts'

/** While an emergency of one's own is open: what it opens, why, until when, and a way to end it. On every page. */
export function EmergencyBanner() {
  const say = useSay()
  const county = useCounty()
  const areaName = useAreaName()
  const open = useOwnEmergencies(useMe())
  const end = useChange(routes.session.endEmergency, ['session', 'audit', 'people'])
  return (
    <>
      {open.map(({ id, area, reason, expiresAt }) => (
        <Alert
          key={id}
          banner
          type="warning"
          title={say(
            {
              zh: '紧急查看已打开：{area}居民的档案，到 {when} 为止',
              en: 'Emergency: the records of people in {area} are open to you until {when}',
            },
            { area: areaName(area), when: whenText(expiresAt) },
          )}
          description={<span lang="zh">{reason}</span>}
          action={
            <Flex gap={16} align="center">
              <Link to="/people">{say({ zh: '去“居民”查看', en: 'Look them up in People' })}</Link>
              <Button
                loading={end.isPending}
                onClick={() => end.mutate({ params: { county, emergency: id } })}
              >
                {say({ zh: '用完了，现在结束', en: 'Done: end it now' })}
              </Button>
            </Flex>
          }
        />
      ))}
      {end.error && <Trouble error={end.error} />}
    </>
  )
}
