import { randomBytes } from 'node:crypto'
import { DivisionCode } from '@kuashan/core/territory/division.ts'
import { sha256 } from '../database/canonical-json.ts'

/** A secret that is shown once. It names its county, so that a lookup starts with it; the database keeps only the hash. */
export interface Token {
  text: string
  hash: string
}

export function newToken(county: string): Token {
  const text = `${county}.${randomBytes(32).toString('base64url')}`
  return { text, hash: sha256(text) }
}

/** The county and hash of a token somebody shows; null for what is none. */
export function readToken(text: string): { county: string; hash: string } | null {
  const [county, secret, ...rest] = text.split('.')
  const whole = rest.length === 0 && /^[\w-]{43}$/.test(secret ?? '')
  return whole && DivisionCode.safeParse(county).success
    ? { county: county!, hash: sha256(text) }
    : null
}
