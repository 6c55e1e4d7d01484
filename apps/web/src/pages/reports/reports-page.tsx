import { Route, Routes } from 'react-router'
import { RoutedTabs } from '../../shell/routed-tabs.tsx'
import { ReportBuilder } from './builder/report-builder.tsx'
import { PlanReportFiles } from './plan-report-files.tsx'

const parts = [
  { key: 'figures', label: { zh: '指标报表', en: 'Figures' }, children: <ReportBuilder /> },
  {
    key: 'files',
    label: { zh: '方案的文件和公告', en: 'Files and notices of a plan' },
    children: <PlanReportFiles />,
  },
]

/** Figures built from definitions, and what can be taken away of each plan. */
export default function ReportsPage() {
  return (
    <Routes>
      <Route path=":part?" element={<RoutedTabs page="/reports" parts={parts} />} />
    </Routes>
  )
}
