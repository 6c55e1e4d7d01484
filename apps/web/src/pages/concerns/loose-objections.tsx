import type { LooseObjection } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex } from 'antd'
import { Link } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { usePlaces } from './use-places.ts'

/** Objections to plans that stand in no queue yet; nothing where there are none. */
export function LooseObjections({ onTake }: { onTake: (objection: LooseObjection) => void }) {
  const say = useSay()
  const county = useCounty()
  const { name } = usePlaces()
  const mayRaise = useMay(routes.concerns.raise)
  const loose = useAnswer(routes.concerns.objections, { params: { county } }).data?.data ?? []
  if (loose.length === 0) return null
  return (
    <Card
      size="small"
      title={say({
        zh: '方案异议，还没有进队',
        en: 'Objections to plans that are not in the queue',
      })}
    >
      <Flex vertical gap={12}>
        {loose.map((one) => (
          <Flex key={one.objection} gap={12} align="start">
            <div style={{ flex: 1 }}>
              <div lang="zh">{one.body}</div>
              <small>
                {name(one.settlement ?? one.village)} ·{' '}
                <Link to={`/plans/${one.plan}/road`}>
                  <span lang="zh">{one.planName}</span>
                </Link>
              </small>
            </div>
            {mayRaise && (
              <Button size="small" onClick={() => onTake(one)}>
                {say({ zh: '放进队里', en: 'Into the queue' })}
              </Button>
            )}
          </Flex>
        ))}
      </Flex>
    </Card>
  )
}
