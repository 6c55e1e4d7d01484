import { Refused } from '@kuashan/store/database/refused.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'

/** How a piece of work ended. */
export interface WorkEnded {
  kind: string
  end: 'done' | 'stopped' | 'refused' | 'failed'
  seconds: number
}

const endOf = (error: unknown, signal: AbortSignal): WorkEnded['end'] =>
  signal.aborted ? 'stopped' : error instanceof Refused ? 'refused' : 'failed'

/** The same work, which tells how it ended and how long it took. */
export const timedWork =
  (kind: string, work: Work, tell: (ended: WorkEnded) => void): Work =>
  async (job, context) => {
    const started = performance.now()
    let end: WorkEnded['end'] = 'done'
    try {
      return await work(job, context)
    } catch (error) {
      end = endOf(error, context.signal)
      throw error
    } finally {
      tell({ kind, end, seconds: (performance.now() - started) / 1000 })
    }
  }
