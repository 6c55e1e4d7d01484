import { Route, Routes } from 'react-router'
import { MakeFile } from '../../parts/plans/make-file.tsx'
import { OnePlan } from './one-plan.tsx'
import { PlanList } from './plan-list.tsx'
import { SideBySide } from './side-by-side.tsx'

/** Plans: all of them, two or three side by side, or one in full. */
export default function PlansPage() {
  return (
    <Routes>
      <Route index element={<PlanList />} />
      <Route path="side-by-side" element={<SideBySide />} />
      <Route path=":plan/file/:file" element={<MakeFile />} />
      <Route path=":plan/*" element={<OnePlan />} />
    </Routes>
  )
}
