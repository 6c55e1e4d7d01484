import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import { useKnown } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { ScenarioEditor } from './scenario-editor.tsx'
import { UnderScenario } from './under-scenario.tsx'

/** A scenario, old or new: its changes, and what comes of them. */
export function OneScenario() {
  const say = useSay()
  const county = useCounty()
  const { scenario: id } = useParams()
  const { known, error } = useKnown()
  const asked = useAnswer(
    routes.scenarios.get,
    { params: { county, scenario: id ?? '' } },
    { enabled: id !== undefined },
  )
  if (error ?? asked.error) return <Trouble error={(error ?? asked.error)!} />
  if (!known || (id !== undefined && !asked.data)) return <Spin size="large" />
  const saved = asked.data ? { ...asked.data.data, tag: asked.data.version ?? '' } : null
  return (
    <Flex vertical gap={16}>
      <Link to="/scenarios">{say({ zh: '← 所有情景', en: '← All scenarios' })}</Link>
      <ScenarioEditor key={id ?? 'new'} saved={saved} known={known} />
      {saved && <UnderScenario scenario={saved} known={known} />}
    </Flex>
  )
}
