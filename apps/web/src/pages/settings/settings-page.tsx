import { routes } from '@kuashan/contract/routes.ts'
import { Route, Routes } from 'react-router'
import { useMay } from '../../shell/county.tsx'
import { RoutedTabs } from '../../shell/routed-tabs.tsx'
import { Audit } from './audit.tsx'
import { CountySettings } from './county-settings.tsx'
import { Emergency } from './emergency.tsx'
import { GoalTree } from './goals/goal-tree.tsx'
import { Imports } from './imports.tsx'
import { MapSource } from './map-source.tsx'
import { PolicyChain } from './policies/policy-chain.tsx'
import { Catalogue } from './standards/catalogue.tsx'
import { Users } from './users.tsx'

/** How the county is set up: standards, data, users, and who looked at what. Each sees the parts that are theirs. */
export default function SettingsPage() {
  return (
    <Routes>
      <Route path=":part?" element={<Parts />} />
    </Routes>
  )
}

function Parts() {
  const parts = [
    {
      key: 'catalogue',
      label: { zh: '服务和标准', en: 'Services and standards' },
      may: useMay(routes.catalogue.get),
      children: <Catalogue />,
    },
    {
      key: 'county',
      label: { zh: '本县', en: 'County' },
      may: useMay(routes.counties.get),
      children: <CountySettings />,
    },
    {
      key: 'goals',
      label: { zh: '目标树', en: 'Goals' },
      may: useMay(routes.goals.get),
      children: <GoalTree />,
    },
    {
      key: 'policies',
      label: { zh: '政策链', en: 'Policy chain' },
      may: useMay(routes.policies.chain),
      children: <PolicyChain />,
    },
    {
      key: 'data',
      label: { zh: '数据', en: 'Data' },
      may: useMay(routes.counties.imports),
      children: <Imports />,
    },
    {
      key: 'users',
      label: { zh: '用户和授权', en: 'Users' },
      may: useMay(routes.accounts.list),
      children: <Users />,
    },
    {
      key: 'map',
      label: { zh: '底图', en: 'Map' },
      may: useMay(routes.mapSource.set),
      children: <MapSource />,
    },
    {
      key: 'emergency',
      label: { zh: '紧急查看', en: 'Emergencies' },
      may: [useMay(routes.session.breakGlass), useMay(routes.audit.emergencies)].includes(true),
      children: <Emergency />,
    },
    {
      key: 'audit',
      label: { zh: '审计', en: 'Audit' },
      may: useMay(routes.audit.lines),
      children: <Audit />,
    },
  ].filter(({ may }) => may)
  return <RoutedTabs page="/settings" parts={parts} />
}
