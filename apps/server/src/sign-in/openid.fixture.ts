import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderSettings } from './provider-settings.ts'

/** A real OpenID provider on this machine. */
export interface TestProvider {
  settings: ProviderSettings
  /** Follows an address as somebody’s browser does, signs in there, and gives what the provider sends back behind `?`. */
  visit(address: string, login: string): Promise<string>
  close(): Promise<void>
}

const origin = 'http://office.example'

/** Keeps cookies and follows redirects until one leads away from the provider. */
function browser(issuer: string) {
  const cookies = new Map<string, string>()
  const go = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const to = response.headers.get('location')
    if (!to) return response
    const next = new URL(to, address)
    return next.href.startsWith(issuer) ? go(next.href) : response
  }
  return go
}

/** Starts a provider whose people sign in with any name: the name is their subject, and name@example.org their address. */
export async function openTestProvider(claim: 'sub' | 'email' = 'sub'): Promise<TestProvider> {
  // @ts-expect-error the package carries no types
  const { Provider } = await import('oidc-provider')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: ProviderSettings = {
    issuer,
    client: 'office',
    secret: 'a secret of the office',
    name: '县统一登录',
    claim,
    origin,
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.client,
        client_secret: settings.secret!,
        redirect_uris: [`${origin}/sign-in`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({
        sub,
        email: `${sub}@example.org`,
        email_verified: !sub.startsWith('unverified'),
      }),
    }),
  })
  server.on('request', provider.callback())
  return {
    settings,
    async visit(address, login) {
      const go = browser(issuer)
      let page = await go(address)
      for (const prompt of ['login', 'consent']) {
        const form = /action="([^"]+)"/.exec(await page.clone().text())?.[1]
        if (!form) break
        page = await go(new URL(form, issuer).href, { prompt, login, password: 'any' })
      }
      return new URL(page.headers.get('location')!).search.slice(1)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
