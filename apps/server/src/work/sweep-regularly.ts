import { sweep } from '../county/sweep.ts'

/** Takes away files that have been kept long enough, now and again and again. Returns how to stop. */
export function sweepRegularly(cache: string, everyMs: number): () => Promise<void> {
  const look = () => sweep(cache, Date.now()).catch(() => undefined)
  let running = look()
  const timer = setInterval(() => {
    running = look()
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
