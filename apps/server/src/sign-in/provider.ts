import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Flow } from '@kuashan/store/accounts/provider-sign-in.ts'
import * as client from 'openid-client'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** Page of the app to which the provider sends people back. */
export const returnPage = '/sign-in'

/** Signing in by an OpenID provider: Authorization Code with PKCE. */
export interface Provider {
  name: string
  /** A fresh flow, and the address at the provider's where it begins. */
  begin(): Promise<{ address: string; flow: Flow }>
  /** The identity that the provider vouches for in its answer to this flow. Throws `NotAnswered`. */
  identity(answer: string, flow: Flow): Promise<string>
}

const timeoutSeconds = 10

/** Plain HTTP is for a provider on this very machine only. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

function discover({ issuer, client: id, secret }: ProviderSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  const authentication = secret === null ? client.None() : client.ClientSecretBasic(secret)
  return client.discovery(server, id, undefined, authentication, {
    timeout: timeoutSeconds,
    execute: isLoopback(server) ? [client.allowInsecureRequests] : [],
  })
}

/** Errors of the exchange whose cause is that nobody answers, or not as a provider does. */
const awayCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

function isAway(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  if (awayCodes.has(String(code))) return true
  return error instanceof TypeError || (cause instanceof Error && isAway(cause))
}

const refusedBy = (error: unknown): NotAnswered =>
  error instanceof NotAnswered
    ? error
    : new NotAnswered([finding(isAway(error) ? 'provider-away' : 'provider-refused', {})])

const awayBecause = (_: unknown): never => {
  throw new NotAnswered([finding('provider-away', {})])
}

function claimed(settings: ProviderSettings, claims: client.IDToken | undefined): string {
  if (!claims) throw new NotAnswered([finding('provider-refused', {})])
  if (settings.claim === 'sub') return claims.sub
  if (claims.email_verified !== true || typeof claims.email !== 'string')
    throw new NotAnswered([finding('provider-email-unverified', {})])
  return claims.email.toLowerCase()
}

/** A provider by its settings. It is looked up when it is first needed, and again after it could not be reached. */
export function openProvider(settings: ProviderSettings): Provider {
  let known: Promise<client.Configuration> | null = null
  const configuration = (): Promise<client.Configuration> => {
    known ??= discover(settings)
    known.catch(() => {
      known = null
    })
    return known.catch(awayBecause)
  }
  const back = new URL(returnPage, settings.origin)
  return {
    name: settings.name,
    async begin() {
      const flow: Flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: back.href,
        scope: settings.claim === 'email' ? 'openid email' : 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      })
      return { address: address.href, flow }
    },
    async identity(answer, flow) {
      const known = await configuration()
      try {
        const tokens = await client.authorizationCodeGrant(known, new URL(`?${answer}`, back), {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        })
        return claimed(settings, tokens.claims())
      } catch (error) {
        throw refusedBy(error)
      }
    },
  }
}
