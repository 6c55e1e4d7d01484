import { addressOf } from '@kuashan/contract/client.ts'
import { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useEffect, useRef, useState } from 'react'

export const isEnded = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running'

interface WatchedJob {
  latest: Job
  /** Watches a job from here on: the same one when it is tried again. */
  watch: (job: Job) => void
}

/** A job as the server tells how it goes; the browser calls again by itself when the line breaks. */
export function useWatchedJob(county: string, first: Job, onEnd: (job: Job) => void): WatchedJob {
  const [job, setJob] = useState(first)
  const [latest, setLatest] = useState(first)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    setLatest(job)
    const line = new EventSource(addressOf(routes.jobs.watch, { params: { county, job: job.id } }))
    line.onmessage = (event) => {
      const told = Job.parse(JSON.parse(event.data))
      setLatest(told)
      if (!isEnded(told)) return
      line.close()
      end.current(told)
    }
    return () => line.close()
  }, [county, job])
  return { latest, watch: setJob }
}
