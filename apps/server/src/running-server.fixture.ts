import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestStore } from '@kuashan/store/store.fixture.ts'
import { type Caller, signedIn } from './office.fixture.ts'

/** A server in a process of its own. */
export interface RunningServer {
  as(login: string): Promise<Caller>
  /** kill −9, and waits until it is dead. */
  kill(): Promise<void>
}

/** Signs somebody in to a server at an address. */
export const signedInAt = (address: string, county: string, login: string): Promise<Caller> =>
  signedIn(
    async ({ method, url, headers, body }) => {
      const isForm = body instanceof FormData
      const response = await fetch(`${address}${url}`, {
        method,
        headers: {
          ...headers,
          ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
      return {
        status: response.status,
        header: (name) => response.headers.get(name) ?? '',
        bytes: Buffer.from(await response.arrayBuffer()),
      }
    },
    county,
    login,
  )

/** Starts a server on a store that is set up for a county; any number may run on one store. */
export async function startServer(store: TestStore, county: string): Promise<RunningServer> {
  const program = fileURLToPath(new URL('server-process.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [program, ...store.reopen], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  const address = String(said).trim()
  return {
    as: (login) => signedInAt(address, county, login),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
