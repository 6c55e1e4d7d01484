import { Route, Routes } from 'react-router'
import { OneScenario } from './one-scenario.tsx'
import { ScenarioList } from './scenario-list.tsx'
import { TrialsPage } from './trials/trials-page.tsx'

/** Scenarios: lists of changes to the county, tried before anything is built. */
export default function ScenariosPage() {
  return (
    <Routes>
      <Route index element={<ScenarioList />} />
      <Route path="trials" element={<TrialsPage />} />
      <Route path="new" element={<OneScenario key="new" />} />
      <Route path=":scenario" element={<OneScenario />} />
    </Routes>
  )
}
