import type { Me } from '@kuashan/contract/session.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Typography } from 'antd'
import { useMe } from '../../shell/county.tsx'
import { useOwnPages } from '../../shell/own-pages.ts'
import { helpFor } from './help-parts.ts'
import { HelpText } from './help-text.tsx'

/** The help of all pages that one is offered, in the order of the menu. */
export default function HelpPage() {
  const me = useMe()
  return me && <OwnHelp me={me} />
}

function OwnHelp({ me }: { me: Me }) {
  const say = useSay()
  const { mine } = useOwnPages(me)
  return (
    <Flex vertical gap={12} style={{ maxWidth: 820 }}>
      {mine.flatMap(({ path, name }) => {
        const part = helpFor(path)
        if (!part) return []
        return (
          <Card key={path} size="small" id={path}>
            <Typography.Title level={2} style={{ fontSize: 17, marginTop: 0 }}>
              {say(name)}
            </Typography.Title>
            <HelpText part={part} level={3} />
          </Card>
        )
      })}
    </Flex>
  )
}
