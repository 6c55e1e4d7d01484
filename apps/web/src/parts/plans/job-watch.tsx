import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Progress, Typography } from 'antd'
import { useChange } from '../../server/server.ts'
import { isEnded, useWatchedJob } from '../../server/watch-job.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { Improvements } from './improvements.tsx'

const stateWords: Readonly<Record<Job['state'], Words>> = {
  waiting: { zh: '排队', en: 'Waiting' },
  running: { zh: '进行中', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '没有做成', en: 'Failed' },
  cancelled: { zh: '已取消，没有留下', en: 'Cancelled, nothing kept' },
}

const anewWords: Words = {
  zh: '第 {n} 次做：上次没有做完，已从头开始',
  en: 'Time {n}: it was not finished before and has begun anew',
}

interface JobWatchProps {
  job: Job
  title: Words
  onEnd: (job: Job) => void
  onClose: () => void
}

/** Work under way as it goes on, with a way to stop it; what went wrong, where it did, and a way to try again. */
export function JobWatch({ job, title, onEnd, onClose }: JobWatchProps) {
  const say = useSay()
  const county = useCounty()
  const { latest: now, watch } = useWatchedJob(county, job, onEnd)
  const params = { county, job: now.id }
  const retry = useChange(routes.jobs.retry, ['jobs'])
  const again = () => retry.mutate({ params }, { onSuccess: ({ data }) => watch(data) })
  const cancel = useChange(routes.jobs.cancel, ['jobs'])
  const finish = useChange(routes.jobs.finish, ['jobs'])
  const working = !isEnded(now)
  return (
    <Card size="small" title={say(title)} aria-live="polite">
      <Flex gap={16} align="center">
        <span style={{ minWidth: 160 }}>
          {say(stateWords[now.state])}
          {now.state === 'running' && ` · ${say(now.detail)}`}
          {working && now.begun > 1 && (
            <Typography.Text type="secondary" style={{ display: 'block' }}>
              {say(anewWords, { n: now.begun })}
            </Typography.Text>
          )}
        </span>
        <Progress
          percent={Math.round(now.share * 100)}
          status={now.state === 'failed' ? 'exception' : working ? 'active' : 'normal'}
          aria-label={say(title)}
          style={{ flex: 1 }}
        />
        {working ? (
          <Flex gap={8}>
            {now.kind === 'plan' && (
              <Button
                loading={finish.isPending || now.finishing}
                onClick={() => finish.mutate({ params })}
              >
                {now.finishing
                  ? say({ zh: '正在收尾', en: 'Finishing' })
                  : say({ zh: '停止，留下目前最好的', en: 'Stop, keep the best so far' })}
              </Button>
            )}
            <Button danger loading={cancel.isPending} onClick={() => cancel.mutate({ params })}>
              {now.kind === 'plan'
                ? say({ zh: '取消，不留', en: 'Cancel, keep nothing' })
                : say({ zh: '停止', en: 'Stop' })}
            </Button>
          </Flex>
        ) : (
          <>
            {now.state !== 'done' && (
              <Button type="primary" loading={retry.isPending} onClick={again}>
                {say({ zh: '重试', en: 'Try again' })}
              </Button>
            )}
            <Button onClick={onClose}>{say({ zh: '收起', en: 'Close' })}</Button>
          </>
        )}
      </Flex>
      {now.improvements.length > 0 && <Improvements job={now} />}
      {retry.error && <Trouble error={retry.error} />}
      {now.findings.map((f) => (
        <Alert
          key={f.code}
          type="error"
          showIcon
          title={say(f.what)}
          description={say(f.remedy)}
          style={{ marginTop: 8 }}
        />
      ))}
    </Card>
  )
}
