import { z } from 'zod'
import { ownCaller } from '../database/caller.ts'
import { refused } from '../database/refused.ts'
import type { Store } from '../open-store.ts'
import { accountOfIdentity } from './provider-identity.ts'
import { openSession } from './sign-in.ts'
import { newToken, readToken } from './token.ts'

/** How long somebody may take at the provider's. */
const flowSeconds = 600

/** What the provider's answer is held against. Never leaves the server. */
const Flow = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type Flow = z.infer<typeof Flow>

const contextOf = (hash: string): string => `sign-in flow ${hash}`

/** Begins a flow. Returns the token that the browser keeps meanwhile, and when it ends. */
export async function beginFlow(
  store: Store,
  county: string,
  flow: Flow,
  now: number,
): Promise<{ token: string; ends: Date }> {
  const { text, hash } = newToken(county)
  const ends = new Date(now + flowSeconds * 1000)
  await store.as(ownCaller(county, 'gate'), ({ db, cipher }) =>
    db
      .insertInto('sign_in_flow')
      .values({
        county,
        token_hash: hash,
        sealed: cipher.seal(JSON.stringify(flow), contextOf(hash)),
        expires_at: ends.toISOString(),
      })
      .execute(),
  )
  return { token: text, ends }
}

/** Takes a flow up again, once and in time: a second answer, or one that comes too late, is refused. */
export async function takeFlow(
  store: Store,
  text: string,
  now: number,
): Promise<{ county: string; flow: Flow }> {
  const token = readToken(text)
  if (!token) throw refused('provider-flow-over')
  const { county, hash } = token
  return store.as(ownCaller(county, 'gate'), async ({ db, cipher }) => {
    const instant = new Date(now).toISOString()
    const taken = await db
      .updateTable('sign_in_flow')
      .set({ used_at: instant })
      .where('county', '=', county)
      .where('token_hash', '=', hash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', instant)
      .returning('sealed')
      .executeTakeFirst()
    if (!taken) throw refused('provider-flow-over')
    return { county, flow: Flow.parse(JSON.parse(cipher.open(taken.sealed, contextOf(hash)))) }
  })
}

/** Opens a session for the account that is linked to an identity which the provider has vouched for. */
export const signInByIdentity = (
  store: Store,
  county: string,
  identity: string,
  now: number,
): Promise<string> =>
  store.as(ownCaller(county, 'gate'), async (access) =>
    openSession(access, await accountOfIdentity(access, identity), now),
  )
