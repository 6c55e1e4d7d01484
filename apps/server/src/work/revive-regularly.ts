import type { Store } from '@kuashan/store/open-store.ts'

/**
 * Starts the embedded database again when it has gone: somebody killed it, or it gave up on a full disk. What cannot be
 * started now is tried the next time; calls are answered by a problem meanwhile. Returns how to stop.
 */
export function reviveRegularly(store: Store, everyMs: number): () => Promise<void> {
  const look = () => store.ping().catch(() => store.cluster?.revive())
  let running = Promise.resolve<unknown>(null)
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = look()
      .catch(() => null)
      .finally(() => {
        busy = false
      })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
