import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Spin, Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { CompareSides } from '../../parts/plans/compare-sides.tsx'
import { StepTag } from '../../parts/plans/step-tag.tsx'
import { useKnown } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { CheckFindings } from './check-findings.tsx'
import { Differences } from './difference/differences.tsx'
import { EditableDecisions } from './edit/editable-decisions.tsx'
import { EditableTimetable } from './edit/editable-timetable.tsx'
import { UndoEdits } from './edit/undo-edits.tsx'
import { FigureTable } from './figure-table.tsx'
import { PlanName } from './plan-name.tsx'
import { ReplanPanel } from './replan/replan-panel.tsx'
import { RoadPanel } from './road/road-panel.tsx'
import { ShortageTable } from './shortage-table.tsx'
import { TakeAway } from './take-away.tsx'
import { AskWhy } from './why/ask-why.tsx'

const ToursMap = lazy(() => import('./tours-map.tsx'))

/** One plan in full: a tab for each question that is asked of it. */
export function OnePlan() {
  const say = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  const { plan: id = '', '*': tab = '' } = useParams()
  const full = useAnswer(routes.plans.get, { params: { county, plan: id }, query: {} })
  const { known, error } = useKnown()
  const mayAskWhy = useMay(routes.explanations.start)
  const mayReplan = useMay(routes.replans.start)
  if (full.error) return <Trouble error={full.error} onRetry={() => full.refetch()} />
  if (error) return <Trouble error={error} />
  if (!full.data || !known) return <Spin size="large" />
  const { line, plan, findings } = full.data.data
  const all = [
    {
      key: 'figures',
      label: { zh: '与今天比', en: 'Against today' },
      children: (
        <Flex vertical gap={16}>
          <FigureTable lines={[line]} />
          <CompareSides
            a={{ of: 'today' }}
            b={{ of: 'plan', plan: id }}
            ask={{ zh: '和今天比：谁得谁失', en: 'Against today: who wins, who loses' }}
            known={known}
          />
        </Flex>
      ),
    },
    {
      key: 'map',
      label: { zh: '巡回地图', en: 'Tours' },
      children: (
        <Suspense fallback={<Spin />}>
          <ToursMap
            edited={{ plan: id, version: full.data.version ?? '' }}
            document={line.documentVersion}
            plan={plan}
            isDraft={line.step === 'draft'}
            known={known}
          />
        </Suspense>
      ),
    },
    {
      key: 'timetable',
      label: { zh: '时间表', en: 'Timetable' },
      children: (
        <EditableTimetable
          id={id}
          version={full.data.version ?? ''}
          plan={plan}
          isDraft={line.step === 'draft'}
          known={known}
        />
      ),
    },
    {
      key: 'decisions',
      label: { zh: '场所、上门、接送', en: 'Sites and rides' },
      children: (
        <EditableDecisions
          edited={{ plan: id, version: full.data.version ?? '' }}
          plan={plan}
          isDraft={line.step === 'draft'}
          known={known}
        />
      ),
    },
    {
      key: 'shortages',
      label: { zh: '还差谁', en: 'Missed' },
      children: <ShortageTable id={id} plan={plan} known={known} />,
    },
    {
      key: 'check',
      label: { zh: '检查', en: 'Check' },
      children: <CheckFindings findings={findings} />,
    },
    {
      key: 'difference',
      label: { zh: '改了什么', en: 'Changes' },
      children: <Differences line={line} known={known} />,
    },
    {
      key: 'why',
      label: { zh: '为什么', en: 'Why' },
      children: <AskWhy plan={id} known={known} />,
    },
    {
      key: 'replan',
      label: { zh: '出了事', en: 'Re-plan' },
      children: <ReplanPanel id={id} plan={plan} known={known} />,
    },
    {
      key: 'road',
      label: { zh: '走向公布', en: 'Publication' },
      children: <RoadPanel id={id} plan={plan} known={known} />,
    },
  ]
  const tabs = all.filter(
    ({ key }) => (mayAskWhy || key !== 'why') && (mayReplan || key !== 'replan'),
  )
  return (
    <Flex vertical gap={12}>
      <span className="no-print">
        <Link to="/plans">{say({ zh: '← 所有方案', en: '← All plans' })}</Link>
      </span>
      <Flex gap={12} align="center" wrap>
        <PlanName line={line} version={full.data.version ?? ''} />
        <StepTag line={line} />
        <TakeAway plan={id} />
        {plan.origin && line.step === 'draft' && (
          <UndoEdits plan={id} version={full.data.version ?? ''} />
        )}
      </Flex>
      <Tabs
        // All ten fit into 1024 px: nothing is hidden behind dots.
        tabBarGutter={12}
        activeKey={tabs.some((t) => t.key === tab) ? tab : 'figures'}
        onChange={(key) => navigate(`/plans/${id}/${key}`)}
        items={tabs.map((t) => ({ ...t, label: say(t.label) }))}
        destroyOnHidden
      />
    </Flex>
  )
}
