import type { Job } from '@kuashan/contract/jobs.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { type ReactNode, useState } from 'react'
import { JobWatch } from './job-watch.tsx'

interface AskedWorkProps {
  job: Job
  title: Words
  onClose: () => void
  /** What came of it, by the id that its answer is asked by. */
  children: (answer: string) => ReactNode
}

const answerOf = ({ state, result, id }: Job): string | null =>
  state === 'done' ? (result ?? id) : null

/** Work that was asked for: as it goes, then its answer in its place. */
export function AskedWork({ job, title, onClose, children }: AskedWorkProps) {
  const [answer, setAnswer] = useState(answerOf(job))
  if (answer !== null) return children(answer)
  return (
    <JobWatch
      job={job}
      title={title}
      onEnd={(ended) => setAnswer(answerOf(ended))}
      onClose={onClose}
    />
  )
}
