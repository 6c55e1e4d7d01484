import type { SaidFinding } from '@kuashan/contract/problem.ts'
import { bySeverity } from '@kuashan/core/kernel/severity.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Flex, Typography } from 'antd'

interface Group {
  first: SaidFinding
  count: number
}

/** Findings that say the same are said once, with how often; errors first. */
export function groupFindings(findings: readonly SaidFinding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const f of findings) {
    const key = `${f.severity} ${f.what.zh} ${f.remedy.zh}`
    const group = groups.get(key) ?? { first: f, count: 0 }
    group.count += 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => bySeverity(a.first, b.first) || b.count - a.count)
}

const most = 100
const looks = { error: 'error', warning: 'warning', note: 'info' } as const

/** What the independent checker says of the plan, in words. */
export function CheckFindings({ findings }: { findings: readonly SaidFinding[] }) {
  const say = useSay()
  const groups = groupFindings(findings)
  const errors = findings.filter((f) => f.severity === 'error').length
  return (
    <Flex vertical gap={8}>
      <Typography.Paragraph>
        {errors === 0
          ? say({
              zh: '独立检查没有发现错误：排班、工时、路程和底线都对得上。',
              en: 'The independent checker found no error: duty, hours, travel and floors agree.',
            })
          : say(
              {
                zh: '独立检查发现 {n} 处错误，改正之前不能往下走。',
                en: 'The checker found {n} {n|error|errors}; the plan cannot go on until they are put right.',
              },
              { n: errors },
            )}
      </Typography.Paragraph>
      {groups.slice(0, most).map(({ first, count }) => (
        <Alert
          key={`${first.code} ${first.what.zh}`}
          type={looks[first.severity]}
          showIcon
          title={`${say(first.what)}${count > 1 ? ` × ${count}` : ''}`}
          description={say(first.remedy)}
        />
      ))}
      {groups.length > most && (
        <Typography.Text type="secondary">
          {say({ zh: '还有 {n} 条', en: '{n} more' }, { n: groups.length - most })}
        </Typography.Text>
      )}
    </Flex>
  )
}
