import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Segmented, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { BookingList } from './booking-list.tsx'
import { FindResource } from './find-resource.tsx'
import { ResourceRegister } from './resource-register.tsx'
import { SettleMonth } from './settle-month.tsx'

type View = 'register' | 'find' | 'bookings' | 'settlement'

/** What units share: the register, finding and booking, bookings, and the settlement of a month. */
export function SharedPool({ known }: { known: Known }) {
  const say = useSay()
  const [view, setView] = useState<View>('register')
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '岗位、车辆、房间、设备一本台账：归谁、何时空闲、借不借、什么价。按需要找到空闲的就预订；同一时间不会订出两次，月底各单位之间结算。邻县的资源，登记它交给本台账的那些时间。',
          en: 'One register of posts, vehicles, rooms and devices: whose they are, when free, lent how far and at what price. What is free for a need is booked, no hour twice, and units settle by the month. Of a neighbouring county’s resource, enter the hours that it has handed over to this register.',
        })}
      </Typography.Text>
      <Segmented<View>
        aria-label={say({ zh: '看什么', en: 'What to look at' })}
        style={{ alignSelf: 'start' }}
        value={view}
        onChange={setView}
        options={[
          { value: 'register', label: say({ zh: '台账', en: 'Register' }) },
          { value: 'find', label: say({ zh: '找资源、预订', en: 'Find and book' }) },
          { value: 'bookings', label: say({ zh: '预订', en: 'Bookings' }) },
          { value: 'settlement', label: say({ zh: '结算', en: 'Settlement' }) },
        ]}
      />
      {view === 'register' && <ResourceRegister known={known} />}
      {view === 'find' && <FindResource known={known} />}
      {view === 'bookings' && <BookingList />}
      {view === 'settlement' && <SettleMonth />}
    </Flex>
  )
}
