import { Spin } from 'antd'
import { Route, Routes } from 'react-router'
import { useKnown } from '../../server/names.ts'
import { RoutedTabs } from '../../shell/routed-tabs.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { DepartmentCalendar } from './calendar/department-calendar.tsx'
import { FacilityTable } from './facility-table.tsx'
import { JointVisits } from './joint/joint-visits.tsx'
import { SharedPool } from './pool/shared-pool.tsx'
import { Register } from './register/register.tsx'
import { StaffTable } from './staff-table.tsx'
import { VehicleTable } from './vehicle-table.tsx'

const parts = [
  { key: 'vehicles', label: { zh: '车辆', en: 'Vehicles' }, part: VehicleTable },
  { key: 'register', label: { zh: '车辆台账', en: 'Fleet register' }, part: Register },
  { key: 'staff', label: { zh: '岗位', en: 'Staff posts' }, part: StaffTable },
  { key: 'facilities', label: { zh: '设施', en: 'Facilities' }, part: FacilityTable },
  { key: 'pool', label: { zh: '共享资源', en: 'Shared resources' }, part: SharedPool },
  { key: 'calendar', label: { zh: '部门日历', en: 'Shared calendar' }, part: DepartmentCalendar },
  { key: 'joint', label: { zh: '合并到访', en: 'Joint visits' }, part: JointVisits },
] as const

/** What the county has to work with: vehicles, posts and buildings. */
export default function ResourcesPage() {
  return (
    <Routes>
      <Route path=":part?" element={<Parts />} />
    </Routes>
  )
}

function Parts() {
  const { known, error } = useKnown()
  if (error) return <Trouble error={error} />
  if (!known) return <Spin size="large" />
  return (
    <RoutedTabs
      page="/resources"
      parts={parts.map(({ key, label, part: Part }) => ({
        key,
        label,
        children: <Part known={known} />,
      }))}
    />
  )
}
