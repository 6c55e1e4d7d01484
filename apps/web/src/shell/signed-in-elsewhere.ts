const channel = 'kuashan-signed-in'
const waitMs = 700

/** Hears of a sign-in in another window of this browser, and tells it so; returns how to stop. */
export function hearSignIns(onSignIn: (account: string) => void): () => void {
  const line = new BroadcastChannel(channel)
  line.onmessage = ({ data }: MessageEvent<{ account?: string }>) => {
    if (data.account === undefined) return
    line.postMessage({ heard: true })
    onSignIn(data.account)
  }
  return () => line.close()
}

/** Tells the other windows of this browser who signed in. Whether one was waiting for that. */
export function tellSignIn(account: string): Promise<boolean> {
  const line = new BroadcastChannel(channel)
  return new Promise((resolve) => {
    const end = (heard: boolean) => {
      clearTimeout(timer)
      line.close()
      resolve(heard)
    }
    const timer = setTimeout(() => end(false), waitMs)
    line.onmessage = ({ data }: MessageEvent<{ heard?: true }>) => data.heard && end(true)
    line.postMessage({ account })
  })
}
