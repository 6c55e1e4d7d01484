import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** An OpenID provider and how it knows this office. */
export const ProviderSettings = z.strictObject({
  /** As the provider names itself; its configuration is looked up under it. */
  issuer: z.url(),
  client: z.string().min(1),
  /** Null for a public client: then PKCE alone protects the exchange. */
  secret: z.string().min(1).nullable(),
  /** What the button says: 浙政钉, County single sign-on. */
  name: z.string().min(1).max(60),
  /** The claim that administrators link accounts by. */
  claim: z.enum(['sub', 'email']),
  /** Where people reach this office: `https://office.example`. The provider sends them back to `/sign-in` there. */
  origin: z.url(),
})
export type ProviderSettings = z.infer<typeof ProviderSettings>

/** Settings from `KUASHAN_OIDC_*`; undefined where no issuer is named. Throws where they are incomplete. */
export async function readProviderSettings(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ProviderSettings | undefined> {
  if (!env.KUASHAN_OIDC_ISSUER) return undefined
  const file = env.KUASHAN_OIDC_SECRET_FILE
  const read = ProviderSettings.safeParse({
    issuer: env.KUASHAN_OIDC_ISSUER,
    client: env.KUASHAN_OIDC_CLIENT,
    secret: file ? (await readFile(file, 'utf8')).trim() : null,
    name: env.KUASHAN_OIDC_NAME ?? 'OpenID',
    claim: env.KUASHAN_OIDC_CLAIM ?? 'sub',
    origin: env.KUASHAN_OIDC_ORIGIN,
  })
  if (read.success) return read.data
  const names = read.error.issues.map(({ path }) => `KUASHAN_OIDC_${String(path[0]).toUpperCase()}`)
  throw new Error(`not usable: ${names.join(', ')} (docs/operations.md)`)
}
