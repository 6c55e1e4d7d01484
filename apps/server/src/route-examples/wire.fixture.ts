import type { Office } from '../office.fixture.ts'

/** A request on its way to a server. */
export interface Sent {
  method: string
  url: string
  headers?: Record<string, string>
  /** JSON as an object, or a form with files. */
  payload?: object
}

/** What came back. */
export interface Answered {
  status: number
  type: string
  etag: string
  bytes: Buffer
}

/** The line between callers and the server: what passes is seen, and may be exchanged before it arrives. */
export interface Wire {
  office: Office
  /** From now on each request goes through this before it is sent; what comes of it is told to the other. */
  tap(
    before: (sent: Sent) => Sent | Promise<Sent>,
    after: (sent: Sent, answer: Answered) => void,
  ): void
}

/** Puts a wire in front of an office’s server. */
export function wiredOffice(office: Office): Wire {
  let before: (sent: Sent) => Sent | Promise<Sent> = (sent) => sent
  let after: (sent: Sent, answer: Answered) => void = () => {}
  const inject = async (given: Sent) => {
    const sent = await before(given)
    const response = await office.app.inject(sent as never)
    after(sent, {
      status: response.statusCode,
      type: String(response.headers['content-type'] ?? ''),
      etag: String(response.headers.etag ?? ''),
      bytes: response.rawPayload,
    })
    return response
  }
  const app = Object.assign(Object.create(office.app), { inject }) as Office['app']
  const callersOf = { ...office, app }
  return {
    office: callersOf,
    tap: (one, other) => {
      before = one
      after = other
    },
  }
}
