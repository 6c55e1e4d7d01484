import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Flex, Typography } from 'antd'
import { pages } from '../../shell/pages.tsx'
import { helpFor } from './help-parts.ts'
import { HelpText } from './help-text.tsx'

/** All of the help, page by page in the order of the menu. */
export default function HelpPage() {
  const say = useSay()
  return (
    <Flex vertical gap={12} style={{ maxWidth: 820 }}>
      {pages.flatMap(({ path, name }) => {
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
