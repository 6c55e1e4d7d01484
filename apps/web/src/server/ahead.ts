/** How long an answer that nobody takes is kept: as long as answers count as fresh. */
const keptMs = 30_000

const ahead = new Map<string, Promise<Response>>()

/** Asks for something before the code that wants it is here. */
export function askAhead(address: string): Promise<Response> {
  const asked = fetch(address, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
  })
  ahead.set(address, asked)
  // Who takes it finds out by itself that it failed.
  asked.catch(() => undefined)
  setTimeout(() => ahead.delete(address), keptMs)
  return asked
}

/** What was asked for ahead, to one taker; undefined where nothing was. */
export function takeAhead(address: string): Promise<Response> | undefined {
  const asked = ahead.get(address)
  ahead.delete(address)
  return asked
}
