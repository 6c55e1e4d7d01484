import { ProblemError } from '@kuashan/contract/client.ts'
import type { SaidFinding } from '@kuashan/contract/problem.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button } from 'antd'

const signedOut = 'not-signed-in'
const away: Pick<SaidFinding, 'code' | 'what' | 'remedy'> = {
  code: '',
  what: { zh: '连不上服务器', en: 'The server cannot be reached' },
  remedy: { zh: '请检查网络，然后重试', en: 'Check the network and try again' },
}
const again: Words = { zh: '重试', en: 'Try again' }

/** What went wrong and what to do, in the reader’s language. Nothing where the session ended: the app asks to sign in again by itself. */
export function Trouble({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const say = useSay()
  const found = error instanceof ProblemError ? error.problem.findings : [away]
  if (found[0]!.code === signedOut) return null
  return (
    <Alert
      type="error"
      showIcon
      title={say(found[0]!.what)}
      description={found.map((f) => <div key={say(f.what) + say(f.remedy)}>{say(f.remedy)}</div>)}
      action={onRetry && <Button onClick={onRetry}>{say(again)}</Button>}
    />
  )
}
