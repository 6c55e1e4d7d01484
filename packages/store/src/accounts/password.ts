import { hash, verify } from '@node-rs/argon2'
import { refused } from '../database/refused.ts'

/** NIST SP 800-63B-4: 15 where the password is the only factor, no rules of composition, no forced change. */
export const leastLength = 15

const commonParts = ['password', 'qwertyuiop', '1234567890', 'kuashan', 'iloveyou', 'administrator']

/** One form for one password, however the keyboard composes its letters (SP 800-63B-4, 3.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC')

/** Too short, too few different characters, or little more than a name or a word that everybody tries first. */
export function refusePoorPassword(password: string, login: string): void {
  const text = normal(password)
  if ([...text].length < leastLength) throw refused('password-too-short', { least: leastLength })
  const lower = text.toLowerCase()
  const rest = [...commonParts, login.toLowerCase()].reduce(
    (t, part) => t.replaceAll(part, ''),
    lower,
  )
  if (new Set(lower).size < 6 || [...rest].length < 8) throw refused('password-too-common')
}

/** argon2id with the parameters of OWASP's cheat sheet: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> =>
  hash(normal(password), parameters)

/** Of nobody's password; compared with where there is no account, so that both answers take as long. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$nPfpJRynt2mykKiKF1CMwA$NF1DU4Zzd1OD8kSIuLDt6C8Dt++YKU8E1JexvFwLVow'

export const isPassword = async (stored: string | null, password: string): Promise<boolean> =>
  (await verify(stored ?? nobody, normal(password))) && stored !== null
