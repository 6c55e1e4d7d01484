import { useSay } from '@kuashan/ui/language/language.tsx'
import { Typography } from 'antd'
import type { HelpPart } from './help-parts.ts'

interface HelpTextProps {
  part: HelpPart
  /** Level of its headings. */
  level: 2 | 3
}

/** One part of the help: what the page is for, then its tasks. */
export function HelpText({ part, level }: HelpTextProps) {
  const say = useSay()
  return (
    <>
      <Typography.Paragraph>{say(part.purpose)}</Typography.Paragraph>
      {part.tasks.map(({ task, how }) => (
        <section key={task.zh}>
          <Typography.Title level={level} style={{ fontSize: 15, margin: '12px 0 4px' }}>
            {say(task)}
          </Typography.Title>
          <ul style={{ margin: 0, paddingInlineStart: 20, lineHeight: 1.6 }}>
            {how.map((step) => (
              <li key={step.zh}>{say(step)}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
