import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Progress } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { isEnded, useWatchedJob } from '../../server/watch-job.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

/** Starts a measurement and shows how it goes, also one that somebody else started. */
export function StartMeasure() {
  const say = useSay()
  const county = useCounty()
  const may = useMay(routes.measures.start)
  const start = useChange(routes.measures.start, ['jobs'])
  const jobs = useAnswer(routes.jobs.list, { params: { county }, query: { kind: 'measure' } })
  const running = start.data?.data ?? jobs.data?.data.find((job) => !isEnded(job))
  const [ended, setEnded] = useState<Job | null>(null)
  const going = running && running.id !== ended?.id ? running : null
  return (
    <Flex vertical gap={8} style={{ minWidth: 170 }}>
      {going ? (
        <Going key={going.id} job={going} onEnd={setEnded} />
      ) : (
        may && (
          <Button
            type="primary"
            loading={start.isPending}
            onClick={() => start.mutate({ params: { county } })}
          >
            {say({ zh: '重新测算', en: 'Measure again' })}
          </Button>
        )
      )}
      {start.error && <Trouble error={start.error} />}
      {!going && ended?.state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={say(ended.findings[0]?.what ?? { zh: '没有测算成', en: 'The measurement failed' })}
          description={ended.findings[0] && say(ended.findings[0].remedy)}
        />
      )}
    </Flex>
  )
}

function Going({ job, onEnd }: { job: Job; onEnd: (job: Job) => void }) {
  const say = useSay()
  const county = useCounty()
  const queries = useQueryClient()
  const { latest } = useWatchedJob(county, job, (done) => {
    queries.invalidateQueries({ queryKey: [routes.measures.latest.id] })
    onEnd(done)
  })
  return (
    <div role="status">
      {say(latest.detail)}…
      <Progress
        percent={Math.round(latest.share * 100)}
        size="small"
        aria-label={say({ zh: '测算进度', en: 'Progress of the measurement' })}
      />
    </div>
  )
}
