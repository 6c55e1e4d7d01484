import { addressOf } from '@kuashan/contract/client.ts'
import { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useEffect, useRef, useState } from 'react'

export const isEnded = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running'

/**
 * A job as the server tells how it goes; the browser calls again by itself when the line breaks. `attempt` counts how
 * often it was tried again.
 */
export function useWatchedJob(
  county: string,
  job: Job,
  onEnd: (job: Job) => void,
  attempt = 0,
): Job {
  const [latest, setLatest] = useState(job)
  const given = useRef({ job, onEnd })
  given.current = { job, onEnd }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a job tried again is watched anew.
  useEffect(() => {
    setLatest(given.current.job)
    const line = new EventSource(addressOf(routes.jobs.watch, { params: { county, job: job.id } }))
    line.onmessage = (event) => {
      const told = Job.parse(JSON.parse(event.data))
      setLatest(told)
      if (!isEnded(told)) return
      line.close()
      given.current.onEnd(told)
    }
    return () => line.close()
  }, [county, job.id, attempt])
  return latest
}
