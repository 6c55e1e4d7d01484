import type { Verification } from '@kuashan/contract/audit.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Flex, Typography } from 'antd'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

type Problem = Verification['broken'][number]['problem']

const problemWords: Record<Problem, Words> = {
  'entry-changed': { zh: '一条记录被改过', en: 'a line was changed' },
  'entries-changed': { zh: '记录少了或多了', en: 'lines were taken out or put in' },
  'seal-changed': { zh: '封条被改过', en: 'the seal was changed' },
  'seal-missing': { zh: '封条缺失', en: 'the seal is missing' },
  'chain-cut': { zh: '链条被截断', en: 'the chain was cut' },
}

/** Verifies the chain of seals when asked, and says what it found. */
export function VerifyChain() {
  const say = useSay()
  const county = useCounty()
  const verify = useChange(routes.audit.verify, ['audit'])
  const found = verify.data?.data
  return (
    <Flex vertical gap={8} align="start">
      <Button
        type="primary"
        loading={verify.isPending}
        onClick={() => verify.mutate({ params: { county }, body: { anchor: null } })}
      >
        {say({ zh: '核验审计链', en: 'Verify the chain' })}
      </Button>
      <div role="status">{found && <Found found={found} />}</div>
      {verify.error && <Trouble error={verify.error} />}
    </Flex>
  )
}

function Found({ found: { whole, broken, lines, last } }: { found: Verification }) {
  const say = useSay()
  if (!whole)
    return (
      <Alert
        type="error"
        showIcon
        title={say({
          zh: '审计链不完整：请保留现场，告知审计部门',
          en: 'The chain is broken: leave everything as it is and tell the audit office',
        })}
        description={broken.map(({ seal, problem, entry }) => (
          <div key={`${seal} ${problem} ${entry}`}>
            {say({ zh: '第 {seal} 个封条：', en: 'Seal {seal}: ' }, { seal })}
            {say(problemWords[problem])} {entry}
          </div>
        ))}
      />
    )
  return (
    <Alert
      type="success"
      showIcon
      title={say(
        { zh: '审计链完整：{n} 条记录', en: 'The chain is whole: {n} {n|line|lines}' },
        { n: formatNumber(lines) },
      )}
      description={
        last && (
          <>
            {say(
              {
                zh: '第 {seal} 个封条，请抄存在别处：',
                en: 'Seal {seal}; keep it somewhere outside this machine:',
              },
              { seal: last.seal },
            )}{' '}
            <Typography.Text code style={{ wordBreak: 'break-all' }}>
              {last.hash}
            </Typography.Text>
          </>
        )
      }
    />
  )
}
