/**
 * Does something again and again, never twice at a time; what could not be done is done the next time. Returns how to
 * stop, which waits for what is under way.
 */
export function regularly(
  everyMs: number,
  work: () => Promise<unknown>,
  { atOnce = false } = {},
): () => Promise<void> {
  let running: Promise<unknown> | null = null
  const look = () => {
    running ??= work()
      .catch(() => null)
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  if (atOnce) look()
  return async () => {
    clearInterval(timer)
    await running
  }
}
