import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { usePlaceNames } from '../parts/places/place-names.ts'
import { useOwnEmergencies } from '../server/emergencies.ts'
import { useMe } from './county.tsx'
import { whenText } from './who-and-when.ts'

/** While an emergency of one's own is open: what it opens, why, and until when. On every page. */
export function EmergencyBanner() {
  const say = useSay()
  const placeOf = usePlaceNames()
  const open = useOwnEmergencies(useMe())
  const areaName = (area: string): string =>
    area === ''
      ? say({ zh: '全县', en: 'the whole county' })
      : placeOf({ division: area.padEnd(12, '0'), settlement: null })
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
            <Link to="/people">{say({ zh: '去“居民”查看', en: 'Look them up in People' })}</Link>
          }
        />
      ))}
    </>
  )
}
